// Answers about meeting forums: what for, who takes part, how often; sources that disagree stand side by side.
import type { Catalog } from '../../knowledge/catalog.ts';
import type { Answer } from '../../model/answer.ts';
import type { Forum, ForumAccount } from '../../model/knowledge.ts';
import type { Draft } from './draft.ts';
import type { Aspect } from './lexicon.ts';
import { bullet } from './profiles.ts';

const allAspects: Aspect[] = ['content', 'participants', 'frequency'];

/** One forum, the aspects asked for first; the others follow, since a leader who asks who comes mostly wants to know when as well. */
export function answerForum(catalog: Catalog, draft: Draft, forum: Forum, aspects: Aspect[]): Answer {
  const { texts } = draft;
  const documents = new Map(catalog.knowledge.documents.map(document => [document.slug, document]));
  const name =
    forum.short && forum.short.toLowerCase() !== forum.name.toLowerCase()
      ? `**${forum.name} (${forum.short})**`
      : `**${forum.name}**`;
  const place = catalog.knowledge.municipalities.find(({ id }) => id === forum.municipality)?.name;
  const order = [...aspects, ...allAspects.filter(aspect => !aspects.includes(aspect))];
  const lines = forum.accounts.flatMap((account, i) => [
    ...(i > 0 ? [''] : []),
    `${texts.answer.accountOf(documents.get(account.source.document)?.short ?? account.source.document, account.asOf)}:${draft.cite(account.source, saidBy(account))}`,
    ...order.flatMap(aspect => (account[aspect] ? [bullet(`${texts.aspects[aspect]}: ${account[aspect]}`)] : [])),
  ]);
  const wording = forum.accounts
    .map(({ source, ...account }) => draft.wording(source, saidBy({ source, ...account })))
    .find(Boolean);
  const intro = place ? `${name}, ${place}` : name;
  const apart = forum.accounts.length > 1 ? ` – ${texts.answer.disagree}` : ':';
  return draft.finish([`${intro}${apart}`, '', ...lines, ...(wording ? ['', wording] : [])], {
    card: { kind: 'forum', forum: forum.id },
  });
}

const saidBy = ({ content, participants, frequency }: ForumAccount) =>
  [content, participants, frequency].filter(Boolean).join('. ');

/** Several forums side by side, only what is asked of each. */
export function compareForums(catalog: Catalog, draft: Draft, forums: Forum[], aspects: Aspect[]): Answer {
  const { texts } = draft;
  const places = new Map(catalog.knowledge.municipalities.map(({ id, name }) => [id, name]));
  const documents = new Map(catalog.knowledge.documents.map(document => [document.slug, document]));
  const lines = forums.flatMap((forum, i) => [
    ...(i > 0 ? [''] : []),
    `**${forum.name}**, ${places.get(forum.municipality) ?? ''}:`,
    ...forum.accounts.flatMap(account => {
      const document = documents.get(account.source.document)?.short ?? account.source.document;
      const said = aspects.flatMap(aspect => (account[aspect] ? [`${texts.aspects[aspect]}: ${account[aspect]}`] : []));
      if (said.length === 0) return [];
      return [
        bullet(
          `${texts.answer.accountOf(document, account.asOf)} – ${said.join(' ')}${draft.cite(account.source, saidBy(account))}`,
        ),
      ];
    }),
  ]);
  return draft.finish(lines);
}
