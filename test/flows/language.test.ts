// Danish unless the person chooses English or asks in it.
import { expect, test } from 'vitest';
import { jonas, mentioned } from '../support/activities.ts';
import { button, by, cardOf, describeTalks } from './talk.ts';

describeTalks('the language', start => {
  test('chosen by a button is remembered for the person in other conversations, and for nobody else', async () => {
    const { write, press, send } = await start();
    const [asked] = await write('sprog');
    const chosen = await press(button(cardOf(asked), 'English'));
    expect(chosen.sent[0]?.text).toBe('From now on I answer you in English.');
    const [elsewhere] = await send(mentioned('profil chef'));
    expect(JSON.stringify(cardOf(elsewhere))).toContain('Compare …');
    const [other] = await write('profil chef', by(jonas));
    expect(JSON.stringify(cardOf(other))).toContain('Sammenlign …');
  });

  test('of an English answer stays English on every card that its buttons lead to', async () => {
    const { write, press } = await start();
    const [back] = await write('What is expected of a leader?');
    expect(JSON.stringify(cardOf(back))).toContain('Which level do you mean?');
    const { sent } = await press(button(cardOf(back), 'Senior manager'));
    expect(sent[0]?.text).toMatch(/\*\*Senior manager\*\* in the Learning Pipeline:/);
    const next = await press(button(cardOf(sent[1]), 'Director ▸'));
    expect(next.value).toMatchObject({ speak: 'Director' });
    const compared = await press(button(next.value, 'Compare'), { other: 'chef' });
    expect(compared.value).toMatchObject({ speak: 'Director and Senior manager' });

    const [, years] = await write('What does the goal arrow 2016–2019 say?');
    const year = await press(button(cardOf(years), '2017'));
    expect(year.sent[0]?.text).toMatch(/^The documents are in Danish/);

    const [, offer] = await write('What does the coffee in the canteen cost?');
    const forwarded = await press(button(cardOf(offer), 'Send the question'), { text: 'What does the coffee cost?' });
    expect(forwarded.value).toMatchObject({ speak: 'Sent to the administration' });
  });

  test('of a card from before buttons carried it is the person’s own', async () => {
    const { press } = await start();
    const { value } = await press({ title: '', verb: 'profile', data: { level: 'chef' } });
    expect(JSON.stringify(value)).toContain('Sammenlign …');
  });

  test('is Danish although Teams says en-US, and can be chosen back', async () => {
    const { write } = await start();
    await write('sprog engelsk');
    const [back] = await write('language danish');
    expect(back?.text).toBe('Fra nu af svarer jeg dig på dansk.');
    const [help] = await write('hjælp', { locale: 'en-US' });
    expect(JSON.stringify(cardOf(help))).toContain('Det kan du skrive');
  });
});
