// Stands in for Microsoft's token issuer: an OpenID metadata server on loopback and tokens signed with its key.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { Trust } from '../../src/teams/adapter.ts';

export interface Issuer {
  trust: Trust;
  /** A token as Teams sends it, with claims replaced, or left out where `undefined`. */
  token(claims: JWTPayload, how?: { expiresIn?: string; foreignKey?: boolean; keyId?: string }): Promise<string>;
  /** From now on the metadata cannot be fetched. */
  goDown(): void;
}

/** Closed when the test ends. Each has its own address, since the SDK remembers keys by address. */
export async function startIssuer(): Promise<Issuer> {
  const options = { modulusLength: 2048, extractable: true };
  const [own, foreign] = await Promise.all([generateKeyPair('RS256', options), generateKeyPair('RS256', options)]);
  const key = {
    ...(await exportJWK(own.publicKey)),
    kid: 'key-1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  let down = false;
  const server = createServer((request, response) => {
    response.statusCode = down ? 500 : 200;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : { jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  return {
    trust: { tokenIssuer: 'https://api.botframework.com', openIdMetadataUrl: `${url}/openid` },
    token: (claims, { expiresIn = '10m', foreignKey = false, keyId = 'key-1' } = {}) =>
      new SignJWT({ iss: 'https://api.botframework.com', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
        .setIssuedAt(Math.floor(Date.now() / 1_000) - 7_200)
        .setExpirationTime(expiresIn)
        .sign(foreignKey ? foreign.privateKey : own.privateKey),
    goDown: () => {
      down = true;
    },
  };
}
