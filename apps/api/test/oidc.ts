// OpenID providers for tests: a real one (oidc-provider), and one that can be made to lie.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

export const clientId = 'servanda';
export const clientSecret = 'a client secret of the tests';
const stopped = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

/** Who signs in at the real provider next, without being asked anything. */
export interface Login {
  sub: string;
  email?: string;
  amr?: string[];
  acr?: string;
}

/** oidc-provider on loopback, where `port` says or anywhere; whoever is `login` signs in at once. */
export async function realProvider(redirectUris: string[], port = 0) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { login: Login } = { login: { sub: 'anna' } };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const configuration: Configuration = {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'test', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['the cookies of a test'] },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    acrValues: ['urn:example:two'],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: state.login.email ?? `${sub}@ministry.example`, email_verified: true, name: `Officer ${sub}` }),
    }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    const { sub, amr, acr } = state.login;
    return provider.interactionFinished(request, response, { login: { accountId: sub, ...(amr ? { amr } : {}), ...(acr ? { acr } : {}) } });
  });
  return { issuer, state, stop: () => stopped(server) };
}

/** Follows a browser's way at the provider until it is sent back; answers the query of the return address. */
export async function walkTo(url: string, redirectUri: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  for (let i = 0; i < 10; i++) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = answer.headers.get('location');
    if (!to) throw new Error(`the provider stopped at ${at}: ${answer.status} ${await answer.text()}`);
    at = new URL(to, at).href;
    if (at.startsWith(redirectUri)) return new URL(at).search;
  }
  throw new Error('the provider goes round in circles');
}

/** How a lying provider lies. */
export interface Lie {
  claims?: JWTPayload;
  alg?: 'none' | 'HS256';
  /** Signed by a key that it does not publish. */
  otherKey?: boolean;
  /** Issued and expired so many seconds ago. */
  age?: number;
  /** What its description says of itself. */
  calledIssuer?: string;
  noSubject?: boolean;
}

/** A provider of a hundred lines' worth of trust: it signs whatever the test says. */
export async function lyingProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const state: { lie: Lie; nonce: string; sub: string } = { lie: {}, nonce: '', sub: 'anna' };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const plain = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

  async function idToken(): Promise<string> {
    const { lie } = state;
    const issuedAt = Math.floor(Date.now() / 1000) - (lie.age ?? 0);
    const claims: JWTPayload = { iss: issuer, aud: clientId, nonce: state.nonce, iat: issuedAt, exp: issuedAt + 300, sub: state.sub, ...lie.claims };
    if (lie.noSubject) delete claims.sub;
    if (lie.alg === 'none') return `${plain({ alg: 'none' })}.${plain(claims)}.`;
    const token = new SignJWT(claims);
    // The classic confusion: the public client secret as a key.
    if (lie.alg === 'HS256') return token.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(clientSecret));
    return token.setProtectedHeader({ alg: 'RS256', kid: 'lying' }).sign(lie.otherKey ? other.privateKey : privateKey);
  }
  server.on('request', async (request, response) => {
    const send = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return send({
        issuer: state.lie.calledIssuer ?? issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        authorization_response_iss_parameter_supported: true,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      });
    if (request.url === '/jwks') return send({ keys: [{ ...(await exportJWK(publicKey)), kid: 'lying', use: 'sig', alg: 'RS256' }] });
    if (request.url === '/token') return send({ access_token: 'x', token_type: 'Bearer', id_token: await idToken() });
    return response.writeHead(404).end();
  });
  return { issuer, state, stop: () => stopped(server) };
}
