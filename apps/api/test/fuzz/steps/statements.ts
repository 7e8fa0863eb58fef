// What is refused of what organisations say to each other in public, of comparing and of following it. The government of Aruna speaks of releases of the watch.
import { randomUUID } from 'node:crypto';
import { contract } from '@servanda/contract';
import { StopLinks } from '../../../src/people/watching/stop-links.ts';
import { addressOf } from '../../matrix/cast.ts';
import type { Ids } from '../../matrix/knock.ts';
import { plantWaiting } from '../../matrix/statement-rows.ts';
import { unknownIds } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import { answerOf, as, idIn, json, released } from './releases.ts';
import type { Steps } from './steps.ts';

const { people, publications } = contract;
const identifying = 'The girl Zorana Quill, aged twelve, call +260 97 1234567.';
const about = (to: Ids, text: string) => ({ to: to['publication'], element: '4.1', text });
const reply = (to: Ids, text: string) => json({ kind: 'reply', stand: 'disagree', ...about(to, text) });
const ours = ({ world }: At): Ids => ({ ...unknownIds, ...world.ids.aruna });
/** Reads what was said as anyone may. */
const readSaid = async (on: At, said: Promise<string>) => send(on.at, publications.statement, { ids: { ...unknownIds, statement: idIn(await said) } });
const withdraw = async (on: At, release: Ids) =>
  send(on.at, publications.withdraw, { ids: release, headers: await as(on, 'lead'), body: json({ reason: 'A figure was wrong' }) });

const personOf = async ({ standing: { db } }: At, email: string): Promise<string> =>
  (await db.query('SELECT id FROM person WHERE email = $1', [email])).rows[0].id;

export const statementSteps: Steps = {
  'what is said in public names nobody, asks once, comes once for a key, and is of no release that was withdrawn': async (on) => {
    const [headers, release] = [await as(on, 'lead', 'aruna'), await released(on, 'Spoken of')];
    const say = (body: string, more: object = {}) => send(on.at, publications.say, { ids: ours(on), headers: { ...headers, ...more }, body });
    await say(reply(release, identifying));
    const request = json({ kind: 'request', ...about(release, 'Which regulation says so?') });
    for (const body of [request, request]) await say(body);
    await readSaid(on, answerOf(on, publications.say, ours(on), headers, reply(release, 'Section 3 says so.')));
    const once = { 'idempotency-key': randomUUID() };
    for (const text of ['Section 4 says so.', 'Section 5 says so.']) await say(reply(release, text), once);
    const said = answerOf(on, publications.say, ours(on), headers, reply(release, 'Section 6 says so.'));
    const ids = { ...ours(on), statement: idIn(await said) };
    const key = { ...headers, 'idempotency-key': randomUUID() };
    for (const reason of ['A figure was wrong', 'Another reason'])
      await send(on.at, publications.withdrawSaying, { ids, headers: key, body: json({ reason }) });
    await send(on.at, publications.withdrawSaying, { ids, headers, body: json({ reason: 'A figure was wrong' }) });
    await readSaid(on, said);
    await withdraw(on, release);
    await say(reply(release, 'Section 4 says so.'));
  },
  'what another person proposed to say is confirmed once, names nobody, and is of no release that was withdrawn': async (on) => {
    const [headers, release] = [await as(on, 'reviewer', 'aruna'), await released(on, 'Spoken of by two')];
    const waiting = async (text: string): Promise<Ids> => {
      const to = { ...ours(on), to: release['publication'] ?? '' };
      return { ...to, saying: await plantWaiting(on.world, 'aruna', to, text) };
    };
    const [first, second] = [await waiting('Section 4 says so.'), await waiting('Section 5 says so.')];
    const once = { ...headers, 'idempotency-key': randomUUID() };
    for (const ids of [first, second]) await send(on.at, publications.confirmSaying, { ids, headers: once });
    for (const door of [publications.confirmSaying, publications.dropSaying]) await send(on.at, door, { ids: first, headers });
    await send(on.at, publications.confirmSaying, { ids: await waiting(identifying), headers });
    await withdraw(on, release);
    await send(on.at, publications.confirmSaying, { ids: second, headers });
  },
  'what nobody may see is not followed, and nobody follows without end': async (on) => {
    const { db, session } = on.standing;
    const own = [on.world.organisations.institute, await personOf(on, addressOf('institute', 'viewer'))];
    await db.query("INSERT INTO follow SELECT $1, $2, gen_random_uuid(), 'XAA', NULL, 'x.' || i, NULL, now() FROM generate_series(1, 300) i", own);
    const headers = { cookie: await session('institute', 'viewer') };
    for (const what of [
      { kind: 'dossier', dossier: unknownIds['id'] },
      { kind: 'state', iso3: 'XAA' },
    ])
      await send(on.at, people.follow, { headers, body: json({ what }) });
    await db.query('DELETE FROM follow WHERE organisation_id = $1 AND person_id = $2', own);
  },
  'the letters of news are stopped by the link in one of them': async (on, served) => {
    const whose = { organisation: on.world.organisations.institute, person: await personOf(on, addressOf('institute', 'viewer')) };
    await send(on.at, people.stopDigest, { query: `?token=${served.app.get(StopLinks).tokenFor(whose)}` });
  },
  'nothing is told of a State or an element that there is not': async ({ at }) => {
    const ids = { ...unknownIds, iso3: 'QQQ', code: '9.99' };
    for (const door of [publications.publicState, publications.elementCompared, publications.elementTable]) await send(at, door, { ids });
    for (const door of [publications.statesCompared, publications.statesTable]) await send(at, door, { query: '?state=QQQ' });
  },
};
