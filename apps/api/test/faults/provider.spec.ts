// R13: the identity provider of an organisation is away: its port closed, or held by something that never says a word.
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Cast } from '../../src/demo/cast.ts';
import { realProvider, walkTo } from '../oidc.ts';
import { seat, signIn } from '../people.ts';
import { type Served, serve, serveOn } from '../server.ts';
import { begin, comeBack, configure, link, roundTrip } from '../sign-on.ts';
import { figure, judgesTimes, percentile, report, rounded, within } from './figures.ts';

const asked = figure(5, 50);
/** Each of these waits for as long as a provider may be silent. */
const askedOfSilence = figure(0, 50);
const passwords = figure(3, 20);
const lead = 'lead@government.example';

let served: Served;
/** It has never read what the provider says of itself. */
let other: Served;
let cast: Cast;
beforeAll(async () => {
  served = await serve({ LOG_LEVEL: 'silent' });
  cast = await seat(served);
  other = await serveOn(served, served.filesDir, { DATABASE_POOL: '4' });
});
afterAll(async () => {
  await other?.stop();
  await served.stop();
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
/** Milliseconds that a colleague takes to come in by password and to read the dossiers. */
const byPassword = async (): Promise<number[]> => {
  const times: number[] = [];
  for (let i = 0; i < passwords; i++)
    times.push(
      await timed(async () => {
        const cookie = await signIn(other, 'viewer@government.example');
        await other.http().get('/api/dossiers').set('cookie', cookie).expect(200);
      }),
    );
  return times;
};
/** So many ask for the way to the provider at once; answers how long each waited for its refusal. */
const refusedAll = (count: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      timed(async () => {
        const { body } = await other.http().post('/api/session/sign-on').send({ name: 'aruna' });
        expect(body.code).toBe('sign_on_refused');
      }),
    ),
  );

test(
  'its sign-in is refused, by password everybody comes in as before, and it is back by itself',
  async () => {
    const addresses = [`http://localhost:4000/sign-on/${cast.government.id}`];
    const provider = await realProvider(addresses);
    expect((await configure(served, lead, provider.issuer)).status).toBe(200);
    await link(served, lead);
    // One is on the way back when it goes away.
    const going = await begin(served);
    const query = await walkTo(going.url, going.redirectUri);
    await provider.stop();
    expect((await comeBack(served, going, query)).body.code).toBe('sign_on_refused');
    const before = await byPassword();
    const [closed, during] = await Promise.all([refusedAll(asked), byPassword()]);

    const port = Number(new URL(provider.issuer).port);
    const held: net.Socket[] = [];
    const silent = net.createServer((socket) => held.push(socket.on('error', () => undefined)));
    silent.listen(port, '127.0.0.1');
    await once(silent, 'listening');
    const [waited, meanwhile] = await Promise.all([refusedAll(askedOfSilence), byPassword()]);
    for (const socket of held) socket.destroy();
    silent.close();
    await once(silent, 'close');

    const back = await realProvider(addresses, port);
    try {
      expect((await roundTrip(other, await begin(other))).status).toBe(200);
    } finally {
      await back.stop();
    }
    if (judgesTimes) {
      for (const times of [during, meanwhile]) expect(percentile(50, times)).toBeLessThan(percentile(50, before) * 2 + 100);
      expect(Math.max(...closed)).toBeLessThan(3000);
      expect(Math.max(0, ...waited)).toBeLessThan(10_000);
    }
    report('R13 identity provider away', {
      ...{ 'asked while its port is closed': asked, 'slowest refusal ms': rounded(Math.max(...closed)) },
      ...{ 'asked while it is silent': askedOfSilence, 'slowest refusal of these ms': rounded(Math.max(0, ...waited)) },
      ...{ 'by password and dossiers, median ms before': rounded(percentile(50, before)), 'port closed': rounded(percentile(50, during)) },
      ...{ silent: rounded(percentile(50, meanwhile)), 'lets in again by itself': 'yes' },
    });
  },
  within(30, 90),
);
