// One level's three lists to fold out, its neighbours, and a comparison to choose. Sent by turns/.
import { z } from 'zod';
import { cardFiller, cardLanguage } from './fill.ts';

const text = z.string().min(1);
const level = z.object({ title: text, level: text });

export const profileCard = cardFiller(
  'profile',
  z.object({
    language: cardLanguage,
    kicker: text,
    title: text,
    about: text,
    level: text,
    lists: z
      .array(z.object({ id: text, name: text, count: z.number().int(), points: text, open: z.boolean(), fold: text }))
      .length(3),
    neighbours: z.array(level).max(2),
    /** Left out where there is no other level. */
    compare: z.object({ title: text, label: text, missing: text, button: text, levels: z.array(level) }),
    source: text,
  }),
);
