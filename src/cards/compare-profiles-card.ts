// Two levels side by side, list by list. Sent by turns/.
import { z } from 'zod';
import { cardFiller, cardLanguage } from './fill.ts';

const text = z.string().min(1);

export const compareProfilesCard = cardFiller(
  'compare-profiles',
  z.object({
    language: cardLanguage,
    kicker: text,
    title: text,
    lists: z
      .array(
        z.object({
          id: text,
          name: text,
          open: z.boolean(),
          fold: text,
          sides: z.array(z.object({ level: text, points: text })).length(2),
        }),
      )
      .length(3),
    profiles: z.array(z.object({ title: text, level: text })).length(2),
    source: text,
  }),
);
