// What a person presses on a card. Every verb's data are checked here: cards grow old, and anybody can post an invoke. Called by the router.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cardLanguage } from '../cards/fill.ts';
import { forwardedCard } from '../cards/talk-cards.ts';
import { AppError } from '../lib/errors.ts';
import type { CardRequest } from '../model/answer.ts';
import type { CardTurn, Language, Reply } from '../model/turn.ts';
import { textsFor } from '../texts/texts.ts';
import { createOnMessage } from './on-message.ts';
import type { RouterParts } from './parts.ts';
import { showCard } from './show.ts';

const name = z.string().min(1).max(100);
/** Cards from before their buttons carried it lack the language. */
const language = cardLanguage.optional();
const verbs = {
  ask: z.object({ question: z.string().trim().min(1).max(1000), language }),
  profile: z.object({ level: name, language }),
  'compare-profiles': z.object({ level: name, other: name, language }),
  'goal-arrow': z.object({
    arrow: name,
    year: z.coerce.number().int(),
    track: z.string().max(100).default(''),
    language,
  }),
  forward: z.object({
    answerId: name,
    submission: name,
    text: z.string().trim().min(1).max(1000),
    named: z.enum(['true', 'false']).default('false'),
    language,
  }),
};

export function createOnCard(parts: RouterParts): (turn: CardTurn) => Promise<Reply[]> {
  const { dialogue, library, forwarding } = parts;
  const onMessage = createOnMessage(parts);
  return async turn => {
    const languageOf = async (spoken: Language | undefined) => spoken ?? (await dialogue.languageOf(turn.sender.key));
    const show = async (request: CardRequest, spoken: Language | undefined) => [
      showCard(request, { catalog: library.catalog(), language: await languageOf(spoken) }, true),
    ];
    switch (turn.verb) {
      case 'ask': {
        const { question, language } = read('ask', turn);
        return onMessage({ ...turn, kind: 'message', text: question }, { language });
      }
      case 'profile': {
        const { level, language } = read('profile', turn);
        return show({ kind: 'profile', level }, language);
      }
      case 'compare-profiles': {
        const { level, other, language } = read('compare-profiles', turn);
        return show({ kind: 'compare-profiles', levels: [level, other] }, language);
      }
      case 'goal-arrow': {
        const { arrow, year, track, language } = read('goal-arrow', turn);
        return show({ kind: 'goal-arrow', arrow, year, ...(track ? { track } : {}) }, language);
      }
      case 'forward': {
        const { answerId, submission, text, named, language } = read('forward', turn);
        const personKey = named === 'true' ? turn.sender.key : null;
        // Once a card and person, whatever id Teams gives a repeated press; without the card's chance number nobody can tell who it was.
        const submissionKey = createHash('sha256').update(`${submission} ${turn.sender.key}`).digest('hex');
        const count = await forwarding.forward({
          text,
          personKey,
          answerId,
          submissionKey,
          conversationId: turn.conversation.id,
          sender: turn.sender.key,
        });
        const { forward } = textsFor(await languageOf(language));
        // The card is kept beside the conversation's id, for a repeated press: neither the words nor the choice of a name may stand in it.
        const card = forwardedCard({ title: forward.sentTitle, detail: forward.sent + forward.sentCount(count) });
        return [{ kind: 'card', card, summary: forward.sentTitle, replace: true }];
      }
      default:
        throw new AppError('card-outdated', 'the card has a verb that is not known');
    }
  };
}

function read<Verb extends keyof typeof verbs>(verb: Verb, turn: CardTurn): z.infer<(typeof verbs)[Verb]> {
  const parsed = verbs[verb].safeParse(turn.data);
  if (!parsed.success)
    throw new AppError(
      'invalid-input',
      `verb ${verb}: ${parsed.error.issues.map(issue => issue.path.join('.')).join(', ')}`,
    );
  return parsed.data;
}
