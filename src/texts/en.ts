// The English counterpart of da.ts, key for key. The documents stay Danish; only the frame is English.
import { enumerate, type Texts } from './da.ts';

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
    'unknown-document': 'I do not know that document. Write "kilder" to see which ones I have.',
    'unknown-answer': 'I can no longer tell which answer you mean. Ask again and you can rate the new answer.',
    'database-unreachable': 'I cannot reach my data right now. Please try again in a moment.',
    'database-busy': 'I am busy right now. Please try again in a moment.',
    'card-outdated': 'This card is out of date. Write to me and you will get a new one.',
    'text-too-long': 'Your message is too long for me. Please write at most 4,000 characters.',
    'personal-number':
      'Your message seems to contain a Danish civil registration number (CPR), so I have neither stored nor used it. Please write it again without the number.',
  },
  errorReference: reference => `Mention ${reference} if you contact IT.`,
  listsInText: { priorities: 'priorities', workValues: 'work values', skills: 'skills' },
  aspects: { content: 'Content', participants: 'Participants', frequency: 'How often' },
  and: 'and',

  answer: {
    frame: 'The documents are in Danish; this is what they say:',
    asOf: time => `This dates from ${time}.`,
    profileLists: level => `**${level}** in the Learning Pipeline:`,
    profileList: (list, level) => `**${list}** of **${level}** in the Learning Pipeline:`,
    compareLevels: levels =>
      `${enumerate(
        levels.map(level => `**${level}**`),
        'and',
      )} side by side in the Learning Pipeline:`,
    whichLevel: (level, list) => `That belongs to **${level}** and is among that level’s ${list}:`,
    whichLevels: 'It is in several profiles:',
    restOfLists: (lists, level) =>
      `There is no room here for all the ${enumerate(lists, 'and')}. Write "profil ${level.toLowerCase()}" to see a whole profile.`,
    arrowYear: (arrow, year) => `**${arrow}** – ${year}:`,
    yearCount: (year, count, tracks) =>
      `**${year}**: ${count} ${count === 1 ? 'activity' : 'activities'}${tracks === '' ? '' : ` – ${tracks}`}`,
    yearEmpty: 'Nothing is said here.',
    points: (count, group) => `${count} ${count === 1 ? 'point' : 'points'}${group === '' ? '' : ` under ${group}`}`,
    leftOff: points => `There is no room for everything here. Left out: ${points}.`,
    tellsName: 'What we tell',
    tells: year => `What we tell in ${year}:`,
    activityIn: (arrow, year, track) =>
      track ? `It is in ${arrow} under ${track}, ${year}:` : `It is in ${arrow} under ${year}:`,
    blockIn: (arrow, block) => `**${block}** in ${arrow}:`,
    unreadable: 'Part of the figure is illegible in the scanned document, so points may be missing.',
    accountOf: (document, time) => `According to ${document} (${time})`,
    disagree: 'the sources do not quite agree, so here is each of them:',
    more: count => `… and ${count} more.`,
  },

  limits: {
    unknown: 'The documents I have do not say.',
    nearest: (title, said) => `The nearest thing they do say is under “${title}”: ${said}`,
    nothingNear: 'Write "kilder" to see which documents I answer from.',
    level: levels =>
      `There is no such level in the Learning Pipeline. There are ${levels.length}: ${enumerate(levels, 'and')}.`,
    year: (year, arrows) => `I have no målpil (multi-year plan) for ${year}. I have ${arrows}.`,
    municipality: (name, known) => `The documents say nothing about ${name}. They describe ${known}.`,
    empty: 'Write your question and I will look in the documents.',
    forward: 'You can send the question to the administration with the button below.',
  },

  cards: {
    kicker: 'Learning Pipeline',
    fold: name => `Show or hide ${name.toLowerCase()}`,
    previous: level => `◂ ${level}`,
    next: level => `${level} ▸`,
    compareTitle: 'Compare …',
    compareLabel: 'Compare with',
    compareMissing: 'Choose the level to compare with.',
    compareButton: 'Compare',
    comparison: (one, other) => `${one} and ${other}`,
    profileSummary: level => `The profile of ${level}`,
    allTracks: 'All tracks',
    tells: year => `What we tell in ${year}`,
    source: (title, section) => `Source: ${title}, ${section}`,
    forumKicker: municipality => `Meeting forum · ${municipality}`,
  },

  talk: {
    welcomeTitle: 'Hello! I am the Learning Pipeline assistant',
    welcomeIntro:
      'Ask me about the profiles, the goals, the målpil (multi-year plan) and the meetings. I answer briefly from your documents and show where it says so. If it is not there, I tell you.',
    welcomePrivacy:
      'The administration sees a question only if you choose to send it. I keep questions and answers for 30 days so that a thumbs up or down can be tied to the right answer; answers that you have rated I keep for 180 days. Please do not write CPR numbers or pupils’ names.',
    commandsTitle: 'What you can write',
    commands: [
      { command: 'profil chef', does: 'a profile with its three lists' },
      { command: 'målpil 2022', does: 'one year of the målpil' },
      { command: 'forum FRO', does: 'who, what and how often for a meeting forum' },
      { command: 'kilder', does: 'the documents I answer from' },
      { command: 'sprog', does: 'switch between Danish and English' },
      { command: 'hjælp', does: 'this card again' },
    ],
    contact: contact => `Would you rather talk to a person? Contact ${contact}.`,
    tryTitle: 'Try for example',
    examples: [
      'Which skills does a director need?',
      'Who takes part in FRO?',
      'What is the difference between chef and direktør?',
    ],
    dateLocale: 'en-GB',
    sourcesTitle: 'I answer from these documents:',
    importedAt: date => `imported ${date}, quoted word for word`,
    notImported: 'restated in my own words; the document has not been imported',
    welcomeBack: 'You are always welcome to ask. Write "hjælp" to see what I can do.',
    languageQuestion: 'Which language should I answer you in?',
    languageChosen: 'From now on I answer you in English.',
  },

  teams: {
    sources: 'Sources',
    page: page => `p. ${page}`,
    answeredBelow: 'The answer is at the bottom of the conversation.',
    alreadyAnswered: 'I have already received that.',
    unreadable: 'I do not know that button. Write to me and you will get a new card.',
  },

  forward: {
    offer: 'Would you like to ask the administration?',
    open: 'Send to the administration',
    label: 'Your question as the administration will see it',
    missing: 'Write the question you want to send.',
    named: 'Send with my name so that they can answer me',
    explain:
      'If you do not tick the box, the question is sent without your name. Nothing is sent before you press the button.',
    send: 'Send the question',
    sentTitle: 'Sent to the administration',
    sent: 'The administration now has your question.',
    sentCount: count => (count > 1 ? ` ${count} people have now asked the same.` : ''),
  },

  ask: {
    whichProfile: 'Which profile would you like to see?',
    level: list => `For which level would you like to see the ${list}?`,
    whichLevel: 'Which level do you mean?',
    levelQuestion: (list, level) => `${list} for ${level}`,
    profileQuestion: level => `The profile of ${level}`,
    whichArrow: 'Which målpil (multi-year plan) would you like to see?',
    whichForum: 'Which meeting forum would you like to see?',
    noProfile: 'There are no profiles in the documents I have.',
    noArrow: 'There is no målpil (multi-year plan) in the documents I have.',
    noForum: 'There are no meeting forums in the documents I have.',
    firstOnly: count => `The list shows the first ${count}.`,
    choose: 'Choose from the list',
    show: 'Show',
    seeAlso: 'See also:',
    arrowQuestion: arrow => `Vis ${arrow}`,
    yearQuestion: (arrow, year) => `Hvad står der om ${year} i ${arrow}?`,
    group: (group, years) => `${group} ${years}`,
    groupQuestion: (group, years, arrow) => `${group} i ${years} i ${arrow}`,
    wholeYear: year => `All of ${year}`,
    yearCard: (arrow, year) => `målpil ${year} ${arrow}`,
    forum: name => `${name} exists in several places. Which municipality do you mean?`,
    forumQuestion: (forum, municipality) => `${forum} i ${municipality}`,
    list: (list, level) => `See the ${list} of ${level}`,
  },
};
