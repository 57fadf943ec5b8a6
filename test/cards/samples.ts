// Every card of the house filled with real data, the longest included; used by the tests beside it.

import { forwardCard, forwardedCard } from '../../src/cards/talk-cards.ts';
import { type Catalog, createCatalog } from '../../src/knowledge/catalog.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Language, Reply } from '../../src/model/turn.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { answerReplies } from '../../src/turns/answer-replies.ts';
import { choose } from '../../src/turns/choose.ts';
import { showCard, showWelcome } from '../../src/turns/show.ts';

export interface Sample {
  name: string;
  card: Record<string, unknown>;
}

export const catalog: Catalog = createCatalog(loadKnowledge(['knowledge', 'playground/knowledge']), []);
export const contact = 'Skoleforvaltningens sekretariat, skoleforvaltningen@havneby.example, 99 00 00 00';

/** What people write to break a card. */
export const hostile =
  'Må vi **fede**, [linke](https://ond.example) og <b>bruge</b> $\u007bx}, "citere" `kode`?\n# Overskrift\n- punkt\n1. nummer\\';

export function samples(language: Language): Sample[] {
  const { profiles, goalArrows, forums } = catalog.knowledge;
  const shelf = { catalog, language };
  const card = (name: string, reply: Reply): Sample => {
    if (reply.kind !== 'card') throw new Error(`${name} is no card`);
    return { name: `${name} (${language})`, card: reply.card };
  };
  return [
    ...profiles.map(({ level }) => card(`profile ${level}`, showCard({ kind: 'profile', level }, shelf))),
    ...profiles.flatMap((one, i) =>
      profiles
        .slice(i + 1)
        .map(other =>
          card(
            `compare ${one.level} ${other.level}`,
            showCard({ kind: 'compare-profiles', levels: [one.level, other.level] }, shelf),
          ),
        ),
    ),
    ...goalArrows.flatMap(arrow =>
      arrow.years.flatMap(({ year, activities }) =>
        [undefined, ...arrow.tracks.filter(({ id }) => activities.some(({ track }) => track === id))].map(track =>
          card(
            `goal arrow ${arrow.id} ${year} ${track?.id ?? ''}`,
            showCard({ kind: 'goal-arrow', arrow: arrow.id, year, ...(track ? { track: track.id } : {}) }, shelf),
          ),
        ),
      ),
    ),
    ...forums.map(({ id }) => card(`forum ${id}`, showCard({ kind: 'forum', forum: id }, shelf))),
    card('welcome', showWelcome(language, contact)),
    card('welcome without contact', showWelcome(language, undefined)),
    card('choices', questionBack(language)),
    card('list of many', choose(textsFor(language).ask.whichForum, manyForums, language)),
    card('list of most', choose(textsFor(language).ask.whichForum, mostForums, language)),
    { name: `forward (${language})`, card: offer(language, hostile) },
    { name: `forward longest (${language})`, card: offer(language, 'Hvorfor? '.repeat(111)) },
    { name: `forwarded (${language})`, card: sent(language) },
  ];
}

const manyForums = catalog.knowledge.forums.map(({ name }) => ({ label: name, question: `forum ${name}` }));
/** More than a card takes, as a region's own knowledge might have. */
const mostForums = Array.from({ length: 300 }, (_, i) => ({
  label: `Netværket for pædagogiske ledere af indskolingen, gruppe ${i}`,
  question: `forum Netværket for pædagogiske ledere af indskolingen, gruppe ${i}`,
}));

function questionBack(language: Language): Reply {
  const { ask } = textsFor(language);
  const choices = catalog.knowledge.profiles.map(({ name }) => ({
    label: name[language],
    question: ask.levelQuestion('Færdigheder', name.da),
  }));
  const answer = { text: ask.whichLevel, citations: [], abstained: false, language, choices };
  const [reply] = answerReplies(answer, 'answer', 'Hvilke færdigheder?', catalog);
  if (!reply) throw new Error('no question back');
  return reply;
}

export function offer(language: Language, question: string): Record<string, unknown> {
  const { open, offer: text, label, missing, named, explain, send } = textsFor(language).forward;
  const choices = [{ label: 'Hvad er en målpil?', question: 'Hvad er en målpil?' }];
  return forwardCard({
    language,
    text,
    open,
    label,
    question,
    missing,
    named,
    explain,
    send,
    answerId: 'a',
    submission: 's',
    choices,
  });
}

function sent(language: Language): Record<string, unknown> {
  const { sentTitle, sent: detail, sentCount } = textsFor(language).forward;
  return forwardedCard({ title: sentTitle, detail: detail + sentCount(12) });
}
