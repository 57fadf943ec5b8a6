// What a person sees in the real Playground: that our activities are what a Teams-like client understands.
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '../../src/cli/playground.ts';
import type { Reply, Turn } from '../../src/model/turn.ts';
import { describeInPlayground, openClient } from '../support/playground.ts';

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Et kort' }],
  actions: [
    { type: 'Action.Execute', title: 'Forny', verb: 'renew' },
    { type: 'Action.Execute', title: 'Fejl', verb: 'fail' },
  ],
};
const renewed = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Et nyt kort' }] };

const answer: Reply = {
  kind: 'text',
  text: 'Rektor deltager **altid** [1].',
  feedback: true,
  citations: [{ document: 'd', title: 'Brochuren', section: 'Samtaler', quote: 'Skolechefen mødes med rektor.' }],
};

function handling(turns: Turn[]) {
  return async (turn: Turn): Promise<Reply[]> => {
    turns.push(turn);
    if (turn.kind === 'message') return [answer, { kind: 'card', card, summary: 'Et kort' }];
    if (turn.kind !== 'card') return [];
    return [
      turn.verb === 'renew'
        ? { kind: 'card', card: renewed, summary: '', replace: true }
        : { kind: 'notice', text: 'Det gik ikke.' },
    ];
  };
}

/** Whether somebody listens there. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, host);
    const tell = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
  });
}

test('the Playground listens on 127.0.0.1 and on no other address of the machine', async () => {
  const playground = await startPlayground({ endpoint: 'http://127.0.0.1:1/api/messages', port: 56_200 });
  onTestFinished(() => playground.stop());
  const port = Number(new URL(playground.url).port);
  expect(await answers('127.0.0.1', port)).toBe(true);
  expect((await fetch(playground.url)).status).toBe(200);
  const others = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []);
  // 127.0.0.2 stands for every other address: on Linux what listens on all of them answers there too.
  for (const { address } of [{ address: '127.0.0.2' }, ...others].filter(({ address }) => address !== '127.0.0.1')) {
    expect(await answers(address, port), address).toBe(false);
  }
});

describeInPlayground('in the Playground', () => {
  test('an answer has its source behind a number, thumbs below, and a card that can be renewed', {
    timeout: 60_000,
  }, async () => {
    const turns: Turn[] = [];
    const { page, write, said } = await openClient({ handle: handling(turns) });
    await write('Hvem deltager?');
    const message = await said('Rektor deltager');
    expect(await message.textContent()).toMatch(/Rektor deltager altid\s*1/);
    expect(await message.textContent()).not.toContain('[1]');

    await page.getByRole('button', { name: 'Fejl' }).click();
    await said('Det gik ikke.');
    await page.getByRole('button', { name: 'Forny' }).click();
    await said('Et nyt kort');

    await page.getByRole('button', { name: 'Like', exact: true }).click();
    await page
      .getByRole('button', { name: /submit|send/i })
      .last()
      .click();
    await expect.poll(() => turns.filter(({ kind }) => kind === 'feedback')).toMatchObject([{ verdict: 'like' }]);
  });

  test('in a group chat it answers when mentioned, with the sources in the text', { timeout: 60_000 }, async () => {
    const turns: Turn[] = [];
    const { write, mention, said, openConversation } = await openClient({ handle: handling(turns) });
    await openConversation('Ledergruppen');
    await write('Hej alle sammen');
    await mention('hvem deltager?');
    const message = await said('Rektor deltager');
    expect(await message.textContent()).toMatch(/Kilder:\s+\S* ?Brochuren, Samtaler/);
    expect(turns.flatMap(turn => (turn.kind === 'message' ? [turn.text] : []))).toEqual(['hvem deltager?']);
  });
});
