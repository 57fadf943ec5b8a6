// A municipality with knowledge of its own: nothing of a kind, one of it, or more than there is room for buttons.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/databases.ts';
import { button, buttonsOf, cardOf, describeTalks } from './talk.ts';

const source = { document: 'vores', section: 'Om os' };
const documents = {
  kind: 'documents',
  documents: [
    { slug: 'vores', title: 'Vores skole', publisher: 'Os', published: '2026', short: 'vores', about: 'Os.' },
  ],
};
const names = 'Alfa Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Sigma'.split(' ');

const profile = (name: string, i: number) => ({
  kind: 'profile',
  level: name.toLowerCase(),
  order: i + 1,
  name: { da: `${name}koordinator`, en: `${name} coordinator` },
  aliases: {},
  about: `Den, der koordinerer ${name}.`,
  source,
  priorities: [`Har overblik over ${name}`],
  workValues: [`Tror på ${name}`],
  skills: [`Kan tale om ${name}`],
});

const plan = (name: string, i: number) => ({
  kind: 'goal-arrow',
  id: `plan-${name.toLowerCase()}`,
  name: { da: `${name}planen`, en: `The ${name} plan` },
  from: 2030 + i,
  to: 2031 + i,
  about: `Planen om ${name}.`,
  source,
  years: [0, 1].map(n => ({
    year: 2030 + i + n,
    source,
    activities: [{ id: `${name.toLowerCase()}-${n}`, title: `${name} ${n}`, text: `Der sker ${name} ${n}.` }],
  })),
});

const forums = {
  kind: 'forums',
  municipality: { id: 'vores', name: 'Vores Kommune', aliases: [] },
  forums: names.map(name => ({
    id: name.toLowerCase(),
    name: `${name}mødet`,
    accounts: [{ asOf: '2026', content: `Alt om ${name}.`, source }],
  })),
};

/** A folder of knowledge files, in place of the shipped ones. */
function instead(files: unknown[]) {
  const dir = join(temporaryFolder(), 'viden');
  mkdirSync(dir);
  for (const [i, content] of [documents, ...files].entries()) {
    writeFileSync(join(dir, `${i}.yaml`), JSON.stringify(content));
  }
  // The Playground's invented plan gives way to a file of its name.
  writeFileSync(join(dir, 'maalpil-havneby-2026-2029.yaml'), JSON.stringify({ kind: 'synonyms', groups: [] }));
  return { dir, mode: 'replace' } as const;
}

/** What a card's list offers, each with what it asks. */
function listOf(card: unknown): { title: string; value: string }[] {
  const { body } = card as { body: { type: string; choices?: { title: string; value: string }[] }[] };
  return body.find(({ type }) => type === 'Input.ChoiceSet')?.choices ?? [];
}

describeTalks('own knowledge', start => {
  test.each([
    ['profil', 'Der er ingen profiler i de dokumenter, jeg har.'],
    ['målpil', 'Der er ingen målpil i de dokumenter, jeg har.'],
    ['forum', 'Der er ingen mødefora i de dokumenter, jeg har.'],
  ])('with none of a kind: `%s` says so', async (command, sentence) => {
    const { write } = await start(undefined, instead([]));
    expect((await write(command)).map(({ text }) => text)).toEqual([sentence]);
  });

  test('with one profile shows it without a neighbour and nothing to compare with', async () => {
    const { write, press } = await start(undefined, instead([profile('Alfa', 0)]));
    const [asked] = await write('profil');
    const { sent } = await press(button(cardOf(asked), 'Alfakoordinator'));
    expect(cardOf(sent[0])).toMatchObject({ speak: 'Alfakoordinator' });
    expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
  });

  test.for([
    ['profil', names.map(name => `${name}koordinator`), names.map(profile)],
    ['målpil', names.map(name => `${name}planen`), names.map(plan)],
    ['forum', names.map(name => `${name}mødet`), [forums]],
  ] as const)('with many of a kind: `%s` has a list, and what is chosen is shown', async ([command, titles, files]) => {
    const { write, press } = await start(undefined, instead([...files]));
    const [asked] = await write(command);
    const list = listOf(cardOf(asked));
    expect(list.map(({ title }) => title.replace(' (Vores Kommune)', ''))).toEqual(titles);
    for (const [i, { value }] of [...list.entries()].slice(-2)) {
      const { sent } = await press(button(cardOf(asked), 'Vis'), { question: value });
      expect(sent).toHaveLength(1);
      expect(JSON.stringify(cardOf(sent[0]))).toContain(titles[i]);
    }
  });

  test('whose plan runs over many years has them in rows, and each can be pressed', async () => {
    const long = { ...plan('Alfa', 0), to: 2041 };
    const years = names.map((name, i) => ({
      year: 2030 + i,
      source,
      activities: [{ id: `a-${i}`, title: name, text: `Der sker ${name}.` }],
    }));
    const { write, press } = await start(undefined, instead([{ ...long, years }]));
    const [shown] = await write('målpil Alfaplanen');
    expect(buttonsOf(cardOf(shown))).toHaveLength(12);
    const { value } = await press(button(cardOf(shown), '2041'));
    expect(JSON.stringify(value)).toContain('Der sker Sigma.');
  });
});

describeTalks('every shipped forum', start => {
  test('can be chosen from the list', async () => {
    const { write, press } = await start();
    const [asked] = await write('forum');
    const list = listOf(cardOf(asked));
    expect(list.length).toBeGreaterThan(8);
    for (const { title, value } of list) {
      const { sent } = await press(button(cardOf(asked), 'Vis'), { question: value });
      const card = cardOf(sent[0]) as { speak: string } | undefined;
      expect(card?.speak.startsWith(title.replace(/ \([^()]+ Kommune\)$/, '')), title).toBe(true);
    }
  });
});
