// One short question back, with buttons.
import { expect, test } from 'vitest';
import { button, buttonsOf, cardOf, describeTalks } from './talk.ts';

describeTalks('a question that may mean several things', start => {
  test('gets one question back, and the button pressed answers it', async () => {
    const { write, press } = await start();
    const [back, ...rest] = await write('Hvilke færdigheder skal en leder have?');
    expect(rest).toEqual([]);
    expect(JSON.stringify(cardOf(back))).toContain('Hvilken leder tænker du på?');
    expect(buttonsOf(cardOf(back)).length).toBeGreaterThan(1);
    const { type, value, sent } = await press(button(cardOf(back), 'Leder af ledere'));
    expect({ type, value }).toEqual({
      type: 'application/vnd.microsoft.activity.message',
      value: 'Svaret står nederst i samtalen.',
    });
    expect(sent[0]?.text).toMatch(/^\*\*Færdigheder\*\* for \*\*Leder af ledere\*\*/);
  });
});
