// The prompt starters put their title into the compose box: each must be something that the assistant understands.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAnswers } from '../../src/domain/answers/answer-question.ts';
import { createCatalog } from '../../src/knowledge/catalog.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readCommand } from '../../src/turns/commands.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../manifest/${file}`, import.meta.url), 'utf8'));
const danish: { scopes: string[]; commands: { title: string }[] }[] =
  read('manifest.template.json').bots[0].commandLists;
const english: Record<string, string> = read('en.json');

const titles = {
  da: danish.flatMap(({ commands }) => commands.map(({ title }) => title)),
  en: Object.keys(english).flatMap(path => (/commands.*\.title$/.test(path) ? [english[path] ?? ''] : [])),
};
const isQuestion = (title: string) => title.endsWith('?');
const answers = createAnswers(createCatalog(loadKnowledge(['knowledge']), []));

describe.each(['da', 'en'] as const)('%s', language => {
  const distinct = [...new Set(titles[language])];

  test.each(distinct.filter(isQuestion))('"%s" is answered', question => {
    const { answer } = answers.answer(question, { language, now: 0 });
    expect(answer).toMatchObject({ abstained: false, language });
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  test('the others are the six commands, each once', () => {
    const commands = distinct.filter(title => !isQuestion(title)).map(title => readCommand(title));
    expect(commands).toHaveLength(6);
    expect(commands).toEqual(
      expect.arrayContaining([
        { name: 'help' },
        { name: 'sources' },
        { name: 'language', choice: undefined },
        { name: 'show', what: 'profile', words: '' },
        { name: 'show', what: 'goal-arrow', words: '' },
        { name: 'show', what: 'forum', words: '' },
      ]),
    );
  });
});

test('every scope has its starters, and a person chooses their language alone with the assistant', () => {
  expect(danish.flatMap(({ scopes }) => scopes)).toEqual(['personal', 'team', 'groupChat']);
  const withLanguage = danish.filter(({ commands }) => commands.some(({ title }) => title === 'sprog'));
  expect(withLanguage.map(({ scopes }) => scopes)).toEqual([['personal']]);
});
