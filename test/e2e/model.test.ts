// What a leader sees in the real Playground while a language model writes: the text grows and ends with its sources and the label.
import { expect, onTestFinished, test } from 'vitest';
import { answer, honest, startModelServer } from '../support/model-server.ts';
import { describeInPlayground, openClient } from '../support/playground.ts';
import { picture, viewport } from './pictures.ts';

describeInPlayground('in the Playground with a language model', () => {
  test('an answer grows sentence by sentence and ends as one message, labelled', { timeout: 60_000 }, async () => {
    const server = await startModelServer(answer(honest, { delayMs: 40 }));
    onTestFinished(() => server.close());
    const model = { provider: 'compatible', model: 'stand-in', endpoint: server.url, dailyTokens: 100_000 } as const;
    const client = await openClient({ viewport, settings: { model } });
    await client.said('Jeg er Learning Pipeline-assistenten');
    await client.write('hvad var EVAs tre udfordringer?');
    const growing = await client.said('tre markante udfordringer');
    const early = (await growing.textContent()) ?? '';
    await client.page.getByRole('button', { name: 'Like', exact: true }).last().waitFor();
    const whole = await client.said('tre markante udfordringer');
    expect(((await whole.textContent()) ?? '').length).toBeGreaterThan(early.length);
    await client.page
      .getByText(/AI[- ]generated/i)
      .last()
      .waitFor();
    expect(await client.page.locator('.fai-OutputCard').filter({ hasText: 'tre markante udfordringer' }).count()).toBe(
      1,
    );
    await picture(whole, 'sprogmodel');
  });
});
