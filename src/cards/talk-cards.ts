// The small cards of a conversation: the welcome, a question back with buttons, and sending a question to the administration. Sent by turns/.
import { z } from 'zod';
import { cardFiller, cardLanguage } from './fill.ts';

/** More than a person wants to read through as buttons. */
export const mostButtons = 8;
/** A card may be 28 KB. */
export const mostListed = 100;

const text = z.string().min(1);
const choice = z.object({ label: text, question: text });

/** Greeting and help: what the assistant can do, in commands and examples. */
export const welcomeCard = cardFiller(
  'welcome',
  z.object({
    language: cardLanguage,
    title: text,
    intro: text,
    privacy: text,
    commandsTitle: text,
    commands: z.array(z.object({ command: text, does: text })).min(1),
    /** Whom to ask; empty where nobody is configured. */
    contact: z.string(),
    tryTitle: text,
    examples: z.array(z.object({ question: text })).max(4),
  }),
);

/** A short question back; each button, or what is chosen from the list, asks the full question. */
export const choicesCard = cardFiller(
  'choices',
  z
    .object({
      language: cardLanguage,
      text,
      buttons: z.array(choice).max(mostButtons),
      list: z.array(choice).max(mostListed),
      choose: text,
      show: text,
    })
    .refine(({ buttons, list }) => buttons.length > 0 !== list.length > 0, 'either buttons or a list'),
);

/** Offers to send a question on: the text can be changed, with or without the asker's name. */
export const forwardCard = cardFiller(
  'forward',
  z.object({
    language: cardLanguage,
    text,
    open: text,
    label: text,
    question: text,
    missing: text,
    named: text,
    explain: text,
    send: text,
    answerId: text,
    /** A chance number of this card: the same press is counted once. */
    submission: text,
    choices: z.array(choice).max(3),
  }),
);

/** That it was sent; the same card with and without a name. */
export const forwardedCard = cardFiller('forwarded', z.object({ title: text, detail: text }));
