// A question and its answer, as the connector receives it.
import { expect, test } from 'vitest';
import { citationsOf, describeTalks } from './talk.ts';

describeTalks('a question', start => {
  test('is answered with its points, its source behind a number and thumbs, in one message', async () => {
    const { write } = await start();
    const [answer, ...rest] = await write('Hvilke færdigheder forventer vi af skoledirektøren?');
    expect(rest).toEqual([]);
    expect(answer?.text).toMatch(/^\*\*Færdigheder\*\* for \*\*Direktør\*\* i Learning Pipeline: \[1\]\n/);
    expect(answer?.text?.match(/^- /gm)).toHaveLength(6);
    expect(citationsOf(answer)).toEqual([
      {
        '@type': 'DigitalDocument',
        name: 'Learning Pipeline – sammen om læring og ledelse, Profil: Direktør › Færdigheder',
        abstract: expect.stringContaining('skolevæsenet'),
      },
    ]);
    expect(answer).toMatchObject({ textFormat: 'markdown', channelData: { feedbackLoop: { type: 'default' } } });
  });

  test('is kept with its answer and sources', async () => {
    const { write, db } = await start();
    const [answer] = await write('hvem sidder med i FRO');
    const [kept] = await db.selectFrom('answers').selectAll().execute();
    expect(kept).toMatchObject({ question: 'hvem sidder med i FRO', answer: answer?.text, abstained: 0 });
    expect(JSON.parse(kept?.citations ?? '')).toContainEqual(
      expect.objectContaining({ document: 'moed-skoleforvaltningen' }),
    );
  });

  test('in English is answered in an English frame with the Danish source', async () => {
    const { write } = await start();
    const [answer] = await write('What are the priorities of the director?');
    expect(answer?.text).toMatch(/^The documents are in Danish; this is what they say:\n\n\*\*Priorities/);
    expect(citationsOf(answer)[0]?.name).toMatch(/Profil: Direktør › Prioriteter$/);
  });
});
