// A meeting forum: content, participants and frequency, once for each source. Sent by turns/.
import { z } from 'zod';
import { cardFiller } from './fill.ts';

const text = z.string().min(1);

export const forumCard = cardFiller(
  'forum',
  z.object({
    kicker: text,
    title: text,
    accounts: z
      .array(z.object({ according: text, aspects: z.array(z.object({ name: text, said: text })).min(1) }))
      .min(1),
  }),
);
