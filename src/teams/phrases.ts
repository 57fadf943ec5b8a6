// The few words that teams/ itself puts on the screen, beside what handlers reply; chosen in app.ts.
import type { Language } from '../model/turn.ts';

export interface TeamsPhrases {
  /** Heads the list of sources where Teams shows no citations. */
  sources: string;
  page: (page: number) => string;
  /** In answer to a button whose reply is a message of its own. */
  answeredBelow: string;
  /** In answer to a button that was pressed twice. */
  alreadyAnswered: string;
  /** In answer to a button that no card of ours has. */
  unreadable: string;
}

const phrases: Record<Language, TeamsPhrases> = {
  da: {
    sources: 'Kilder',
    page: page => `s. ${page}`,
    answeredBelow: 'Svaret står nederst i samtalen.',
    alreadyAnswered: 'Det har jeg allerede taget imod.',
    unreadable: 'Den knap kender jeg ikke. Skriv til mig, så får du et nyt kort.',
  },
  en: {
    sources: 'Sources',
    page: page => `p. ${page}`,
    answeredBelow: 'The answer is at the bottom of the conversation.',
    alreadyAnswered: 'I have already received that.',
    unreadable: 'I do not know that button. Write to me and you will get a new card.',
  },
};

export const teamsPhrases = (language: Language): TeamsPhrases => phrases[language];
