// The real Playground in headless Chromium on the real app: what a person would see. Needs Chromium; used by tests end to end.
import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from 'playwright-core';
import { describe, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/cli/playground.ts';
import { startApp, type TestApp, type TestAppOptions } from './app.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** As .m365agentsplayground.yml has it. */
const assistantName = 'LP-assistenten';
const missing = `NOT TESTED: the Playground, because there is no browser at ${executablePath}. Get one with: apt-get install chromium`;

export interface Client {
  app: TestApp;
  page: Page;
  /** Address of the Playground, for what its HTTP interface can do. */
  url: string;
  /** Writes in the open conversation, as a person does. */
  write(text: string): Promise<void>;
  /** In a group chat or channel: with the assistant mentioned first, chosen from the list that `@` opens. */
  mention(text: string): Promise<void>;
  /** The newest of the assistant's messages and cards that holds the text. Waits for it. */
  said(text: string | RegExp): Promise<Locator>;
  /** Opens the conversation of that name in the list on the left. */
  openConversation(name: string): Promise<void>;
}

/** Skipped without a browser, loudly; a failure with REQUIRE_ALL_TESTS=1. */
export function describeInPlayground(title: string, tests: () => void): void {
  const present = existsSync(executablePath);
  if (!present && process.env.REQUIRE_ALL_TESTS === '1') throw new Error(missing);
  if (!present) console.warn(`\n${'!'.repeat(20)} ${missing} ${'!'.repeat(20)}\n`);
  describe.skipIf(!present)(title, tests);
}

/** Everything is stopped when the test ends. `viewport` in CSS pixels. */
export async function openClient(
  options: TestAppOptions & { viewport?: { width: number; height: number } } = {},
): Promise<Client> {
  const app = await startApp(options);
  const playground = await startPlayground({ endpoint: `${app.url}/api/messages`, port: 56_200 });
  onTestFinished(() => playground.stop());
  const page = await openPage(options.viewport ?? { width: 1280, height: 900 });
  await page.goto(playground.url);
  const box = page.getByRole('textbox').first();
  await box.waitFor();
  // The log repeats every text.
  await page.getByTitle('Hide log panel').click();
  const type = async (text: string) => {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  };

  return {
    app,
    page,
    url: playground.url,
    write: async text => {
      await box.click();
      await type(text);
    },
    mention: async text => {
      await box.click();
      await page.keyboard.type('@');
      await page.getByText(assistantName, { exact: true }).last().click();
      await type(` ${text}`);
    },
    said: async text => {
      const found = page.locator('.fai-OutputCard').filter({ hasText: text }).last();
      await found.waitFor();
      return found;
    },
    openConversation: async name => {
      await page.getByRole('treeitem', { name }).click();
      await box.waitFor();
    },
  };
}

async function openPage(viewport: { width: number; height: number }): Promise<Page> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport, locale: 'da-DK' });
  page.setDefaultTimeout(10_000);
  return page;
}
