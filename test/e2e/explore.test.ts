import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { describeInPlayground, openClient } from '../support/playground.ts';
describeInPlayground('explore', () => {
  test('x', { timeout: 110_000 }, async () => {
    const { page, write, said } = await openClient();
    const shot = (n: string) => page.screenshot({ path: `test/.output/x-${n}.png` });
    await said('Learning Pipeline-assistenten');
    await shot('1-welcome');
    writeFileSync('test/.output/x.html', await page.content());
    await write('Hvilke færdigheder forventer vi af skoledirektøren?');
    await said(/direktør/i);
    await page.waitForTimeout(1500);
    await shot('2-answer');
    writeFileSync('test/.output/x2.html', await page.content());
    await write('profil leder af ledere');
    await said('Vis eller skjul').catch(() => {});
    await page.waitForTimeout(1500);
    await shot('3-profile');
    await write('Hvad er forskellen på chef og direktør?');
    await page.waitForTimeout(2500);
    await shot('4-compare');
    await write('Hvad koster en kop kaffe i kantinen?');
    await page.waitForTimeout(2500);
    await shot('5-unknown');
    writeFileSync('test/.output/x5.html', await page.content());
  });
});
