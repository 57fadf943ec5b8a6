// What the documents do not answer is offered to the administration, and sent only when the person does so.
import { expect, test } from 'vitest';
import { jonas, mette } from '../support/activities.ts';
import { type Button, button, by, cardOf, describeTalks, type Talk } from './talk.ts';

const question = 'Hvad koster kaffen i kantinen?';

/** The button that sends, on the card that follows an unanswered question. */
async function sendButton({ write }: Talk, fields = {}): Promise<Button | undefined> {
  const [, offer] = await write(question, fields);
  return button(cardOf(offer), 'Send spørgsmålet');
}

const asks = ({ db }: Talk) => db.selectFrom('forwarded_asks').select(['text', 'person_key', 'answer_id']).execute();
const groups = ({ db }: Talk) => db.selectFrom('forwarded_groups').select(['text', 'count', 'status']).execute();

describeTalks('an unanswered question', start => {
  test('is said to be unanswered, without sources, and nothing is sent unasked', async () => {
    const talk = await start();
    const [answer, offer] = await talk.write(question);
    expect(answer?.text).toMatch(/^Det står ikke i de dokumenter, jeg har\./);
    expect(answer).not.toHaveProperty('entities');
    expect(JSON.stringify(cardOf(offer))).toContain(`"value":"${question}"`);
    expect(await asks(talk)).toEqual([]);
  });

  test('is sent as it was changed, and the same meaning of somebody else is counted with it', async () => {
    const talk = await start();
    const first = await talk.press(await sendButton(talk), { text: 'Hvem betaler kaffen til møderne?' });
    expect(first.value).toMatchObject({ speak: 'Sendt til forvaltningen' });
    expect(JSON.stringify(first.value)).toContain('Forvaltningen har nu dit spørgsmål.');
    const second = await talk.press(
      await sendButton(talk, by(jonas)),
      { text: 'hvem betaler for kaffen til møderne', named: 'true' },
      by(jonas),
    );
    expect(JSON.stringify(second.value)).toContain('I er nu 2, der har spurgt om det samme.');
    expect(await groups(talk)).toEqual([{ text: 'Hvem betaler kaffen til møderne?', count: 2, status: 'open' }]);
    expect(await asks(talk)).toMatchObject([{ person_key: null }, { person_key: jonas.aadObjectId }]);
  });

  test('is counted once when its press is delivered again with the same id and with a new one', async () => {
    const talk = await start();
    const send = await sendButton(talk);
    const delivered = { id: 'same' };
    const answers = [
      await talk.press(send, { text: question }, delivered),
      await talk.press(send, { text: question }, delivered),
      await talk.press(send, { text: question }),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]?.value).toEqual(answers[0]?.value);
    expect(await groups(talk)).toMatchObject([{ count: 1 }]);
  });

  test('sent without a name leaves its words nowhere beside the person or their conversation', async () => {
    const talk = await start();
    const words = 'Hvorfor må vi ikke se lønnen?';
    await talk.press(await sendButton(talk), { text: words });
    expect(await asks(talk)).toEqual([{ text: words, person_key: null, answer_id: null }]);
    const tables = await talk.db.introspection.getTables();
    for (const { name } of tables) {
      const rows = await talk.db
        .selectFrom(name as 'turns')
        .selectAll()
        .execute();
      const about = rows.map(row => JSON.stringify(row)).filter(row => row.includes('se lønnen'));
      for (const row of about) {
        expect(row).not.toContain(mette.aadObjectId);
        expect(row).not.toContain(by(mette).conversation.id);
      }
    }
  });

  test('of nothing but spaces is not sent', async () => {
    const talk = await start();
    const { value } = await talk.press(await sendButton(talk), { text: '   ' });
    expect(value).toMatch(/^Det kunne jeg ikke læse/);
    expect(await asks(talk)).toEqual([]);
  });
});
