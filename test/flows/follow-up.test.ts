// Questions that lean on the one before.
import { expect, test } from 'vitest';
import { jonas, mentioned } from '../support/activities.ts';
import { cardOf, describeTalks } from './talk.ts';

describeTalks('a follow-up', start => {
  test('asks for another list of the same level, then for another level’s list', async () => {
    const { write } = await start();
    await write('Hvilke prioriteter har en chef?');
    const [skills] = await write('og færdighederne?');
    expect(skills?.text).toMatch(/^\*\*Færdigheder\*\* for \*\*Chef\*\*/);
    const [director] = await write('hvad med direktøren?');
    expect(director?.text).toMatch(/^\*\*Færdigheder\*\* for \*\*Direktør\*\*/);
  });

  test('asks for another year of the same målpil', async () => {
    const { write } = await start();
    const [first] = await write('Hvad sker der i 2021 på målpilen?');
    const [second] = await write('og i 2022?');
    expect(first?.text).toMatch(/2021/);
    expect(second?.text).toMatch(/^\*\*Målpilen 2021–23\*\* – 2022:/);
  });

  test('is each person’s own in a group', async () => {
    const { send } = await start();
    await send(mentioned('Hvilke prioriteter har en chef?'));
    await send(mentioned('Hvilke prioriteter har en rådmand?', { from: jonas }));
    const [skills] = await send(mentioned('og færdighederne?'));
    expect(skills?.text).toMatch(/for \*\*Chef\*\*/);
  });

  test('after a restart still knows what was asked', async () => {
    const first = await start();
    await first.write('Hvilke arbejdsværdier har en rådmand?');
    await first.stop();
    const second = await start(first.location);
    const [priorities] = await second.write('og prioriteterne?');
    expect(priorities?.text).toMatch(/^\*\*Prioriteter\*\* for \*\*Rådmand\*\*/);
  });

  test('of a question with nothing before it is not answered with a guess', async () => {
    const { write } = await start();
    const [back] = await write('og færdighederne?');
    expect(JSON.stringify(cardOf(back))).toContain('Hvilket niveau vil du se færdigheder for?');
  });
});
