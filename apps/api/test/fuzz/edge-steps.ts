// What a door may refuse with by its shape alone, provoked at every door in the same way.
import { createHash, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Door, RefusalCode } from '@servanda/contract';
import pg from 'pg';
import { refusalsOf } from '../../src/platform/http/openapi.ts';
import { bodies } from '../door-bodies.ts';
import { addressOf, type Tenant } from '../matrix/cast.ts';
import { type Ids, pathOf } from '../matrix/knock.ts';
import { rows } from '../matrix/rows.ts';
import { unknownIds, type World } from '../matrix/world.ts';
import type { Standing } from './standing.ts';

export interface At {
  world: World;
  standing: Standing;
  /** Where requests are sent: the observed API. */
  at: string;
}
/** The organisation whose lead comes through a door. */
export const tenantOf = ({ allows }: Door): Tenant =>
  !allows || allows.kinds.includes('government') ? 'aruna' : allows.kinds.includes('ngo') ? 'watch' : 'operator';
export const bodyOf = (door: Door, ids: Ids, tenant = tenantOf(door)): object | undefined =>
  door.input.body ? (rows[door.name]?.body?.(ids, tenant) ?? bodies[door.name]) : undefined;
/** Ids of the lead's own for a door; what the world has none of is unknown. */
export const idsFor = ({ world }: Pick<At, 'world'>, door: Door): Ids => ({ ...unknownIds, ...world.ids[tenantOf(door)] });

interface Sent {
  headers?: Record<string, string>;
  body?: string | FormData;
  ids?: Ids;
  query?: string;
}
/** Sends to a door; JSON unless a header says otherwise. */
export async function send(at: string, door: Door, { headers = {}, body, ids = unknownIds, query = '' }: Sent): Promise<Response> {
  const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(`${at}${pathOf(door, ids)}${query}`, {
    method: door.method,
    headers: { ...type, ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  await answer.arrayBuffer();
  return answer;
}
const note = () => {
  const form = new FormData();
  form.set('file', new Blob([`A note, ${randomUUID()}.`]), 'note.txt');
  return form;
};
export const wellFormed = (door: Door, ids: Ids): string | FormData | undefined => {
  if (door.accepts) return note();
  const body = bodyOf(door, ids);
  return body && JSON.stringify(body);
};

/** Holds the row of an idempotency key as an equal request under way would, for as long as `work` takes. */
export async function whileRunning(served: { adminUrl: string }, of: { organisation: string; person: string; key: string }, work: () => Promise<unknown>) {
  const other = new pg.Client({ connectionString: served.adminUrl });
  await other.connect();
  await other.query('BEGIN');
  await other.query('INSERT INTO repeated_request (organisation_id, asker_id, key_sha256, request_sha256) VALUES ($1, $2, $3, $3)', [
    ...[of.organisation, of.person, createHash('sha256').update(of.key).digest()],
  ]);
  await work();
  await other.query('ROLLBACK');
  await other.end();
}

type Step = (on: At, door: Door, ids: Ids, cookie: string) => Promise<unknown>;
const asLead: (how: (door: Door, ids: Ids) => Sent) => Step = (how) => (on, door, ids, cookie) => {
  const { headers, ...rest } = how(door, ids);
  return send(on.at, door, { ids, ...rest, headers: { cookie, ...headers } });
};
/** Announces more than is read, as a client does that is refused before it has sent it all. */
const announced: Step = (on, door, ids, cookie) =>
  new Promise<void>((done) => {
    const headers = { cookie, 'content-type': 'application/json', 'content-length': '1100000' };
    const request = http.request(`${on.at}${pathOf(door, ids)}`, { method: door.method, headers }, (answer) => {
      answer.resume().on('end', () => request.destroy());
    });
    request
      .on('error', () => undefined)
      .on('close', done)
      .write('"x');
  });
/** The same act twice, the second time knowing of the first. */
const twice: Step = async (on, door, ids, cookie) => {
  const made = (await rows[door.name]?.make?.(on.world, tenantOf(door), ids)) ?? ids;
  const body = bodyOf(door, made);
  for (const version of [1, 2]) {
    const again = body && JSON.stringify('version' in body ? { ...body, version } : body);
    await send(on.at, door, { ids: made, headers: { cookie }, body: door.accepts ? note() : again });
  }
};

/** How each code is provoked at any door that may refuse with it. */
export const steps: Partial<Record<RefusalCode, Step>> = {
  not_signed_in: (on, door, ids) => send(on.at, door, { ids, body: wellFormed(door, ids) }),
  cross_site: asLead(() => ({ headers: { 'sec-fetch-site': 'cross-site' } })),
  unsupported_media_type: asLead(() => ({ headers: { 'content-type': 'text/plain' }, body: 'words' })),
  unreadable_body: asLead(() => ({ body: '{"a":' })),
  body_too_large: announced,
  wrong_state: twice,
  already_exists: twice,
  invalid_input: asLead((door) => ({
    ...(door.input.body ? { body: '["nothing of the kind"]' } : {}),
    ...(door.input.query ? { query: '?limit=%00&asOf=%00' } : {}),
    ...(door.input.params && !door.input.body && !door.input.query ? { ids: Object.fromEntries(Object.keys(unknownIds).map((name) => [name, '%00'])) } : {}),
  })),
  not_found: asLead((door) => ({ ids: unknownIds, body: wellFormed(door, unknownIds) })),
  moment_unusable: asLead(() => ({ query: '?asOf=2999-01-01' })),
  stale_version: asLead((door, ids) => ({ body: JSON.stringify({ ...bodyOf(door, ids), version: 4711 }) })),
  link_unusable: asLead((door, ids) => ({ body: wellFormed(door, ids) })),
  forbidden: async (on, door, ids) => {
    const viewer = await on.standing.session(tenantOf(door), 'viewer');
    const operator = await on.standing.session(tenantOf(door) === 'operator' ? 'aruna' : 'operator', 'lead');
    const keys = on.world.knockers.filter(({ through }) => through !== 'session').map(({ identity }) => identity);
    for (const headers of [{ cookie: viewer }, { cookie: operator }, ...keys.slice(0, 2)])
      if ((await send(on.at, door, { ids, headers, body: wellFormed(door, ids) })).status === 403) return;
  },
  confirm_identity: async (on, door, ids) => {
    const cookie = await on.standing.session(tenantOf(door), 'lead', 90);
    return send(on.at, door, { ids, headers: { cookie }, body: wellFormed(door, ids) });
  },
  repeated_differently: async (on, door, ids, cookie) => {
    const headers = { cookie, 'idempotency-key': randomUUID() };
    const made = (await rows[door.name]?.make?.(on.world, tenantOf(door), ids)) ?? ids;
    await send(on.at, door, { ids: made, headers, body: wellFormed(door, made) });
    // The same key for another thing; a document differs by its bytes already.
    const other = door.accepts ? note() : JSON.stringify({ ...bodyOf(door, made), ...otherwise[door.name] });
    return send(on.at, door, { ids: made, headers, body: other });
  },
  still_running: async (on, door, ids, cookie) => {
    const key = randomUUID();
    const made = (await rows[door.name]?.make?.(on.world, tenantOf(door), ids)) ?? ids;
    const { rows: found } = await on.standing.db.query('SELECT id FROM person WHERE email = $1', [addressOf(tenantOf(door), 'lead')]);
    const of = { organisation: on.world.organisations[tenantOf(door)], person: found[0].id, key };
    await whileRunning(on.world.served, of, () => send(on.at, door, { ids: made, headers: { cookie, 'idempotency-key': key }, body: wellFormed(door, made) }));
  },
};
/** What makes a body another one that is well formed too. */
const otherwise: Record<string, object> = {
  'people.addBody': { name: 'Another body' },
  'people.invite': { invitations: [{ email: 'another@matrix.example', role: 'viewer' }] },
  'people.foundOrganisation': { name: 'Another organisation' },
  'dossiers.open': { title: 'Another dossier' },
  'evidence.add': { title: 'Another piece' },
  'evidence.withdraw': { reason: 'Another reason' },
  'evidence.open': { purpose: 'To check another figure' },
  'evidence.addNationalProvision': { title: 'Another title' },
  'evidence.withdrawNationalProvision': { reason: 'Another reason' },
  'evidence.ask': { wanted: 'Another circular' },
  'evidence.stepRequest': { note: 'Another note' },
  'evidence.addSource': { note: 'Another note' },
  'publications.publish': { preview: 'b'.repeat(64) },
  'publications.propose': { preview: 'b'.repeat(64) },
  'publications.withdraw': { reason: 'Another reason' },
  'reports.order': { lang: 'fr' },
  'reports.startReport': { title: 'Another title' },
  'reports.addParagraph': { elements: ['4.1'] },
  'reports.commentParagraph': { text: 'Another question?' },
  'assessments.record': { reasons: 'Other reasons.' },
  'assessments.review': { act: 'accept' },
};

/** Provokes at one door whatever it may refuse with by its shape. */
export async function edgeSteps(on: At, door: Door): Promise<void> {
  const ids = idsFor(on, door);
  for (const code of refusalsOf(door)) {
    const step = steps[code];
    if (step) await step(on, door, ids, await on.standing.session(tenantOf(door), 'lead'));
  }
}

/** What only an organisation with a strict rule of sign-in refuses with, and only a caller who comes too often (at `limited`). */
export async function ruleSteps(on: At, doors: readonly Door[], limited: string): Promise<void> {
  const rule = (values: string) =>
    on.standing.db.query(
      `INSERT INTO sign_in_rule (organisation_id, second_factor_from, is_single_sign_on_only, changed_at) SELECT id, ${values}, now() FROM organisation
       ON CONFLICT (organisation_id) DO UPDATE SET second_factor_from = excluded.second_factor_from, is_single_sign_on_only = excluded.is_single_sign_on_only`,
    );
  const all = async (at: string, code: RefusalCode, values?: string) => {
    for (const door of doors.filter((d) => refusalsOf(d).includes(code))) {
      // Each time anew: a door may have changed it.
      if (values) await rule(values);
      const ids = idsFor(on, door);
      const cookie = await on.standing.session(tenantOf(door), 'lead');
      await send(at, door, { ids, headers: { cookie }, body: wellFormed(door, ids) });
    }
  };
  await all(on.at, 'second_factor_missing', "now() - interval '1 day', false");
  await all(on.at, 'single_sign_on_missing', 'NULL, true');
  await on.standing.restore();
  // Twice, for the first of each kind is let through.
  await all(limited, 'too_many_requests');
  await all(limited, 'too_many_requests');
  await on.standing.restore();
}
