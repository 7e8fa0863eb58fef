// What the doors of members, organisations and the operator refuse for reasons of their own.
import { contract } from '@servanda/contract';
import { addressOf, canary } from '../../matrix/cast.ts';
import { newAddress, newMember } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { people, dossiers } = contract;
const json = (body: object) => JSON.stringify(body);
const personOf = async ({ standing }: At, role: 'lead' | 'reviewer'): Promise<string> =>
  (await standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf('aruna', role)])).rows[0].id;
const versionOf = async ({ standing }: At, person: string): Promise<number> =>
  (await standing.db.query('SELECT max(version)::int AS version FROM membership WHERE person_id = $1', [person])).rows[0].version;

export const memberSteps: Steps = {
  'nobody suspends or removes oneself, and the last lead stays': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const me = await personOf(on, 'lead');
    const version = await versionOf(on, me);
    const asked = { ids: { person: me }, headers: { cookie } };
    await send(on.at, people.suspendMember, { ...asked, body: json({ version }) });
    await send(on.at, dossiers.removeMember, { ...asked, body: json({ version }) });
    await send(on.at, people.reviseMember, { ...asked, body: json({ version, role: 'viewer', body: null }) });
    await send(on.at, dossiers.leave, { ...asked, body: json({ version }) });
  },
  'who has left is revised no more': async (on) => {
    const cookie = await on.standing.session('aruna', 'lead');
    const person = await newMember(on.world, 'aruna', 'active');
    const asked = { ids: { person }, headers: { cookie } };
    await send(on.at, dossiers.removeMember, { ...asked, body: json({ version: 1 }) });
    await send(on.at, people.reviseMember, { ...asked, body: json({ version: 2, role: 'viewer', body: null }) });
  },
  'two leads who end each other at once leave one': async (on) => {
    const [one, other] = [await personOf(on, 'lead'), await personOf(on, 'reviewer')];
    for (const door of [people.suspendMember, dossiers.removeMember])
      for (let i = 0; i < 40; i++) {
        await on.standing.restore();
        await on.standing.db.query("UPDATE membership SET role = 'lead' WHERE person_id = $1", [other]);
        const body = async (person: string) => json({ version: await versionOf(on, person) });
        const asked = [
          { ids: { person: other }, body: await body(other), headers: { cookie: await on.standing.session('aruna', 'lead') } },
          { ids: { person: one }, body: await body(one), headers: { cookie: await on.standing.session('aruna', 'reviewer') } },
        ];
        const answers = await Promise.all(asked.map((ask) => send(on.at, door, ask)));
        if (answers.some(({ status }) => status === 409)) break;
      }
  },
  'a body takes no other body’s name': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    await send(on.at, people.addBody, { headers, body: json({ name: 'One name' }) });
    await send(on.at, people.reviseBody, { headers, ids: { body: on.world.ids.aruna?.['body'] ?? '' }, body: json({ version: 1, name: 'One name' }) });
  },
  'leaving is asked for once': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const { rows } = await on.standing.db.query('SELECT name FROM organisation WHERE id = $1', [on.world.organisations.aruna]);
    for (let i = 0; i < 2; i++) await send(on.at, people.askLeaving, { headers, body: json({ name: rows[0].name }) });
  },
  'the operator founds, suspends and reinstates': async (on) => {
    const headers = { cookie: await on.standing.session('operator', 'lead') };
    const found = (more: object) =>
      send(on.at, people.foundOrganisation, { headers, body: json({ name: `Founded ${canary('operator', 'text')}`, lead: newAddress('operator'), ...more }) });
    await found({ kind: 'government', iso3: 'XZZ' });
    await found({ kind: 'government', iso3: 'XAA' });
    await found({ kind: 'nhri' });
    const ids = { organisation: on.world.organisations.watch };
    for (const door of [people.suspendOrganisation, people.suspendOrganisation, people.reinstateOrganisation, people.reinstateOrganisation])
      await send(on.at, door, { headers, ids });
    const { rows: before } = await on.standing.db.query('SELECT name, version FROM organisation WHERE id = $1', [ids.organisation]);
    await send(on.at, people.renameOrganisation, { headers, ids, body: json(before[0]) });
    const lead = { headers, body: json({ email: newAddress('operator') }) };
    await send(on.at, people.inviteLead, { ...lead, ids });
    const { rows } = await on.standing.db.query("SELECT id FROM organisation WHERE name LIKE 'Founded%' AND kind = 'nhri' LIMIT 1");
    await send(on.at, people.inviteLead, { ...lead, ids: { organisation: rows[0].id } });
  },
};
