// What people think of an answer is kept with the answer.
import { expect, test } from 'vitest';
import { describeTalks, type Talk } from './talk.ts';

const verdicts = ({ db }: Talk) =>
  db
    .selectFrom('verdicts')
    .innerJoin('answers', 'answers.id', 'verdicts.answer_id')
    .select(['verdict', 'comment', 'question', 'answer', 'citations'])
    .execute();

describeTalks('a verdict', start => {
  test('is kept with the question, the answer and its sources, a later one in place of the earlier', async () => {
    const talk = await start();
    const [answer] = await talk.write('Hvem sidder med i FRO?');
    expect(await talk.judge('like', 'Præcis')).toBe(200);
    expect(await talk.judge('dislike', 'Ved nærmere eftertanke: for gammelt')).toBe(200);
    const kept = await verdicts(talk);
    expect(kept).toMatchObject([
      {
        verdict: 'dislike',
        comment: 'Ved nærmere eftertanke: for gammelt',
        question: 'Hvem sidder med i FRO?',
        answer: answer?.text,
      },
    ]);
    expect(JSON.parse(kept[0]?.citations ?? '[]').length).toBeGreaterThan(0);
  });

  test('names the answer it is about by its message', async () => {
    const talk = await start();
    await talk.write('Hvem sidder med i FRO?');
    await talk.write('Hvilke prioriteter har en chef?');
    // The connector of the test numbers what it receives.
    await talk.judge('like', '', { replyToId: 'reply-1' });
    expect(await verdicts(talk)).toMatchObject([{ question: 'Hvem sidder med i FRO?' }]);
  });
});
