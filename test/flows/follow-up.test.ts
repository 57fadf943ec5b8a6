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

  test('in English asks for another list, then for another level’s', async () => {
    const { write } = await start();
    await write('What are the priorities of the senior manager?');
    const [skills] = await write('what about the skills?');
    expect(skills?.text).toMatch(/\*\*Skills \(færdigheder\)\*\* of \*\*Senior manager\*\*/);
    const [director] = await write('and the director?');
    expect(director?.text).toMatch(/\*\*Skills \(færdigheder\)\*\* of \*\*Director\*\*/);
  });

  test('in English asks about the forum that was just shown', async () => {
    const { write } = await start();
    await write('What is FRO about?');
    for (const [question, first] of [
      ['who takes part?', 'Participants'],
      ['how often do they meet?', 'How often'],
      ['and what do they discuss?', 'Content'],
    ] as const) {
      const [answer] = await write(question);
      expect(answer?.text, question).toMatch(/^The documents are in Danish/);
      expect(answer?.text, question).toContain('**Fælles Rådgivende Organ (FRO)**');
      expect(/^- (.+?):/m.exec(answer?.text ?? '')?.[1], question).toBe(first);
    }
  });

  test.each([
    ['Hvilke fora er der i Aalborg?', 'hvor tit mødes de?'],
    ['Which forums are there in Aalborg?', 'how often do they meet?'],
  ])('after %j: %j is about those forums and no other municipality’s', async (before, question) => {
    const { write } = await start();
    await write(before);
    const [answer] = await write(question);
    expect(answer?.text).toMatch(/^- FRO: fire gange om året/m);
    expect(answer?.text).not.toMatch(/Glostrup|Furesø/);
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
