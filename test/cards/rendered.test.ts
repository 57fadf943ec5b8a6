// Each kind of card in a real browser, as wide as in Teams and as narrow as in a meeting's side panel.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samples } from './samples.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = `NOT TESTED: how cards look, because there is no browser at ${executablePath}. Get one with: apt-get install chromium`;
const present = existsSync(executablePath);
if (!present && process.env.REQUIRE_ALL_TESTS === '1') throw new Error(missing);
if (!present) console.warn(`\n${'!'.repeat(20)} ${missing} ${'!'.repeat(20)}\n`);

const bundle = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const output = 'test/.output';
/** CSS pixels: a card in a chat, and in a side panel. */
const widths = [450, 320];

const kinds = ['profile', 'compare', 'goal arrow', 'forum', 'welcome', 'choices', 'list', 'forward', 'forwarded'];
const all = samples('da');

/** One of a kind, the one with the most to show; the rest differs in words only. */
const shown = kinds.map(kind => {
  const cards = all.filter(({ name }) => name.startsWith(`${kind} `)).map(({ card }) => JSON.stringify(card));
  return { kind, card: JSON.parse(cards.reduce((a, b) => (b.length > a.length ? b : a))) };
});

describe.skipIf(!present)('rendered', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser?.close());

  async function render(card: unknown, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 700 }, locale: 'da-DK' });
    await page.setContent(
      // Buttons that do not fit go to the next line, as in Teams.
      '<style>.ac-actionSet{flex-wrap:wrap}.ac-pushButton{max-width:100%}</style><body style="margin:0"><div id="card"></div>',
    );
    await page.addScriptTag({ content: bundle });
    await page.evaluate(`
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        const line = one => one.replace(/\\\\(.)/g, '$1').replace(/</g, '&lt;');
        const [first, ...points] = text.split(/^- /m).map(line);
        result.outputHtml = first + points.map(point => '<li>' + point + '</li>').join('');
        result.didProcess = true;
      };
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig({
        fontFamily: 'Segoe UI, sans-serif',
        spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
        actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
      });
      card.parse(${JSON.stringify(card)});
      document.getElementById('card').append(card.render());
    `);
    return page;
  }

  test.for(shown.flatMap(one => widths.map(width => [one.kind, width, one.card] as const)))(
    '%s at %i px shows its text and runs over no edge',
    async ([kind, width, card]) => {
      const page = await render(card, width);
      const over = await page.evaluate(`[...document.querySelectorAll('#card *')]
        .filter(one => one.getClientRects().length > 0)
        .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5 || one.scrollWidth > one.clientWidth + 1)
        .map(one => one.className + ': ' + one.textContent.slice(0, 60))`);
      mkdirSync(output, { recursive: true });
      await page.screenshot({ path: `${output}/card ${kind} ${width}.png`, fullPage: true });
      expect(over).toEqual([]);
      const empty = await page.evaluate(`[...document.querySelectorAll('.ac-textBlock')]
        .filter(one => one.getClientRects().length > 0 && (one.textContent.trim() === '' || one.offsetHeight < 10)).length`);
      expect(empty).toBe(0);
      expect(await page.locator('.ac-textBlock').filter({ visible: true }).count()).toBeGreaterThan(0);
      await page.close();
    },
  );

  test.for(shown.filter(({ kind }) => /^(profile|compare)$/.test(kind)))(
    '$kind shows a list when its head is pressed and hides it when it is pressed again',
    async ({ card }) => {
      const page = await render(card, widths[0] ?? 450);
      const list = page.locator('#points-skills, #both-skills');
      const folded = page.locator('#closed-skills');
      const head = page.locator('.ac-columnSet.ac-selectable').last();
      for (const open of [true, false]) {
        await head.click();
        expect(await list.isVisible()).toBe(open);
        expect(await folded.isVisible()).toBe(!open);
      }
      await page.close();
    },
  );
});
