// Questions that people choose to send to the administration: once per meaning, with a count. Called by turns/.

import { randomUUID } from 'node:crypto';
import { fold, gramsOf, stem, wordsOf } from '../knowledge/search/fold.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';
import { type ForwardedGroup, forwardQuestion } from '../store/forwarded-questions.ts';
import type { Db } from '../store/tables.ts';
import { emptyWords } from './answers/wording.ts';
import { refusePersonalNumbers } from './privacy.ts';

export interface Forwarding {
  /**
   * @param text as the asker has last seen and perhaps changed it, at most 1,000 characters.
   * @param personKey the asker's, or null when they leave their name out.
   * @param answerId as the card says; it counts only where the answer is the sender's own.
   * @param submissionKey the same for every delivery of one press of the button.
   * @returns how many have asked the same by now.
   */
  forward(question: {
    text: string;
    personKey: string | null;
    answerId: string;
    submissionKey: string;
    conversationId: string;
    /** Who presses: without a name their tie to the question is cut. */
    sender: string;
  }): Promise<number>;
}

export function createForwarding({ db, clock }: { db: Db; clock: Clock }): Forwarding {
  return {
    async forward({ text, personKey, ...press }) {
      refusePersonalNumbers(text);
      const asked = text.trim();
      if (asked === '') throw new AppError('invalid-input', 'the question is empty');
      // Not one of our ids: they tell the millisecond, and that would lead back to whoever asked just then.
      const ask = { ...press, askId: randomUUID(), text: asked, named: personKey !== null, at: clock.now() };
      const { count } = await forwardQuestion(db, ask, groups => sameMeaning(asked, groups)?.id);
      return count;
    },
  };
}

/** Share of common 4-grams of the subject words from which two questions count as the same; a figure or a name apart keeps them two. */
const sameFrom = 0.72;

/** The open group that asks the same, the likest where several do. */
export function sameMeaning(question: string, groups: ForwardedGroup[]): ForwardedGroup | undefined {
  const asked = meaning(question);
  return groups
    .filter(({ status }) => status === 'open')
    .map(group => ({ group, likeness: likeness(asked, meaning(group.text)) }))
    .filter(({ likeness: one }) => one >= sameFrom)
    .sort((a, b) => b.likeness - a.likeness)[0]?.group;
}

interface Meaning {
  grams: Set<number>;
  figures: string;
}

function meaning(text: string): Meaning {
  const words = wordsOf(text);
  const subject = words.filter(word => !emptyWords.has(fold(word)));
  return {
    grams: new Set(gramsOf((subject.length > 0 ? subject : words).map(stem).join(' '))),
    figures: words
      .filter(word => /\d/.test(word))
      .sort()
      .join(' '),
  };
}

function likeness(one: Meaning, other: Meaning): number {
  if (one.figures !== other.figures) return 0;
  let shared = 0;
  for (const gram of one.grams) if (other.grams.has(gram)) shared++;
  return (2 * shared) / Math.max(1, one.grams.size + other.grams.size);
}
