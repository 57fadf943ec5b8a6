// The few words that are commands and not questions. Read by on-message.
import { fold } from '../knowledge/search/fold.ts';
import type { Language } from '../model/turn.ts';

export type Command =
  | { name: 'help' }
  | { name: 'thanks' }
  | { name: 'sources' }
  | { name: 'language'; choice: Language | undefined }
  /** `profil chef`: the card, found as the answer to the words is found. */
  | { name: 'show'; what: 'profile' | 'goal-arrow' | 'forum'; words: string };

const plainCommands: [Command, string[]][] = [
  [
    { name: 'help' },
    [
      'hjælp',
      'help',
      'start',
      'menu',
      '?',
      'hej',
      'hej med dig',
      'goddag',
      'hello',
      'hi',
      'hvem er du',
      'hvem er du?',
      'hvad kan du',
      'hvad kan du?',
      'what can you do',
      'what can you do?',
    ],
  ],
  [
    { name: 'thanks' },
    [
      'tak',
      'mange tak',
      'tusind tak',
      'tak for hjælpen',
      'ok',
      'okay',
      'fint',
      'super',
      'godt',
      'ja',
      'nej',
      'farvel',
      'thanks',
      'thank you',
      'yes',
      'no',
      'bye',
      '👍',
    ],
  ],
  [{ name: 'sources' }, ['kilder', 'kilde', 'sources', 'dokumenter', 'documents']],
];
const languages: [Language, string[]][] = [
  ['da', ['dansk', 'da', 'danish', 'på dansk', 'in danish']],
  ['en', ['engelsk', 'en', 'english', 'på engelsk', 'in english']],
];
const shown: [Extract<Command, { name: 'show' }>['what'], RegExp][] = [
  ['profile', /^(?:profil|profile)(?:\s+(.+))?$/],
  ['goal-arrow', /^(?:malpil|malpilen|goal arrow)(?:\s+(.+))?$/],
  ['forum', /^(?:forum|fora)(?:\s+(.+))?$/],
];

/** The most words behind `profil`, `målpil` or `forum` that still name something; more make a question. */
const longestName = 8;

/** `undefined` for everything that is to be answered as a question. */
export function readCommand(text: string): Command | undefined {
  const said = fold(text)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  for (const [command, names] of plainCommands) if (names.some(name => fold(name) === said)) return command;
  const language = /^(?:sprog|language)(?:\s+(.+))?$/.exec(said);
  if (language) {
    const choice = languages.find(([, names]) => names.some(name => fold(name) === language[1]))?.[0];
    return { name: 'language', choice };
  }
  for (const [what, pattern] of shown) {
    const match = pattern.exec(said);
    if (match && !said.includes('?') && (match[1]?.split(' ').length ?? 0) <= longestName) {
      return { name: 'show', what, words: match[1] ?? '' };
    }
  }
  return undefined;
}
