// The world of the matrix: each ledger with one thing of everything, planted through the doors by its lead.
import type { Role } from '@servanda/contract';
import { newId } from '../../src/platform/ids.ts';
import { asOwner } from '../../src/reference/owner.ts';
import { signIn } from '../people.ts';
import type { Served } from '../server.ts';
import { addressOf, canary, foundTenants, ledgers, roles, type Tenant, tenantNames, tenants } from './cast.ts';
import { plantReport } from './composer-rows.ts';
import { type Heard, type Ids, knock } from './knock.ts';
import { plantProposal, plantPublication } from './publication-rows.ts';
import { plantSaidOf, plantWaiting } from './statement-rows.ts';
import { plantTemplate } from './template-rows.ts';
import { plantFollow } from './watching-rows.ts';

export interface Knocker {
  tenant: Tenant;
  role: Role;
  /** How the request says who it is: a session's cookie, or a key. */
  through: 'session' | 'read key' | 'write key';
  identity: Record<string, string>;
}
export interface World {
  served: Served;
  origin: string;
  organisations: Record<Tenant, string>;
  knockers: Knocker[];
  ids: Partial<Record<Tenant, Ids>>;
  /** A moment when everything stood already. */
  plantedAt: string;
}

/** Ids that nobody has. */
export const unknownIds: Ids = {
  ...Object.fromEntries(
    [
      'id',
      'evidence',
      'file',
      'body',
      'person',
      'invitation',
      'organisation',
      'key',
      'provision',
      'request',
      'run',
      'source',
      'report',
      'paragraph',
      'publication',
      'proposal',
      'saying',
      'statement',
      'template',
      'follow',
    ].map((name) => [name, '01890a5d-ac96-774b-bcce-b302099a8057']),
  ),
  ...{ code: '4.1', number: '1', iso3: 'XAA', kind: 'gaps', format: 'html' },
};

const fact = (tenant: Tenant) => ({ answer: null, basis: canary(tenant, 'text') });
export const factsOf = (tenant: Tenant) => ({
  extraditionConditionalOnTreaty: fact(tenant),
  laterExtraditionTreaty: fact(tenant),
  inPositionToAssist: fact(tenant),
});
export const pieceOf = (tenant: Tenant) => ({
  kind: 'law',
  title: `Act ${canary(tenant, 'text')}`,
  citation: canary(tenant, 'text'),
  originator: canary(tenant, 'text'),
  summary: canary(tenant, 'text'),
  confidentiality: 'restricted',
});

/** What is asked of the body that `ids` name. */
export const requestOf = (tenant: Tenant, ids: Ids) => ({ element: '4.1', wanted: canary(tenant, 'text'), dueOn: '2099-01-01', body: ids['body'] });
/** What is said of a provision of the law `ids` name. */
export const provisionOf = (tenant: Tenant, ids?: Ids) => ({
  ...(ids ? { law: ids['evidence'] } : {}),
  ...{ article: `s. ${canary(tenant, 'text')}`, title: canary(tenant, 'text'), text: canary(tenant, 'text'), elements: ['3.2'] },
});
export const plantProvision = (world: World, tenant: Tenant, ids: Ids): Promise<string> =>
  plant(world, tenant, `/api/dossiers/${ids['id']}/national-provisions`, provisionOf(tenant, ids));

const idOf = ({ body, status, text }: Heard): string => {
  if (status === 201 && body && typeof body === 'object' && 'id' in body && typeof body.id === 'string') return body.id;
  throw new Error(`Planting failed: ${status} ${text.slice(0, 600)}`);
};

/** The lead of a tenant, who plants. */
export function leadOf(world: World, tenant: Tenant): Knocker {
  const lead = world.knockers.find((k) => k.tenant === tenant && k.role === 'lead' && k.through === 'session');
  if (!lead) throw new Error(`${tenant} has no lead`);
  return lead;
}
/** Sends as the lead of a tenant. */
export const asLead = (world: World, tenant: Tenant, method: 'POST' | 'PUT', path: string, body: object) =>
  knock(world.origin, { method }, path, leadOf(world, tenant).identity, body);
/** Plants a thing and answers its id. */
export const plant = async (world: World, tenant: Tenant, path: string, body: object): Promise<string> => idOf(await asLead(world, tenant, 'POST', path, body));

let addresses = 0;
/** An address that nobody has yet. */
export const newAddress = (tenant: Tenant) => `new-${++addresses}.${canary(tenant, 'name')}@matrix.example`;

/** Seats one more member, as the owner of the tables. */
export const newMember = (world: World, tenant: Tenant, status: 'active' | 'suspended'): Promise<string> =>
  asOwner(world.served.adminUrl, async (db) => {
    const id = newId();
    await db.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, now())', [id, newAddress(tenant), `Member ${canary(tenant, 'name')}`]);
    await db.query('INSERT INTO membership (organisation_id, person_id, role, status) VALUES ($1, $2, $3, $4)', [
      ...[world.organisations[tenant], id, 'contributor', status],
    ]);
    return id;
  });
/** Invites somebody by the lead; answers the invitation's id. */
export async function invite(world: World, tenant: Tenant): Promise<string> {
  const { body, text } = await asLead(world, tenant, 'POST', '/api/organisation/invitations', { invitations: [{ email: newAddress(tenant), role: 'viewer' }] });
  const id = /"invitation":"([0-9a-f-]{36})"/.exec(JSON.stringify(body))?.[1];
  if (!id) throw new Error(`Inviting failed: ${text.slice(0, 600)}`);
  return id;
}

export const keyOf = (tenant: Tenant, right: 'read' | 'write') => ({
  ...{ name: `Key ${canary(tenant, 'text')}`, right },
  expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
});
/** Makes a key as the lead. */
export async function newKey(world: World, tenant: Tenant, right: 'read' | 'write'): Promise<{ id: string; token: string }> {
  const { body, text } = await asLead(world, tenant, 'POST', '/api/organisation/keys', keyOf(tenant, right));
  const [, id, token] = /"id":"([0-9a-f-]{36})".*"token":"(servanda_[\w-]{43})"/.exec(JSON.stringify(body)) ?? [];
  if (!id || !token) throw new Error(`Making a key failed: ${text.slice(0, 600)}`);
  return { id, token };
}

/** What an organisation has that keeps no dossier, too. */
async function plantHouse(world: World, tenant: Tenant): Promise<Ids> {
  const body = await plant(world, tenant, '/api/organisation/bodies', { name: `Ministry ${canary(tenant, 'text')}` });
  const { follow = '' } = await plantFollow(world, tenant, {});
  return {
    ...{ follow, body, person: await newMember(world, tenant, 'active'), invitation: await invite(world, tenant), organisation: world.organisations[tenant] },
    ...{ code: '4.1', number: '1', iso3: 'XAA', kind: 'gaps', format: 'html' },
  };
}

async function plantLedger(world: World, tenant: Tenant): Promise<Ids> {
  const text = canary(tenant, 'text');
  const id = await plant(world, tenant, '/api/dossiers', { iso3: tenants[tenant].iso3 ?? 'XAA', title: `Dossier ${text}`, facts: factsOf(tenant) });
  const evidence = await plant(world, tenant, `/api/dossiers/${id}/evidence`, { ...pieceOf(tenant), confidentiality: 'internal' });
  const note = new FormData();
  note.set('file', new Blob([`The words of ${text}`]), `${text}.txt`);
  const sent = await fetch(`${world.origin}/api/dossiers/${id}/evidence/${evidence}/files`, {
    method: 'POST',
    headers: leadOf(world, tenant).identity,
    body: note,
  });
  const file = idOf({ status: sent.status, text: '', code: null, body: await sent.json() });
  await plant(world, tenant, `/api/dossiers/${id}/elements/4.1/assessments`, {
    ...{ basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: text, submit: true },
    citations: [{ evidence, pinpoint: text, stance: 'supports' }],
  });
  await asLead(world, tenant, 'PUT', `/api/dossiers/${id}/criminalisation`, {
    version: 0,
    cells: [{ row: 'R01', column: 'C02', value: 'yes', source: { kind: 'words', words: text } }],
  });
  const house = await plantHouse(world, tenant);
  await asLead(world, tenant, 'POST', `/api/dossiers/${id}/assignments`, { elements: ['4.1'], body: house['body'] });
  // A key works in the role that its right gives it.
  for (const [right, role] of [
    ['read', 'viewer'],
    ['write', 'contributor'],
  ] as const) {
    const { token } = await newKey(world, tenant, right);
    world.knockers.push({ tenant, role, through: `${right} key`, identity: { authorization: `Bearer ${token}` } });
  }
  const request = await plant(world, tenant, `/api/dossiers/${id}/requests`, requestOf(tenant, house));
  const run = await plant(world, tenant, `/api/dossiers/${id}/reports/runs`, { kind: 'gaps', format: 'html' });
  const provision = await plantProvision(world, tenant, { id, evidence });
  const source = await plant(world, tenant, `/api/dossiers/${id}/evidence/${evidence}/sources`, { name: text, note: text, risk: 'some' });
  const composed = await plantReport(world, tenant, { id });
  const { publication = '' } = await plantPublication(world, tenant, { id });
  const { proposal = '' } = await plantProposal(world, tenant, { id });
  const template = await plantTemplate(world, tenant);
  const said = { saying: await plantWaiting(world, tenant, { id }), statement: await plantSaidOf(world, tenant, { id, publication }) };
  const published = { publication, proposal, ...said };
  return { ...house, ...composed, ...published, template, id, evidence, file, provision, request, run, source, key: (await newKey(world, tenant, 'read')).id };
}

/** Founds the tenants, signs everyone in and plants one thing of everything in each ledger. */
export async function makeWorld(served: Served): Promise<World> {
  const organisations = await asOwner(served.adminUrl, foundTenants);
  const world: World = { served, origin: await served.app.getUrl(), organisations, knockers: [], ids: {}, plantedAt: '' };
  for (const tenant of tenantNames)
    for (const role of roles) world.knockers.push({ tenant, role, through: 'session', identity: { cookie: await signIn(served, addressOf(tenant, role)) } });
  for (const tenant of tenantNames) world.ids[tenant] = await (ledgers.includes(tenant) ? plantLedger : plantHouse)(world, tenant);
  world.plantedAt = new Date().toISOString();
  return world;
}

let named = 0;
/** A name that was never given before. */
export const newName = (tenant: Tenant) => `New ${canary(tenant, 'text')} ${++named}`;
