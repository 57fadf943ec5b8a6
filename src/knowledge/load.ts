// Reads the knowledge files of one or more folders into one checked `Knowledge`; used by app.ts and the commands.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { AppError } from '../lib/errors.ts';
import { type Knowledge, type KnowledgeFile, knowledgeFileSchema } from '../model/knowledge.ts';

/** One thing wrong in a knowledge file, with the line a person must look at. */
export interface KnowledgeProblem {
  file: string;
  line: number;
  message: string;
}

interface LoadedFile {
  file: string;
  content: KnowledgeFile;
  lineOf: (path: (string | number)[]) => number;
}

/**
 * Reads every `.yaml` file below the folders; a later folder's file replaces an earlier one of the same relative name.
 * @throws AppError `invalid-knowledge` that lists every problem as `file:line: message`.
 */
export function loadKnowledge(folders: string[]): Knowledge {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(relative(folder, path), path);
    }
  }
  const problems: KnowledgeProblem[] = [];
  const loaded = [...files.keys()]
    .sort()
    .flatMap(name => readOne(name, readFileSync(files.get(name) as string, 'utf8'), problems) ?? []);
  const knowledge = joinFiles(loaded, problems);
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    throw new AppError('invalid-knowledge', lines.join('\n'));
  }
  return knowledge;
}

/** The fast reader for what is right; the one that knows lines only where something is wrong. */
function readOne(file: string, yaml: string, problems: KnowledgeProblem[]): LoadedFile | undefined {
  const lineOf = lineFinder(yaml);
  try {
    const parsed = knowledgeFileSchema.safeParse(load(yaml));
    if (parsed.success) return { file, content: parsed.data, lineOf };
    for (const issue of parsed.error.issues) {
      const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      problems.push({ file, line: lineOf(issue.path as Path), message: where + issue.message });
    }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    problems.push({ file, line: (error.mark?.line ?? 0) + 1, message: error.reason });
  }
  return undefined;
}

type Path = (string | number)[];

/** Finds the line of a value by its path; reads the text anew, at first use, with a reader that keeps positions. */
function lineFinder(yaml: string): (path: Path) => number {
  let document: Document | undefined;
  const lines = new LineCounter();
  return path => {
    document ??= parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
    // Climb until a node is found: a missing key has no node of its own.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if ((isMap(node) || isSeq(node) || isScalar(node)) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/** Joins the files and checks what no single file can know: unique ids, known documents, municipalities and tracks. */
function joinFiles(files: LoadedFile[], problems: KnowledgeProblem[]): Knowledge {
  const knowledge: Knowledge = {
    documents: [],
    profiles: [],
    goalArrows: [],
    municipalities: [],
    forums: [],
    topics: [],
    facts: [],
    glossary: [],
    synonyms: [],
  };
  for (const { content } of files) {
    if (content.kind === 'documents') knowledge.documents.push(...content.documents);
    if (content.kind === 'forums') knowledge.municipalities.push(content.municipality);
  }
  const slugs = new Set(knowledge.documents.map(document => document.slug));
  const places = new Set(knowledge.municipalities.map(municipality => municipality.id));
  const seen = new Map<string, string>();

  for (const { file, content, lineOf } of files) {
    const report = (path: (string | number)[], message: string) => problems.push({ file, line: lineOf(path), message });
    const unique = (kind: string, id: string, path: (string | number)[]) => {
      const key = `${kind} "${id}"`;
      const earlier = seen.get(key);
      if (earlier) report(path, `${key} is already defined in ${earlier}`);
      else seen.set(key, file);
    };
    const known = (document: string, path: (string | number)[]) => {
      if (!slugs.has(document)) report(path, `unknown document "${document}": add it to a documents file`);
    };
    const knownPlace = (municipality: string, path: (string | number)[]) => {
      if (!places.has(municipality)) report(path, `unknown municipality "${municipality}": add it to a forums file`);
    };
    switch (content.kind) {
      case 'documents':
        content.documents.forEach((document, i) => {
          unique('document', document.slug, ['documents', i, 'slug']);
        });
        break;
      case 'profile':
        unique('profile', content.level, ['level']);
        known(content.source.document, ['source', 'document']);
        knowledge.profiles.push(content);
        break;
      case 'goal-arrow': {
        unique('goal arrow', content.id, ['id']);
        known(content.source.document, ['source', 'document']);
        const tracks = new Set(content.tracks.map(track => track.id));
        content.years.forEach((year, y) => {
          known(year.source.document, ['years', y, 'source', 'document']);
          if (year.tellsSource) known(year.tellsSource.document, ['years', y, 'tellsSource', 'document']);
          if (year.year < content.from || year.year > content.to) {
            report(['years', y, 'year'], `${year.year} lies outside ${content.from}–${content.to}`);
          }
          year.activities.forEach((activity, a) => {
            unique('activity', activity.id, ['years', y, 'activities', a, 'id']);
            if (activity.track !== undefined && !tracks.has(activity.track)) {
              report(['years', y, 'activities', a, 'track'], `unknown track "${activity.track}"`);
            }
          });
        });
        content.blocks.forEach((block, b) => {
          known(block.source.document, ['blocks', b, 'source', 'document']);
        });
        knowledge.goalArrows.push(content);
        break;
      }
      case 'forums':
        unique('municipality', content.municipality.id, ['municipality', 'id']);
        content.forums.forEach((forum, i) => {
          unique('forum', forum.id, ['forums', i, 'id']);
          forum.accounts.forEach((account, a) => {
            known(account.source.document, ['forums', i, 'accounts', a, 'source', 'document']);
          });
          knowledge.forums.push({ ...forum, municipality: content.municipality.id });
        });
        break;
      case 'home':
        unique('kind', 'home', ['kind']);
        knownPlace(content.municipality, ['municipality']);
        knowledge.homeMunicipality = content.municipality;
        break;
      case 'glossary':
        knowledge.glossary.push(...Object.entries(content.words).map(([en, da]) => ({ en, da })));
        break;
      case 'synonyms':
        knowledge.synonyms.push(...content.groups);
        break;
      case 'facts':
        unique('topic', content.topic, ['topic']);
        knowledge.topics.push({ id: content.topic, title: content.title });
        content.items.forEach((item, i) => {
          unique('fact', item.id, ['items', i, 'id']);
          item.sources.forEach((source, s) => {
            known(source.document, ['items', i, 'sources', s, 'document']);
          });
          if (item.municipality !== undefined) knownPlace(item.municipality, ['items', i, 'municipality']);
          knowledge.facts.push({ ...item, topic: content.topic });
        });
        break;
    }
  }
  knowledge.profiles.sort((a, b) => a.order - b.order);
  knowledge.goalArrows.sort((a, b) => a.from - b.from);
  return knowledge;
}
