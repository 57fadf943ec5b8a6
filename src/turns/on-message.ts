// What a person writes: a command, or a question about the documents. Called by the router.
import type { Catalog } from '../knowledge/catalog.ts';
import type { Answer, Choice } from '../model/answer.ts';
import type { Language, MessageTurn, Reply, Turn } from '../model/turn.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import { answerReplies } from './answer-replies.ts';
import { choose } from './choose.ts';
import { type Command, readCommand } from './commands.ts';
import type { RouterParts } from './parts.ts';
import { showCard, showWelcome } from './show.ts';

/** A question that a card's button asks, in the card's language where it carries one. */
export interface Pressed {
  language: Language | undefined;
}

/** @returns the handler. A button's question is answered without a language model: Teams waits 5 s for the response to a press. */
export function createOnMessage(parts: RouterParts): (turn: MessageTurn, pressed?: Pressed) => Promise<Reply[]> {
  const { dialogue } = parts;
  return async (turn, pressed) => {
    const language = pressed?.language ?? (await dialogue.languageOf(turn.sender.key));
    const text = turn.text.trim();
    if (text === '') return [{ kind: 'text', text: textsFor(language).limits.empty }];
    const command = readCommand(text);
    return command
      ? obey(parts, turn, command, language)
      : answerQuestion(parts, turn, { question: text, language, fluently: pressed === undefined });
  };
}

async function answerQuestion(
  { dialogue, library }: RouterParts,
  turn: Turn,
  { question, language, fluently }: { question: string; language: Language; fluently: boolean },
): Promise<Reply[]> {
  const { answer, answerId, rewrite } = await dialogue.ask(turn, question, language, { fluently });
  const reply = (given: Answer) => answerReplies(given, answerId, question, library.catalog());
  return rewrite ? [{ kind: 'written', write: async show => reply(await rewrite(show)) }] : reply(answer);
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
      if (!command.choice) return [askLanguage(language)];
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
  const { ask } = textsFor(language);
  const { text, none, choices } = {
    profile: { text: ask.whichProfile, none: ask.noProfile, choices: profileChoices },
    'goal-arrow': { text: ask.whichArrow, none: ask.noArrow, choices: arrowChoices },
    forum: { text: ask.whichForum, none: ask.noForum, choices: forumChoices },
  }[what];
  const found = choices(catalog, language);
  return found.length > 0 ? choose(text, found, language) : { kind: 'text', text: none };
}

const profileChoices = ({ knowledge }: Catalog, language: Language): Choice[] =>
  knowledge.profiles.map(({ name }) => ({ label: name[language], question: `profil ${name.da}` }));

const arrowChoices = ({ knowledge }: Catalog, language: Language): Choice[] =>
  knowledge.goalArrows.map(({ name }) => ({ label: name[language], question: `målpil ${name.da}` }));

function forumChoices({ knowledge }: Catalog): Choice[] {
  const places = new Map(knowledge.municipalities.map(({ id, name }) => [id, name]));
  return knowledge.forums.map(({ name, short, municipality }) => {
    const place = places.get(municipality) ?? '';
    const elsewhere = knowledge.forums.some(one => one.name === name && one.municipality !== municipality);
    const called = short ?? name;
    return { label: `${name} (${place})`, question: `forum ${elsewhere ? `${called} i ${place}` : called}` };
  });
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

function askLanguage(language: Language): Reply {
  const choices = [
    { label: 'Dansk', question: 'sprog dansk' },
    { label: 'English', question: 'sprog english' },
  ];
  return choose(textsFor(language).talk.languageQuestion, choices, language);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
