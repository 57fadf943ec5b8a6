// The welcome comes once a person.
import { expect, test } from 'vitest';
import { bot, group, installed, jonas, membersAdded, mette } from '../support/activities.ts';
import { by, cardOf, describeTalks } from './talk.ts';

describeTalks('the welcome', start => {
  test('comes once however often the assistant is installed and the person joins', async () => {
    const { send } = await start();
    const joining = [
      installed('add'),
      membersAdded([bot, mette]),
      installed('add'),
      membersAdded([mette]),
      installed('add'),
    ];
    const sent = [];
    for (const activity of joining) sent.push(...(await send(activity)));
    expect(sent.map(activity => (cardOf(activity) as { speak: string }).speak)).toEqual([
      'Hej! Jeg er Learning Pipeline-assistenten',
    ]);
  });

  test('comes to each person, and to a group once for those who are new', async () => {
    const { send } = await start();
    expect(await send(installed('add'))).toHaveLength(1);
    expect(await send(installed('add', by(jonas)))).toHaveLength(1);
    expect(await send(membersAdded([mette, jonas], { conversation: group }))).toHaveLength(0);
  });

  test('does not come again after a restart', async () => {
    const first = await start();
    await first.send(installed('add'));
    await first.stop();
    const second = await start(first.location);
    expect(await second.send(installed('add'))).toEqual([]);
  });
});
