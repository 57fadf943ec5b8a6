// The welcome in a team or a group is not the welcome in somebody's own chat.
import { expect, test } from 'vitest';
import { bot, channel, group, installed, jonas, membersAdded, mette } from '../support/activities.ts';
import { by, cardOf, describeTalks } from './talk.ts';

const title = 'Hej! Jeg er Learning Pipeline-assistenten';

describeTalks('the welcome among others', start => {
  test('leaves whoever installed the assistant in a team their own', async () => {
    const { send } = await start();
    const inTeam = await send(installed('add', { conversation: channel }));
    expect(inTeam.map(cardOf)).toMatchObject([{ speak: title }]);
    expect(await send(membersAdded([bot], { conversation: channel }))).toEqual([]);
    const alone = await send(installed('add'));
    expect(alone.map(cardOf)).toMatchObject([{ speak: title }]);
    expect(await send(installed('add'))).toEqual([]);
  });

  test('comes once to those who are new in a group, and not for those who had their own', async () => {
    const { send } = await start();
    await send(installed('add', by(jonas)));
    expect(await send(membersAdded([jonas], { conversation: group }))).toEqual([]);
    expect(await send(membersAdded([mette, jonas], { conversation: group }))).toHaveLength(1);
    expect(await send(membersAdded([mette], { conversation: channel }))).toEqual([]);
  });

  test('comes once when Teams tells two ways at the same moment', async () => {
    const { send } = await start();
    const sent = await Promise.all([
      send(installed('add', { conversation: channel })),
      send(membersAdded([bot], { conversation: { ...channel, id: '19:other@thread.tacv2' } })),
    ]);
    expect(Math.max(...sent.map(one => one.length))).toBe(1);
  });
});
