// Turns as teams/ makes them, for tests of what lies below teams/.
import type { CardTurn, MessageTurn } from '../../src/model/turn.ts';

let count = 0;

export function messageTurn(text: string, fields: Partial<MessageTurn> = {}): MessageTurn {
  return { ...base(), kind: 'message', text, ...fields };
}

export function cardTurn(verb: string, fields: Partial<CardTurn> = {}): CardTurn {
  return { ...base(), kind: 'card', verb, data: {}, ...fields };
}

function base() {
  count += 1;
  return {
    id: `turn-${count}`,
    activityId: `activity-${count}`,
    conversation: { id: 'a:personal', kind: 'personal' as const, tenantId: 't' },
    sender: { key: 'mette', channelId: '29:mette' },
    receivedAt: new Date('2026-03-02T08:00:00.000Z'),
  };
}
