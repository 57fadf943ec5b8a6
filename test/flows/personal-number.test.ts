// A civil registration number is refused at every entrance for people's words, and kept nowhere.
import { expect, test } from 'vitest';
import { button, cardOf, describeTalks } from './talk.ts';

const number = '010203-4567';
const traces = [number, number.replace('-', '')];

describeTalks('a civil registration number', start => {
  test('in a question, in a forwarded text and in a comment is refused and found nowhere afterwards', async () => {
    const { write, press, judge, db, everythingKept } = await start();
    const [refused] = await write(`Hvad gør vi med elev ${number}?`);
    expect(refused?.text).toMatch(/CPR-nummer/);

    const [, offer] = await write('Hvad koster kaffen i kantinen?');
    const { value } = await press(button(cardOf(offer), 'Send spørgsmålet'), { text: 'Det er om 0102034567' });
    expect(value).toMatch(/CPR-nummer/);

    await judge('dislike', `Forkert for ${number}`);

    expect(await db.selectFrom('forwarded_asks').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('verdicts').selectAll().execute()).toEqual([]);
    const kept = await everythingKept();
    expect(kept).toContain('Hvad koster kaffen i kantinen?');
    for (const trace of traces) expect(kept).not.toContain(trace);
  });
});
