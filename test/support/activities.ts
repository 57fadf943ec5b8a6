// Activities as Teams sends them, for tests to post; the shapes were taken from the Playground's own log.

export interface Person {
  id: string;
  name: string;
  aadObjectId: string;
}

export const tenant = '11111111-1111-1111-1111-111111111111';
export const bot = { id: '28:bot', name: 'LP-assistenten' };
export const mette: Person = {
  id: '29:mette',
  name: 'Mette Holm',
  aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000001',
};
export const jonas: Person = {
  id: '29:jonas',
  name: 'Jonas Krog',
  aadObjectId: 'aaaaaaaa-0000-0000-0000-000000000002',
};

export const personal = { id: 'a:personal', conversationType: 'personal', tenantId: tenant };
export const group = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: tenant };
export const channel = {
  id: '19:channel@thread.tacv2;messageid=1',
  conversationType: 'channel',
  isGroup: true,
  tenantId: tenant,
};

export type Fields = Record<string, unknown>;
let count = 0;

/** Fields given replace those made up; the id is new each time. */
export function activity(fields: Fields = {}): Fields {
  count += 1;
  return {
    type: 'message',
    id: `activity-${count}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    timestamp: '2026-03-02T08:00:00.000Z',
    locale: 'en-US',
    from: mette,
    recipient: bot,
    conversation: personal,
    channelData: { tenant: { id: tenant } },
    ...fields,
  };
}

export const message = (text: string, fields: Fields = {}) => activity({ text, textFormat: 'plain', ...fields });

const mention = (name: string, id: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });

/** In a group chat, with the assistant mentioned first. */
export const mentioned = (text: string, fields: Fields = {}) =>
  message(`<at>${bot.name}</at> ${text}`, { conversation: group, entities: [mention(bot.name, bot.id)], ...fields });

export const invoke = (name: string, value: unknown, fields: Fields = {}) =>
  activity({ type: 'invoke', name, value, ...fields });

export const press = (verb: string, data: Fields = {}, fields: Fields = {}) =>
  invoke('adaptiveCard/action', { action: { type: 'Action.Execute', verb, data } }, fields);

export const verdict = (reaction: string, comment: string, fields: Fields = {}) =>
  invoke(
    'message/submitAction',
    { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify({ feedbackText: comment }) } },
    fields,
  );

export const installed = (action: string, fields: Fields = {}) =>
  activity({ type: 'installationUpdate', action, ...fields });

export const membersAdded = (members: { id: string }[], fields: Fields = {}) =>
  activity({ type: 'conversationUpdate', membersAdded: members, ...fields });

export const membersRemoved = (members: { id: string }[], fields: Fields = {}) =>
  activity({ type: 'conversationUpdate', membersRemoved: members, ...fields });
