// The English counterpart of da.ts, key for key. The documents stay Danish; only the frame is English.
import type { Texts } from './da.ts';

export const en: Texts = {
  lists: {
    priorities: 'Priorities (prioriteter)',
    workValues: 'Work values (arbejdsværdier)',
    skills: 'Skills (færdigheder)',
  },
  errors: {
    internal: 'Sorry, something went wrong on my side. Please try again in a moment.',
    'invalid-input': 'I could not read that. Please write it again.',
    'invalid-configuration': 'The assistant is not set up correctly. Please tell your IT department.',
    'invalid-knowledge': 'The knowledge files contain an error. Please tell the administration.',
    'unreadable-document': 'The document could not be read. Try saving it again as PDF, Word or text.',
    'unknown-document': 'I do not know that document. Write "kilder" to see what I have.',
    'database-unreachable': 'I cannot reach my data right now. Please try again in a moment.',
    'database-busy': 'It is busy right now. Please try again in a moment.',
    'card-outdated': 'This card is out of date. Write to me and you will get a new one.',
    'text-too-long': 'Your message is too long for me. Please keep it under 4,000 characters.',
    'personal-number':
      'Your message seems to contain a Danish civil registration number (CPR). I have neither stored nor used it. Please write it again without the number.',
  },
  errorReference: reference => `Mention ${reference} if you contact IT.`,
  listsInText: { priorities: 'priorities', workValues: 'work values', skills: 'skills' },
  aspects: { content: 'Content', participants: 'Participants', frequency: 'How often' },
  and: 'and',

  answer: {
    frame: 'The documents are in Danish; this is what they say:',
    source: 'Source',
    sources: 'Sources',
    page: page => `p. ${page}`,
    asOf: time => `This dates from ${time}.`,
    wording: 'In the words of the document',
    profileLists: level => `**${level}** in the Learning Pipeline:`,
    profileList: (list, level) => `**${list}** of **${level}** in the Learning Pipeline:`,
    compareLevels: levels =>
      `${levels.map(level => `**${level}**`).join(' and ')} side by side in the Learning Pipeline:`,
    whichLevel: (level, list) => `That is **${level}** – it stands among that level's ${list}:`,
    whichLevels: 'It stands in several profiles:',
    arrowYear: (arrow, year) => `**${arrow}** – ${year}:`,
    arrowOverview: arrow => `**${arrow}**:`,
    tells: year => `What we will be able to tell in ${year}:`,
    activityIn: (arrow, year, track) =>
      track ? `It stands in ${arrow} under ${track}, ${year}:` : `It stands in ${arrow} under ${year}:`,
    blockIn: (arrow, block) => `**${block}** in ${arrow}:`,
    unreadable: 'Part of the figure cannot be read in the scanned document, so the list may lack something.',
    accountOf: (document, time) => `According to ${document} (${time})`,
    disagree: 'The sources do not quite agree, so here are both:',
    passages: 'The nearest thing the documents say:',
    more: count => `… and ${count} more.`,
    notMentioned: 'not mentioned in the document',
  },

  limits: {
    unknown: 'The documents I have do not say.',
    nearest: title => `The nearest thing they do say something about: ${title}.`,
    level: levels => `There is no such level in the Learning Pipeline. There are eight: ${levels}.`,
    year: (year, arrows) => `I have no målpil (multi-year plan) for ${year}. I have ${arrows}.`,
    municipality: (name, known) => `The documents say nothing about ${name}. They describe ${known}.`,
    empty: 'Write your question and I will look in the documents.',
    forward: 'You can send the question to the administration with the button below.',
  },

  ask: {
    level: list => `For which level would you like to see the ${list}?`,
    whichLevel: 'Which leader do you mean?',
    levelQuestion: (list, level) => `${list} for ${level}`,
    profileQuestion: level => `The profile of ${level}`,
    arrow: 'Which målpil (multi-year plan) do you mean?',
    arrowQuestion: arrow => `Vis ${arrow}`,
    yearQuestion: (arrow, year) => `Hvad står der om ${year} i ${arrow}?`,
    forum: name => `${name} exists in several places. Which municipality do you mean?`,
    forumQuestion: (forum, municipality) => `${forum} i ${municipality}`,
    list: (list, level) => `See the ${list} of ${level}`,
  },
};
