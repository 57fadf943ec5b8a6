// A målpil asked for in words: in outline, by year, and two years side by side.
import { expect, test } from 'vitest';
import { button, buttonsOf, cardOf, describeTalks } from './talk.ts';

/** The points of an answer. */
const pointsOf = (text: string | undefined) => text?.match(/^- .+$/gm) ?? [];

describeTalks('a målpil', start => {
  test('is shown in outline: what it is, what each year holds, and a button to each year', async () => {
    const { write, press } = await start();
    const [outline, years] = await write('Vis Målpilen 2016–2019');
    expect(outline?.text).toMatch(/^\*\*Målpilen 2016–2019\*\*: .+tre spor.+ \[1\]\n/);
    expect(outline?.text).toMatch(/^- \*\*2017\*\*: \d+ aktiviteter – Strategiudvikling \d+, Ledelse \d+,/m);
    expect(buttonsOf(cardOf(years)).map(({ title }) => title)).toEqual(['2016', '2017', '2018', '2019']);
    const { sent } = await press(button(cardOf(years), '2018'));
    expect(sent[0]?.text).toMatch(/^\*\*Målpilen 2016–2019\*\* – 2018:/);
    expect(sent).toHaveLength(1);
  });

  test('without tracks is outlined by the titles of its activities', async () => {
    const { write } = await start();
    const [outline] = await write('Vis Målpilen 2021–23');
    expect(pointsOf(outline?.text)).toContain('- Børnevenlig Kommune hos UNICEF');
    expect(outline?.text).not.toContain('…');
  });

  test('compares two years with whole points, says what there was no room for, and has a button to it', async () => {
    const { write, press } = await start();
    const [compared, more] = await write('sammenlign 2016 og 2018 i målpilen');
    const text = compared?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(2500);
    for (const point of pointsOf(text)) expect(point).toMatch(/[.!?»]$/);
    expect(text).toMatch(/– 2016:[\s\S]+– 2018:/);
    expect(text).toMatch(/Der mangler \d+ punkter under Pædagogisk praksis og \d+ punkter under Det fortæller vi\.$/);
    const { sent } = await press(button(cardOf(more), 'Pædagogisk praksis 2016 og 2018'));
    const practice = sent[0]?.text ?? '';
    expect(practice).toMatch(/– 2016:[\s\S]+– 2018:/);
    expect(practice).not.toContain('**Ledelse**');
    expect(practice).not.toContain('Der mangler');
    const shown = pointsOf(text).filter(point => practice.includes(point));
    expect(pointsOf(practice).length).toBeGreaterThan(shown.length);
  });

  test('compares years of a plan without tracks, and each year alone is whole', async () => {
    const { write, press } = await start();
    const [compared, more] = await write('sammenlign 2021 og 2022 i målpilen');
    expect(compared?.text).toMatch(/Der mangler \d+ punkter\.$/);
    const { sent } = await press(button(cardOf(more), '2021'));
    expect(pointsOf(sent[0]?.text)).toHaveLength(11);
  });
});
