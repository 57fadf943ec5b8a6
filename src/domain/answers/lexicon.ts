// What the names and everyday words of the knowledge files mean, ready to be found in a question. Built once per catalogue by answer-question.ts.
import type { Catalog } from '../../knowledge/catalog.ts';
import { stem, wordsOf } from '../../knowledge/search/fold.ts';
import type { ProfileList } from '../../model/knowledge.ts';
import { createMatcher, type Matcher, type Phrase } from './matcher.ts';
import { danishMunicipalities, everydayNames } from './municipalities.ts';

export type Aspect = 'content' | 'participants' | 'frequency';

/** What a word or phrase of a question stands for. */
export type Term =
  | { type: 'level'; id: string }
  /** May mean one of several levels. */
  | { type: 'unsure'; levels: string[] }
  | { type: 'list'; list: ProfileList }
  | { type: 'profile' }
  | { type: 'goal-arrow' }
  | { type: 'arrow'; id: string }
  | { type: 'track'; arrow: string; id: string }
  /** A part of a plan beside its years: its foundation, what children will experience. */
  | { type: 'block'; arrow: string; id: string }
  | { type: 'tells' }
  | { type: 'forum'; id: string }
  | { type: 'municipality'; id: string }
  /** A Danish municipality that the documents do not describe. */
  | { type: 'foreign'; name: string }
  | { type: 'document'; slug: string }
  | { type: 'aspect'; aspect: Aspect }
  /** "forum", "mødeforum": says that a meeting is meant, not which. */
  | { type: 'meeting' }
  | { type: 'compare' }
  | { type: 'expect' };

export type Lexicon = Matcher<Term[]>;

const fixed: [Term, string[]][] = [
  [
    { type: 'list', list: 'priorities' },
    [
      'prioriteter',
      'prioritet',
      'prioriterer',
      'prioritere',
      'prioriteringer',
      'prioritering',
      'skal fokusere på',
      'bruge sin tid',
      'bruge tid på',
      'bruge tiden på',
      'først og fremmest',
      'priorities',
      'prioritise',
      'prioritize',
      'priority',
    ],
  ],
  [
    { type: 'list', list: 'workValues' },
    [
      'arbejdsværdier',
      'arbejdsværdi',
      'arbejds værdier',
      'værdier',
      'værdi',
      'lægge vægt på',
      'stå for',
      'work values',
      'work value',
      'values',
    ],
  ],
  [
    { type: 'list', list: 'skills' },
    [
      'færdigheder',
      'færdighed',
      'kompetencer',
      'kompetence',
      'kvalifikationer',
      'evner',
      'gode til',
      'god til',
      'skal kunne',
      'dygtig til',
      'dygtige til',
      'mestre',
      'skills',
      'skill',
      'competences',
      'competencies',
      'abilities',
    ],
  ],
  [
    { type: 'profile' },
    ['profil', 'profilen', 'profiler', 'profilerne', 'learning pipeline profil', 'profile', 'profiles'],
  ],
  [{ type: 'meeting' }, ['forum', 'fora', 'forummet', 'mødeforum', 'mødefora', 'meeting forum']],
  [{ type: 'goal-arrow' }, ['målpil', 'målpilen', 'målpile', 'mål pil', 'mål pilen', 'goal arrow']],
  [
    { type: 'tells' },
    [
      'fortæller',
      'det fortæller vi',
      'fortæller vi',
      'fortælle',
      'fortælling',
      'fortællingen',
      'we tell',
      'be able to tell',
    ],
  ],
  [
    { type: 'aspect', aspect: 'frequency' },
    [
      'hvor tit',
      'hvor ofte',
      'hyppighed',
      'hyppigt',
      'hyppig',
      'hvor mange gange',
      'mødefrekvens',
      'frekvens',
      'how often',
      'how many times',
      'frequency',
      'hvor mange møder',
    ],
  ],
  [
    { type: 'aspect', aspect: 'participants' },
    [
      'deltager',
      'deltagere',
      'deltagerne',
      'deltage',
      'hvem sidder',
      'sidder med',
      'sidder i',
      'hvem er med',
      'medlem',
      'medlemmer',
      'medlemmerne',
      'hvem kommer',
      'hvem mødes',
      'hvem møder',
      'hvem består',
      'består af',
      'sammensat',
      'sammensætning',
      'hvem skal med',
      'who attends',
      'who participates',
      'who takes part',
      'participants',
      'members',
      'attends',
      'attend',
      'sits on',
      'sits in',
    ],
  ],
  [
    { type: 'aspect', aspect: 'content' },
    [
      'indhold',
      'indholdet',
      'handler',
      'handle',
      'dagsorden',
      'drøfter',
      'drøftes',
      'taler man om',
      'snakker',
      'hvad laver',
      'hvad foregår',
      'bruges til',
      'about',
      'content',
      'discuss',
      'discussed',
    ],
  ],
  [
    { type: 'compare' },
    [
      'forskel',
      'forskelle',
      'forskellen',
      'forskellene',
      'forskellig',
      'forskellige',
      'sammenlign',
      'sammenligne',
      'sammenlignet',
      'sammenligning',
      'adskiller',
      'adskille',
      'kontra',
      'versus',
      'vs',
      'hhv',
      'henholdsvis',
      'i modsætning til',
      'i forhold til',
      'compare',
      'compared',
      'comparison',
      'difference',
      'differ',
      'differences',
      'different',
      'fælles',
      'ens',
      'ligheder',
      'ligner',
    ],
  ],
  [
    { type: 'expect' },
    [
      'forvente',
      'forventes',
      'forventer',
      'forventning',
      'forventninger',
      'forventet',
      'opgaver',
      'opgave',
      'ansvar',
      'rolle',
      'hvad laver',
      'expected',
      'expect',
      'expectations',
      'role',
      'responsibilities',
      'leve op til',
    ],
  ],
];

/** Builds the phrase finder from the catalogue's names, aliases and the fixed words of profiles, plans and meetings. */
export function createLexicon(catalog: Catalog): Lexicon {
  const { profiles, goalArrows, forums, municipalities, documents } = catalog.knowledge;
  const terms = new Map<string, Phrase<Term[]>>();
  const add = (term: Term, phrases: (string | undefined)[]) => {
    for (const phrase of phrases) {
      if (!phrase) continue;
      const key = wordsOf(phrase).map(stem).join(' ');
      const known = terms.get(key);
      if (!known) terms.set(key, { phrase, value: [term] });
      else if (!known.value.some(one => JSON.stringify(one) === JSON.stringify(term))) known.value.push(term);
    }
  };
  for (const [term, phrases] of fixed) add(term, phrases);

  const unsure = new Map<string, string[]>();
  for (const { level, name, aliases, unsure: mayMean } of profiles) {
    add({ type: 'level', id: level }, [name.da, name.en, ...aliases.da, ...aliases.en]);
    for (const word of mayMean) unsure.set(word, [...(unsure.get(word) ?? []), level]);
  }
  for (const [word, levels] of unsure) add({ type: 'unsure', levels }, [word]);
  for (const arrow of goalArrows) {
    add({ type: 'arrow', id: arrow.id }, [arrow.name.da, arrow.name.en, ...arrow.aliases]);
    for (const { id, title, aliases } of arrow.blocks) {
      add({ type: 'block', arrow: arrow.id, id }, [title, ...aliases]);
    }
    for (const { id, name, aliases } of arrow.tracks) {
      add({ type: 'track', arrow: arrow.id, id }, [name.da, name.en, ...aliases]);
    }
  }
  for (const forum of forums) add({ type: 'forum', id: forum.id }, [forum.name, forum.short, ...forum.aliases]);
  for (const { id, name, aliases } of municipalities) add({ type: 'municipality', id }, [name, bare(name), ...aliases]);
  const described = new Set(municipalities.map(({ name }) => bare(name)));
  for (const name of danishMunicipalities) {
    if (!described.has(name))
      add({ type: 'foreign', name }, everydayNames.has(name) ? [`${name} Kommune`] : [`${name} Kommune`, name]);
  }
  for (const { slug, title, short, aliases } of documents) add({ type: 'document', slug }, [title, short, ...aliases]);
  return createMatcher([...terms.values()], catalog.isWord);
}

const bare = (municipality: string) => municipality.replace(/ Kommunes?$/i, '');
