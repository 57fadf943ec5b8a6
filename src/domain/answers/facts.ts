// Answers from what the search found: facts, activities, blocks of an arrow, documents, and passages of imported documents.
import type { Catalog } from '../../knowledge/catalog.ts';
import { sentencesOf } from '../../knowledge/quotes.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import type { Subject } from '../../knowledge/subjects.ts';
import type { Answer } from '../../model/answer.ts';
import type { Fact } from '../../model/knowledge.ts';
import type { Passage } from '../../model/passage.ts';
import { covers, type Judged } from './confidence.ts';
import { type Draft, shorten } from './draft.ts';
import { answerForum } from './forums.ts';
import { bullet } from './profiles.ts';
import type { Understanding } from './understand.ts';

const longEnough = 1200;

/** The found subjects as one answer, the best first. Points of profiles are answered by profiles.ts. */
export function answerFound(catalog: Catalog, draft: Draft, question: Understanding, found: Judged[]): Answer {
  const [only] = found;
  if (found.length === 1 && only?.subject.kind === 'forum') {
    return answerForum(catalog, draft, only.subject.forum, question.aspects);
  }
  const lines: string[] = [];
  const shown: Subject[] = [];
  for (const judged of found) {
    // A chat answer: another subject comes along only while the answer is still short.
    if (lines.join('\n').length > longEnough) break;
    lines.push(...(lines.length > 0 ? [''] : []), ...linesOf(catalog, draft, question, judged));
    shown.push(judged.subject);
  }
  draft.restOn(shown);
  return draft.finish(lines);
}

function linesOf(catalog: Catalog, draft: Draft, question: Understanding, { subject }: Judged): string[] {
  const { texts, language } = draft;
  switch (subject.kind) {
    case 'fact':
      return factLines(draft, subject.fact);
    case 'activity': {
      const { arrow, year, activity } = subject;
      const source = arrow.years.find(one => one.year === year)?.source ?? arrow.source;
      const track = arrow.tracks.find(({ id }) => id === activity.track)?.name[language];
      return [
        texts.answer.activityIn(arrow.name[language], year, track) + draft.cite(source, activity.text),
        bullet(activity.text),
        ...quoted(draft.wording(source, activity.text)),
      ];
    }
    case 'tells': {
      const year = subject.arrow.years.find(one => one.year === subject.year);
      const tells = year?.tells ?? [];
      const source = year?.tellsSource ?? year?.source ?? subject.arrow.source;
      return [texts.answer.tells(subject.year) + draft.cite(source, tells[0] ?? ''), ...tells.map(bullet)];
    }
    case 'block': {
      const { arrow, block } = subject;
      const head =
        texts.answer.blockIn(arrow.name[language], block.title) + draft.cite(block.source, block.points[0] ?? '');
      return [head, ...block.points.map(bullet)];
    }
    case 'point': {
      const { profile, text } = subject;
      return [`**${profile.name[language]}**: ${text}${draft.cite(profile.source, text)}`];
    }
    case 'forum': {
      const account = subject.forum.accounts[0];
      if (!account) return [];
      const said = [account.content, account.participants, account.frequency].filter(Boolean).join(' · ');
      return [`**${subject.forum.name}**: ${said}${draft.cite(account.source, said)}`];
    }
    case 'document': {
      const { slug, title, publisher, published, about, caveat } = subject.document;
      return [
        `**${title}** (${publisher}, ${published}). ${about}${caveat ? ` ${caveat}` : ''}${draft.cite({ document: slug, section: title }, about)}`,
      ];
    }
    case 'passage':
      return passageLines(catalog, draft, question, subject.passage);
  }
}

function factLines(draft: Draft, fact: Fact): string[] {
  const [first, ...others] = fact.sources;
  if (!first) return [];
  const said = `${fact.text} ${fact.points.join('. ')}`;
  const marks = [first, ...others].map(source => draft.cite(source, said)).join('');
  const dated = fact.asOf && !mentions(said, fact.asOf) ? [draft.texts.answer.asOf(fact.asOf)] : [];
  return [[fact.text + marks, ...dated].join(' '), ...fact.points.map(bullet), ...quoted(draft.wording(first, said))];
}

/** Whether the year of a date is already said. */
const mentions = (text: string, time: string) => (/\d{4}/.exec(time) ?? [time]).some(year => text.includes(year));

const quoted = (wording: string | undefined) => (wording ? ['', wording] : []);

const passageLength = 700;

/** The sentences of a passage that answer, in the order of the document; a list stays whole where it fits. */
function passageLines(catalog: Catalog, draft: Draft, question: Understanding, passage: Passage): string[] {
  const source = { document: passage.document, section: passage.section };
  const sentences = sentencesOf(passage);
  const ranked = sentences
    .map((text, at) => {
      const stems = new Set(wordsOf(text).map(stem));
      const rank = question.subject.reduce((sum, word) => sum + word.weight * covers(catalog, stems, word.stem), 0);
      return { text, at, rank };
    })
    .sort((a, b) => b.rank - a.rank);
  const best = ranked[0]?.rank ?? 0;
  const kept: typeof ranked = [];
  let length = 0;
  for (const sentence of ranked) {
    if (
      kept.length > 0 &&
      (length + sentence.text.length > passageLength || (passage.kind === 'text' && sentence.rank < best / 3))
    )
      continue;
    kept.push(sentence);
    length += sentence.text.length;
  }
  kept.sort((a, b) => a.at - b.at);
  const mark = draft.cite(source, kept[0]?.text ?? passage.text);
  const document = catalog.knowledge.documents.find(({ slug }) => slug === passage.document);
  const head = `${document?.short ?? passage.document}, ${passage.section}:${mark}`;
  if (passage.kind !== 'text') return [head, ...kept.map(({ text }) => bullet(shorten(text, passageLength)))];
  return [head, `> »${shorten(kept.map(({ text }) => text).join(' '), passageLength)}«`];
}
