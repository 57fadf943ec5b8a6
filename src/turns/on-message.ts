// What a person writes: a command, or a question about the documents. Called by the router.
import { choicesCard } from '../cards/talk-cards.ts';
import type { Catalog } from '../knowledge/catalog.ts';
import type { Language, MessageTurn, Reply, Turn } from '../model/turn.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import { answerReplies } from './answer-replies.ts';
import { type Command, readCommand } from './commands.ts';
import type { RouterParts } from './parts.ts';
import { showCard, showWelcome } from './show.ts';

export function createOnMessage(parts: RouterParts): (turn: MessageTurn) => Promise<Reply[]> {
  const { dialogue } = parts;
  return async turn => {
    const language = await dialogue.languageOf(turn.sender.key);
    const text = turn.text.trim();
    if (text === '') return [{ kind: 'text', text: textsFor(language).limits.empty }];
    const command = readCommand(text);
    return command ? obey(parts, turn, command, language) : answerQuestion(parts, turn, text, language);
  };
}

async function answerQuestion(
  { dialogue, library }: RouterParts,
  turn: Turn,
  question: string,
  language: Language,
): Promise<Reply[]> {
  const { answer, answerId } = await dialogue.ask(turn, question, language);
  return answerReplies(answer, answerId, question, library.catalog());
}

async function obey(parts: RouterParts, turn: MessageTurn, command: Command, language: Language): Promise<Reply[]> {
  const { dialogue, library, helpContact } = parts;
  switch (command.name) {
    case 'help':
      return [showWelcome(language, helpContact)];
    case 'thanks':
      return [{ kind: 'text', text: textsFor(language).talk.welcomeBack }];
    case 'sources':
      return [await listSources(parts, textsFor(language))];
    case 'language': {
      if (!command.choice) return [askLanguage(textsFor(language))];
      await dialogue.chooseLanguage(turn.sender.key, command.choice);
      return [{ kind: 'text', text: textsFor(command.choice).talk.languageChosen }];
    }
    case 'show': {
      if (command.words === '') return [overview(command.what, library.catalog(), language)];
      const { answer, answerId } = await dialogue.ask(turn, turn.text, language);
      const { card } = answer;
      if (card && !answer.abstained) return [showCard(card, { catalog: library.catalog(), language })];
      return answerReplies(answer, answerId, turn.text, library.catalog());
    }
  }
}

/** What there is to choose from, when only `profil`, `målpil` or `forum` was written. */
function overview(what: Extract<Command, { name: 'show' }>['what'], catalog: Catalog, language: Language): Reply {
  const { ask, talk } = textsFor(language);
  const { profiles, goalArrows, forums, municipalities } = catalog.knowledge;
  if (what === 'profile') {
    const choices = profiles.map(({ name }) => ({ label: name[language], question: `profil ${name.da}` }));
    return { kind: 'card', card: choicesCard({ text: ask.whichProfile, choices }), summary: ask.whichProfile };
  }
  if (what === 'goal-arrow') {
    const choices = goalArrows.map(({ name, from }) => ({ label: name[language], question: `målpil ${from}` }));
    return { kind: 'card', card: choicesCard({ text: ask.arrow, choices }), summary: ask.arrow };
  }
  const lines = municipalities.flatMap(({ id, name }) => [
    '',
    `**${name}**`,
    ...forums
      .filter(forum => forum.municipality === id)
      .map(forum => `- ${forum.short ? `${forum.name} (${forum.short})` : forum.name}`),
  ]);
  return { kind: 'text', text: [talk.forumList, ...lines].join('\n') };
}

async function listSources({ library, imported }: RouterParts, { talk }: Texts): Promise<Reply> {
  const taken = new Map((await imported()).map(document => [document.slug, document]));
  const { documents } = library.catalog().knowledge;
  const date = new Intl.DateTimeFormat(talk.dateLocale, { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
  const known = documents.map(({ slug, title, publisher, published, caveat }) => {
    const own = taken.get(slug);
    const state = own ? talk.importedAt(date.format(own.importedAt)) : talk.notImported;
    return `- **${title}** – ${publisher} (${published}). ${capital(state)}.${caveat ? ` ${caveat}` : ''}`;
  });
  const others = [...taken.values()]
    .filter(({ slug }) => !documents.some(document => document.slug === slug))
    .map(({ title, importedAt }) => `- **${title}** – ${talk.importedAt(date.format(importedAt))}.`);
  return { kind: 'text', text: [talk.sourcesTitle, '', ...known, ...others].join('\n') };
}

function askLanguage({ talk }: Texts): Reply {
  const choices = [
    { label: 'Dansk', question: 'sprog dansk' },
    { label: 'English', question: 'sprog english' },
  ];
  return { kind: 'card', card: choicesCard({ text: talk.languageQuestion, choices }), summary: talk.languageQuestion };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
