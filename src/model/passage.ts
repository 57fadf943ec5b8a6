// A piece of an imported document, small enough to quote and large enough to be understood; made by import, kept in the store, searched.
import type { ProfileList } from './knowledge.ts';

/** What a passage belongs to, where the document's structure says so. */
export interface PassageTies {
  level?: string;
  list?: ProfileList;
  /** Id of a goal arrow. */
  arrow?: string;
  year?: number;
  municipality?: string;
}

export interface Passage {
  /** The document's slug. */
  document: string;
  /** 0-based place in the document. */
  ordinal: number;
  /** Heading path joined with ` › `; the document's title where there is no heading. */
  section: string;
  page?: number;
  kind: 'text' | 'list' | 'table';
  /** Clean text, one line per paragraph; for lists and tables one line per point or row, without bullets. */
  text: string;
  ties: PassageTies;
}

/** An imported document as the store keeps it. */
export interface StoredDocument {
  slug: string;
  title: string;
  fileName: string;
  /** Hex SHA-256 of the file's bytes. */
  sha256: string;
  /** Version of the import's rules; a newer one re-reads an unchanged file. */
  importVersion: number;
  passages: number;
  importedAt: Date;
}
