// The few words that teams/ itself puts on the screen, in the language of a reply or else the configured one.
import type { Language } from '../model/language.ts';
import { type Texts, textsFor } from '../texts/texts.ts';

export type TeamsPhrases = Texts['teams'];

export const teamsPhrases = (language: Language): TeamsPhrases => textsFor(language).teams;
