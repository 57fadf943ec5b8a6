// The tables as Kysely sees them, the same on both engines: times are ISO text in UTC, JSON is text, flags are 0 or 1.
import type { Kysely } from 'kysely';

export interface Tables {
  documents: {
    slug: string;
    title: string;
    file_name: string;
    sha256: string;
    import_version: number;
    passages: number;
    imported_at: string;
  };
  passages: {
    document: string;
    ordinal: number;
    section: string;
    page: number | null;
    kind: string;
    text: string;
    ties: string;
  };
  /** One row, counted up with every change to `documents`; a running server polls it. */
  knowledge_revision: { id: number; revision: number };
  turns: {
    key: string;
    /** Null for turns that a server which is alone has finished, and for those from before there was such a column. */
    conversation_id: string | null;
    begun_at: string;
    lease_until: string;
    /** Null while the turn is running. */
    finished_at: string | null;
    result: string | null;
  };
  model_usage: { tenant_id: string; day: string; tokens: number };
  contexts: { key: string; value: string; updated_at: string };
  people: {
    key: string;
    language: string | null;
    /** In their personal chat. */
    welcomed_at: string | null;
    /** In a group or a channel. */
    welcomed_among_others_at: string | null;
    updated_at: string;
  };
  conversation_references: {
    conversation_id: string;
    person_key: string;
    kind: string;
    tenant_id: string;
    service_url: string;
    bot_id: string;
    channel_user_id: string;
    aad_object_id: string | null;
    updated_at: string;
    removed_at: string | null;
  };
  answers: {
    id: string;
    conversation_id: string;
    person_key: string;
    activity_id: string | null;
    question: string;
    answer: string;
    citations: string;
    abstained: number;
    language: string;
    at: string;
  };
  verdicts: { answer_id: string; person_key: string; verdict: string; comment: string; at: string };
  forwarded_groups: {
    id: string;
    text: string;
    status: string;
    count: number;
    first_at: string;
    last_at: string;
  };
  forwarded_asks: {
    id: string;
    group_id: string;
    submission_key: string;
    text: string;
    person_key: string | null;
    answer_id: string | null;
    at: string;
  };
  /** One row for each thing that one transaction may do at a time; counting it up waits for whoever else has. */
  locks: { name: string; taken: number };
}

/** The query builder over either engine, also inside a transaction. */
export type Db = Kysely<Tables>;
