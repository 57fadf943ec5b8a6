// Who may call the assistant in production: Teams alone, with a token for this bot, for tenants on the list.
import { expect, test } from 'vitest';
import type { BotIdentity } from '../../src/config/config.ts';
import { createLogger } from '../../src/lib/logger.ts';
import type { Turn } from '../../src/model/turn.ts';
import { TeamsAdapter } from '../../src/teams/adapter.ts';
import { tenant, verdict } from '../support/activities.ts';
import { startApp } from '../support/app.ts';
import { startIssuer } from '../support/tokens.ts';

const appId = '22222222-2222-2222-2222-222222222222';
const identity: BotIdentity = {
  appId,
  tenantId: tenant,
  credential: { kind: 'password', password: 'not a secret' },
  allowedTenants: [tenant],
};

/** Verdicts need no reply: sending one would need a token from Microsoft for ourselves. */
async function production() {
  const issuer = await startIssuer();
  const turns: Turn[] = [];
  const app = await startApp({
    bot: identity,
    trust: issuer.trust,
    handle: async turn => {
      turns.push(turn);
      return [];
    },
  });
  const bearer = async (claims = {}, how = {}) => ({
    Authorization: `Bearer ${await issuer.token({ aud: appId, serviceurl: app.connector.url, ...claims }, how)}`,
  });
  return { ...app, issuer, turns, bearer };
}

test('a token from Teams for this bot is let in', async () => {
  const { send, bearer, turns } = await production();
  expect(await send(verdict('like', ''), await bearer())).toMatchObject({ status: 200 });
  expect(turns).toHaveLength(1);
});

test.each([
  ['has expired', {}, { expiresIn: '-1h' }],
  ['is for another bot', { aud: '33333333-3333-3333-3333-333333333333' }, {}],
  ['is for nobody', { aud: undefined }, {}],
  ['is signed with another key', {}, { foreignKey: true }],
  ['names a key that nobody knows', {}, { keyId: 'key-2' }],
  ['names another service address', { serviceurl: 'https://smba.example/' }, {}],
  ['comes from somebody else', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }, {}],
  [
    'comes from an emulator in a tenant of its own',
    { iss: `https://sts.windows.net/${appId}/`, tid: appId, appid: appId, ver: '1.0' },
    {},
  ],
  ['comes from nobody', { iss: undefined }, {}],
])('a token that %s is 401', async (_, claims, how) => {
  const { send, bearer, turns } = await production();
  expect(await send(verdict('like', ''), await bearer(claims, how))).toMatchObject({
    status: 401,
    body: { error: 'The token is missing or not valid.' },
  });
  expect(turns).toEqual([]);
});

test('no token, an unsigned one and rubbish are 401', async () => {
  const { send, bearer, turns } = await production();
  const { Authorization } = await bearer();
  const [, payload] = Authorization.split('.');
  const none = Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url');
  for (const header of [
    '',
    'Bearer',
    'Bearer x',
    'Basic abc',
    `Bearer ${none}.${payload}.`,
    `${Authorization} x`,
    Authorization.slice(0, -4),
  ]) {
    expect(await send(verdict('like', ''), { Authorization: header }), header).toMatchObject({ status: 401 });
  }
  expect(turns).toEqual([]);
});

test('while the keys cannot be fetched Teams is asked to come again', async () => {
  const { send, bearer, issuer } = await production();
  issuer.goDown();
  expect(await send(verdict('like', ''), await bearer())).toMatchObject({ status: 503 });
});

test.each([
  ['another tenant', { conversation: { id: 'a:x', tenantId: appId }, channelData: {} }],
  ['no tenant', { conversation: { id: 'a:x' }, channelData: {} }],
  ['an allowed tenant beside another', { channelData: { tenant: { id: appId } } }],
])('an activity from %s is 403, however good its token', async (_, fields) => {
  const { send, bearer, turns, log } = await production();
  expect(await send(verdict('like', '', fields), await bearer())).toMatchObject({ status: 403 });
  expect(turns).toEqual([]);
  expect(log).toContainEqual(expect.objectContaining({ level: 'warn', msg: 'an activity from elsewhere was refused' }));
  expect(JSON.stringify(log)).not.toMatch(/Mette|29:mette|22222222/);
});

test('tenants are compared without regard to case', async () => {
  const { send, bearer } = await production();
  const fields = { conversation: { id: 'a:x', tenantId: tenant.toUpperCase() } };
  expect(await send(verdict('like', '', fields), await bearer())).toMatchObject({ status: 200 });
});

test.each<BotIdentity['credential']>([
  { kind: 'password', password: 'x' },
  { kind: 'certificate', thumbprint: 'a'.repeat(40), privateKey: '-----BEGIN PRIVATE KEY-----' },
  { kind: 'managed-identity' },
])('the SDK takes our credentials of kind $kind', credential => {
  const logger = createLogger('silent');
  expect(() => new TeamsAdapter({ ...identity, credential }, { logger })).not.toThrow();
});
