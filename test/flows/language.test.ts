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

  test('is Danish although Teams says en-US, and can be chosen back', async () => {
    const { write } = await start();
    await write('sprog engelsk');
    const [back] = await write('language danish');
    expect(back?.text).toBe('Fra nu af svarer jeg dig på dansk.');
    const [help] = await write('hjælp', { locale: 'en-US' });
    expect(JSON.stringify(cardOf(help))).toContain('Det kan du skrive');
  });
});
