// One short question back, with buttons.
import { expect, test } from 'vitest';
import { button, buttonsOf, cardOf, citationsOf, describeTalks } from './talk.ts';

describeTalks('a question that may mean several things', start => {
  test('gets one question back, and the button pressed answers it', async () => {
    const { write, press } = await start();
    const [back, ...rest] = await write('Hvilke færdigheder skal en leder have?');
    expect(rest).toEqual([]);
    expect(JSON.stringify(cardOf(back))).toContain('Hvilket niveau tænker du på?');
    expect(buttonsOf(cardOf(back)).length).toBeGreaterThan(1);
    const { type, value, sent } = await press(button(cardOf(back), 'Leder af ledere'));
    expect({ type, value }).toEqual({
      type: 'application/vnd.microsoft.activity.message',
      value: 'Svaret står nederst i samtalen.',
    });
    expect(sent[0]?.text).toMatch(/^\*\*Færdigheder\*\* for \*\*Leder af ledere\*\*/);
  });

  test.for(['profil leder', 'Hvad forventes der af en leder?', 'vis lederens profil'])(
    '%j is asked back, and the level chosen is shown whole',
    async question => {
      const { write, press } = await start();
      const [back, ...rest] = await write(question);
      expect(rest).toEqual([]);
      expect(buttonsOf(cardOf(back)).map(({ title }) => title)).toEqual([
        'Leder af medarbejdere',
        'Leder af ledere',
        'Chef',
      ]);
      const { sent } = await press(button(cardOf(back), 'Leder af medarbejdere'));
      expect(sent[0]?.text).toMatch(/^\*\*Leder af medarbejdere\*\* i Learning Pipeline:/);
      expect(cardOf(sent[1])).toMatchObject({ speak: 'Leder af medarbejdere' });
    },
  );

  test('with a subject of its own is searched for, not asked back', async () => {
    const { write } = await start();
    const [answer] = await write('Hvad skal en leder gøre ved sygefravær?');
    expect(citationsOf(answer)).not.toEqual([]);
  });
});
