// What a person's message becomes on its way in, and a reply on its way out, as the connector receives it.
import { describe, expect, test } from 'vitest';
import type { Reply, Turn } from '../../src/model/turn.ts';
import { activity, bot, channel, group, jonas, mentioned, message } from '../support/activities.ts';
import { startApp } from '../support/app.ts';

/** An app that answers everything with the same replies and remembers its turns. */
async function appReplying(...replies: Reply[]) {
  const turns: Turn[] = [];
  const app = await startApp({
    handle: async turn => {
      turns.push(turn);
      return replies;
    },
  });
  return { ...app, turns };
}

const citation = {
  document: 'brochure',
  title: 'Læringssamtaler',
  section: 'Læringssamtaler › Hvem deltager',
  page: 4,
  quote: 'Skolechefen mødes med rektor og ledelsesteamet.',
};

describe('in', () => {
  test('a personal message reaches the handler as it was written, with who and where', async () => {
    const { send, turns } = await appReplying();
    await send(message('  Hvad er en målpil?\u00a0', { id: 'a1' }));
    expect(turns).toEqual([
      {
        kind: 'message',
        id: expect.stringMatching(/^[0-9A-Z]{26}$/),
        activityId: 'a1',
        text: 'Hvad er en målpil?',
        conversation: { id: 'a:personal', kind: 'personal', tenantId: '11111111-1111-1111-1111-111111111111' },
        sender: {
          key: 'aaaaaaaa-0000-0000-0000-000000000001',
          aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000001',
          channelId: '29:mette',
          name: 'Mette Holm',
        },
        receivedAt: expect.any(Date),
      },
    ]);
  });

  test('in a group the mention of the assistant is stripped and other people become their names', async () => {
    const { send, turns } = await appReplying();
    await send(mentioned('spørg <at>Jonas Krog</at> om <at>LP-assistenten</at> FRO'));
    expect(turns).toMatchObject([{ text: 'spørg Jonas Krog om FRO', conversation: { kind: 'group' } }]);
  });

  test('a group or channel message that mentions somebody else only is left alone', async () => {
    const { send, turns, connector } = await appReplying({ kind: 'text', text: 'Svar' });
    const other = { type: 'mention', text: '<at>Jonas</at>', mentioned: { id: jonas.id, name: 'Jonas' } };
    expect(await send(message('<at>Jonas</at> hej', { conversation: group, entities: [other] }))).toMatchObject({
      status: 200,
    });
    expect(await send(message('hej', { conversation: channel }))).toMatchObject({ status: 200 });
    expect(turns).toEqual([]);
    expect(connector.received).toEqual([]);
  });

  test('a bare mention in a channel is a turn without text', async () => {
    const { send, turns } = await appReplying();
    await send(mentioned('', { conversation: channel }));
    expect(turns).toMatchObject([{ text: '', conversation: { id: channel.id, kind: 'channel' } }]);
  });

  test('a message of more than 4,000 characters is answered with what to do, and never reaches the handler', async () => {
    const { send, turns, connector } = await appReplying();
    await send(message('å'.repeat(4_000)));
    await send(message('å'.repeat(4_001)));
    expect(turns).toHaveLength(1);
    expect(connector.messages().map(({ activity }) => activity.text)).toEqual([
      'Beskeden er for lang til mig. Skriv højst 4.000 tegn.',
    ]);
  });

  test.each([
    'messageReaction',
    'messageUpdate',
    'messageDelete',
    'event',
    'typing',
    'endOfConversation',
    'unheard-of',
  ])('an activity of type %s is taken without an answer', async type => {
    const { send, turns, connector } = await appReplying({ kind: 'text', text: 'Svar' });
    expect(await send(activity({ type }))).toMatchObject({ status: 200 });
    expect(turns).toEqual([]);
    expect(connector.received).toEqual([]);
  });
});

describe('out', () => {
  test('citations reach the connector whole, in one root entity, only those that stand in the text', async () => {
    const long = { ...citation, section: 'x'.repeat(100), quote: `${'Ledelse handler om læring. '.repeat(10)}` };
    const text = 'Rektor deltager [1], se også [3].';
    const { send, connector } = await appReplying({
      kind: 'text',
      text,
      citations: [citation, citation, long],
      feedback: true,
    });
    await send(message('Hvem deltager?', { id: 'q1' }));
    const [answer] = connector.messages();
    expect(answer?.activity).toMatchObject({ text, textFormat: 'markdown', replyToId: 'q1' });
    expect(answer?.activity.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(answer?.activity.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Læringssamtaler, Læringssamtaler › Hvem deltager, s. 4',
              abstract: 'Skolechefen mødes med rektor og ledelsesteamet.',
            },
          },
          {
            '@type': 'Claim',
            position: 3,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Læringssamtaler…',
              abstract: `${'Ledelse handler om læring. '.repeat(5)}Ledelse handler om…`,
            },
          },
        ],
      },
    ]);
  });

  test('at most 20 citations go out', async () => {
    const citations = Array.from({ length: 25 }, () => citation);
    const text = citations.map((_, index) => `[${index + 1}]`).join(' ');
    const { send, connector } = await appReplying({ kind: 'text', text, citations });
    await send(message('Alt?'));
    expect(connector.messages()[0]?.activity.entities?.[0]?.citation).toHaveLength(20);
  });

  test('a text without citations and feedback carries neither entities nor channel data', async () => {
    const { send, connector } = await appReplying({ kind: 'text', text: 'Hej', citations: [citation] });
    await send(message('Hej'));
    expect(connector.messages()[0]?.activity).not.toHaveProperty('channelData');
    expect(connector.messages()[0]?.activity.entities ?? []).toEqual([]);
  });

  test('in a group chat the sources stand in the text as well', async () => {
    const { send, connector } = await appReplying({
      kind: 'text',
      text: 'Rektor [1].',
      citations: [citation, citation],
    });
    await send(mentioned('Hvem deltager?'));
    expect(connector.messages()[0]?.activity.text).toBe(
      'Rektor [1].\n\nKilder:\n\n[1] Læringssamtaler, Læringssamtaler › Hvem deltager, s. 4',
    );
  });

  test('text and card go out as two messages, in order', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    const { send, connector } = await appReplying(
      { kind: 'text', text: 'Her' },
      { kind: 'card', card, summary: 'Profil' },
    );
    await send(message('profil'));
    expect(connector.messages().map(({ activity: sent }) => sent)).toMatchObject([
      { text: 'Her' },
      { summary: 'Profil', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] },
    ]);
    expect(connector.messages()[0]?.activity.attachments ?? []).toEqual([]);
    expect(connector.messages()[1]?.activity).not.toHaveProperty('text');
  });

  test('a card of more than 28 KB becomes a sentence with a reference that stands in the log', async () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x'.repeat(28 * 1024) }] };
    const { send, connector, log } = await appReplying({ kind: 'card', card, summary: 'Stort' });
    await send(message('stort'));
    const [sent] = connector.messages();
    const reference = /Oplys ([2-9A-Z]{3}-[2-9A-Z]{3})/.exec(sent?.activity.text ?? '')?.[1];
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', reference, msg: 'turn failed' }));
  });

  test('the log holds nobody’s words or name', async () => {
    const { send, log } = await appReplying({ kind: 'text', text: 'Hemmeligt svar' });
    await send(message('Hemmeligt spørgsmål'));
    expect(log.length).toBeGreaterThan(0);
    expect(JSON.stringify(log)).not.toMatch(/Hemmeligt|Mette|29:mette|aaaaaaaa-0000/);
    expect(bot.name).toBe('LP-assistenten');
  });
});
