// What a leader sees and does in the real Playground, from the welcome to a question for the administration.
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Client, describeInPlayground, openClient } from '../support/playground.ts';
import { picture, viewport } from './pictures.ts';

const timeout = 60_000;

/** What is kept in the app's database, read beside the running server. */
async function databaseOf({ app }: Client) {
  const store = await openStore({ dataDir: app.dataDir });
  onTestFinished(() => store.close());
  return store.db;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last();

describeInPlayground('in the Playground', () => {
  test('a leader is welcomed, gets an answer with its source, asks on and judges it', { timeout }, async () => {
    const client = await openClient({ viewport });
    const { page, write, said } = client;
    const welcome = await said('Jeg er Learning Pipeline-assistenten');
    await picture(welcome, 'velkommen', { guide: true });
    expect(await welcome.getByRole('button').allTextContents()).toHaveLength(3);

    await write('Hvilke færdigheder forventer vi af skoledirektøren?');
    const answer = await said('storyteller');
    expect(await answer.getByRole('listitem').count()).toBe(6);
    await answer.locator('.fai-Citation').hover();
    await page.getByText('Learning Pipeline – sammen om læring og ledelse, Profil: Direktør › Færdigheder').waitFor();
    await picture(answer, 'svar', { guide: true });

    await write('hvad med chefen?');
    const followUp = await said(/Færdigheder for Chef/);
    expect(await followUp.getByRole('listitem').count()).toBe(6);
    await picture(followUp, 'opfoelgning');

    await button(page, 'Dislike').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').click();
    await page.keyboard.insertText('Punkterne er for lange');
    await picture(dialog, 'vurdering');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    const db = await databaseOf(client);
    await expect
      .poll(() =>
        db
          .selectFrom('verdicts')
          .innerJoin('answers', 'answers.id', 'answer_id')
          .select(['verdict', 'question'])
          .execute(),
      )
      .toEqual([{ verdict: 'dislike', question: 'hvad med chefen?' }]);
  });

  test('a profile is folded out, its neighbour opened and compared; a plan is leafed through', {
    timeout,
  }, async () => {
    const { page, write, said } = await openClient({ viewport });
    await write('profil leder af ledere');
    const card = await said('Den øverste leder på en skole');
    const point = card.getByText('Opbygger på alle niveauer en effektiv teamstruktur');
    expect(await point.isVisible()).toBe(false);
    await card.getByText('Færdigheder').click();
    await point.waitFor();
    await picture(card, 'profil', { guide: true });

    await button(page, 'Chef ▸').click();
    await said(/Learning Pipeline\s*Chef/);
    await button(page, 'Sammenlign …').click();
    await page.getByRole('combobox').last().click();
    await page.getByRole('option', { name: 'Rådmand' }).click();
    await button(page, /^Sammenlign$/).click();
    const comparison = await said('Chef og Rådmand');
    await comparison.getByText('Prioriteter').click();
    await picture(comparison, 'sammenlign', { guide: true });

    await write('målpil 2022');
    const plan = await said('Målpilen 2021–23');
    await picture(plan, 'maalpil', { guide: true });
  });

  test('a question that the documents do not answer is changed and sent to the administration', {
    timeout,
  }, async () => {
    const client = await openClient({ viewport });
    const { page, write, said } = client;
    await write('Hvad koster en kop kaffe i kantinen?');
    await said('Det står ikke i de dokumenter, jeg har.');
    await button(page, 'Send til forvaltningen').click();
    const words = page.getByLabel('Dit spørgsmål, som forvaltningen vil se det').last();
    expect(await words.inputValue()).toBe('Hvad koster en kop kaffe i kantinen?');
    await words.click();
    await words.fill('Hvem betaler kaffen, når ledelseslabbet mødes?');
    await picture(await said('Vil du spørge forvaltningen?'), 'send-til-forvaltningen', { guide: true });
    await button(page, 'Send spørgsmålet').click();
    await picture(await said('Forvaltningen har nu dit spørgsmål.'), 'sendt');
    const db = await databaseOf(client);
    expect(await db.selectFrom('forwarded_asks').select(['text', 'person_key']).execute()).toEqual([
      { text: 'Hvem betaler kaffen, når ledelseslabbet mødes?', person_key: null },
    ]);
  });
});
