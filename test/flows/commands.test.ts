// The few words that are commands.
import { expect, test } from 'vitest';
import { mentioned } from '../support/activities.ts';
import { button, buttonsOf, cardOf, describeTalks } from './talk.ts';

describeTalks('a command', start => {
  test('`hjælp` shows the welcome, whose examples can be pressed', async () => {
    const { write, press } = await start();
    const [help] = await write('hjælp');
    const examples = buttonsOf(cardOf(help));
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const { sent } = await press(example);
      expect(sent[0]?.entities, example.title).toBeDefined();
    }
  });

  test('`kilder` lists every document with its state', async () => {
    const { write } = await start();
    const [sources] = await write('kilder');
    expect(sources?.text?.match(/^- \*\*/gm)?.length).toBeGreaterThanOrEqual(5);
    expect(sources?.text).toContain('dokumentet er ikke indlæst');
  });

  test('`målpil 2022` shows that year, and its buttons the others', async () => {
    const { write, press } = await start();
    const [year] = await write('målpil 2022');
    expect(cardOf(year)).toMatchObject({ speak: '2022' });
    const { value } = await press(button(cardOf(year), '2023'));
    expect(value).toMatchObject({ speak: '2023' });
  });

  test('`målpil 2017` can be narrowed to one track', async () => {
    const { write, press } = await start();
    const [year] = await write('målpil 2017');
    const narrowed = await press(button(cardOf(year), 'Ledelse'));
    expect(JSON.stringify(narrowed.value)).not.toContain('Det fortæller vi i 2017');
    expect(button(narrowed.value, 'Alle spor')).toBeDefined();
  });

  test('`forum FRO` shows who, what and how often', async () => {
    const { write } = await start();
    const [forum] = await write('forum FRO');
    const card = JSON.stringify(cardOf(forum));
    for (const aspect of ['Indhold', 'Deltagere', 'Hvor tit']) expect(card).toContain(aspect);
  });

  test('a mention and nothing else is asked for a question', async () => {
    const { send } = await start();
    const [reply] = await send(mentioned(''));
    expect(reply?.text).toBe('Skriv dit spørgsmål, så leder jeg i dokumenterne.');
  });
});
