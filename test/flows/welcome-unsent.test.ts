// A welcome that Teams does not take is not spent.
import { expect, test } from 'vitest';
import { bot, group, installed, membersAdded } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

test.each([
  ['in somebody’s own chat', {}],
  ['in a group', { conversation: group }],
])('a welcome that could not be sent %s comes the next time, and then once', async (_, fields) => {
  const { send, connector } = await startApp();
  connector.failNext(403);
  expect(await send(installed('add', fields))).toMatchObject({ status: 200 });
  expect(connector.messages()).toHaveLength(0);
  await send(membersAdded([bot], fields));
  await send(installed('add', fields));
  expect(connector.messages()).toHaveLength(1);
});
