// An answer as replies: the text with its sources, a card where one shows more, or a question back with buttons. Used by on-message and on-card.
import { randomUUID } from 'node:crypto';
import { forwardCard } from '../cards/talk-cards.ts';
import type { Catalog } from '../knowledge/catalog.ts';
import type { Answer } from '../model/answer.ts';
import type { Reply } from '../model/turn.ts';
import { textsFor } from '../texts/texts.ts';
import { choose } from './choose.ts';
import { showCard } from './show.ts';

export function answerReplies(answer: Answer, answerId: string, question: string, catalog: Catalog): Reply[] {
  const { text, citations, abstained, choices, language, card, byModel } = answer;
  if (asksBack(answer)) return [choose(text, choices, language)];
  const said: Reply = {
    kind: 'text',
    text,
    citations,
    language,
    feedback: true,
    answerId,
    ...(byModel ? { byModel } : {}),
  };
  if (abstained) return [said, offerToForward(answer, answerId, question)];
  // Folded up, the two big cards add buttons without repeating the text.
  if (card?.kind === 'profile' || card?.kind === 'compare-profiles')
    return [said, showCard(card, { catalog, language })];
  if (card?.kind === 'goal-arrow' && choices.length > 0) {
    return [said, choose(textsFor(language).ask.seeAlso, choices, language)];
  }
  return [said];
}

/** One short question back: nothing was answered, and nothing is missing from the documents. */
export const asksBack = ({ abstained, citations, choices }: Answer) =>
  !abstained && citations.length === 0 && choices.length > 0;

const longestQuestion = 1000;

function offerToForward({ language, choices }: Answer, answerId: string, question: string): Reply {
  const { forward } = textsFor(language);
  const card = forwardCard({
    language,
    text: forward.offer,
    open: forward.open,
    label: forward.label,
    question: question.slice(0, longestQuestion),
    missing: forward.missing,
    named: forward.named,
    explain: forward.explain,
    send: forward.send,
    answerId,
    submission: randomUUID(),
    choices: choices.slice(0, 3),
  });
  return { kind: 'card', card, summary: forward.offer };
}
