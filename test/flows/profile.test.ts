// Leafing through the profiles by command and button.
import { expect, test } from 'vitest';
import { button, cardOf, describeTalks, wordsOf } from './talk.ts';

describeTalks('a profile', start => {
  test('is a card whose buttons open the neighbours and compare two levels', async () => {
    const { write, press } = await start();
    const [shown] = await write('profil leder af ledere');
    const card = cardOf(shown);
    expect(wordsOf(card)).toContain('Opbygger på alle niveauer en effektiv teamstruktur');

    const chef = await press(button(card, 'Chef ▸'));
    expect(chef.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(chef.sent).toEqual([]);
    expect(chef.value).toMatchObject({ speak: 'Chef' });
    expect(button(chef.value, '◂ Leder af ledere')).toBeDefined();

    const compared = await press(button(chef.value, 'Sammenlign'), { other: 'raadmand' });
    expect(compared.value).toMatchObject({ speak: 'Chef og Rådmand' });
    const back = await press(button(compared.value, 'Profilen for Rådmand'));
    expect(back.value).toMatchObject({ speak: 'Rådmand' });
  });

  test('is the whole card also right after a question about one of its lists', async () => {
    const { write } = await start();
    await write('Hvilke færdigheder har en direktør?');
    const [shown] = await write('profil leder af ledere');
    expect(cardOf(shown)).toMatchObject({ speak: 'Leder af ledere' });
  });

  test('at either end has one neighbour', async () => {
    const { write } = await start();
    const [first] = await write('profil medarbejder');
    expect(button(cardOf(first), /◂/)).toBeUndefined();
    const [last] = await write('profil skoleudvalg');
    expect(button(cardOf(last), /▸/)).toBeUndefined();
  });

  test('whose level is no longer there, or was never chosen, is a notice', async () => {
    const { press } = await start();
    const gone = await press({ title: '', verb: 'profile', data: { level: 'overdirektør' } });
    expect(gone).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(gone.value).toMatch(/^Kortet er forældet/);
    const unchosen = await press({ title: '', verb: 'compare-profiles', data: { level: 'chef' } });
    expect(unchosen.value).toMatch(/^Det kunne jeg ikke læse/);
  });

  test('without a name is asked for, and a button shows it', async () => {
    const { write, press } = await start();
    const [asked] = await write('profil');
    const { sent } = await press(button(cardOf(asked), 'Skolebestyrelse'));
    expect(cardOf(sent[0])).toMatchObject({ speak: 'Skolebestyrelse' });
  });
});
