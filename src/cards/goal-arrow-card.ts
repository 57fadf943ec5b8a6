// A year of a målpil by track, with buttons to its other years and to one track. Sent by turns/.
import { z } from 'zod';
import { cardFiller, cardLanguage } from './fill.ts';

const text = z.string().min(1);

export const yearsInRow = 5;

export const goalArrowCard = cardFiller(
  'goal-arrow',
  z.object({
    language: cardLanguage,
    kicker: text,
    title: text,
    about: text,
    /** A row of years is as wide as a phone takes. */
    rows: z
      .array(
        z.object({
          years: z
            .array(z.object({ label: text, arrow: text, track: z.string(), shown: z.boolean() }))
            .min(1)
            .max(yearsInRow),
        }),
      )
      .min(1),
    groups: z.array(z.object({ name: z.string(), points: text })).min(1),
    /** Empty where nothing is to be noted. */
    note: z.string(),
    tracks: z.array(z.object({ title: text, arrow: text, year: text, track: z.string() })),
    source: text,
  }),
);
