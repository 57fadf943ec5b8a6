// The texts in the language of the person who reads them.
import { da, type Texts } from './da.ts';
import { en } from './en.ts';

export type { Texts } from './da.ts';

const all: Record<'da' | 'en', Texts> = { da, en };

export const textsFor = (language: 'da' | 'en'): Texts => all[language];
