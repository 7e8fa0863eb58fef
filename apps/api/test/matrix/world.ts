// The world of the matrix: each ledger with one thing of everything, planted through the doors by its lead.
import type { Role } from '@servanda/contract';
import { asOwner } from '../../src/reference/owner.ts';
import { signIn } from '../people.ts';
import type { Served } from '../server.ts';
import { addressOf, canary, foundTenants, ledgers, roles, type Tenant, tenantNames, tenants } from './cast.ts';
import { type Heard, type Ids, knock } from './knock.ts';

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
  ...Object.fromEntries(['id', 'evidence', 'file', 'body'].map((name) => [name, '01890a5d-ac96-774b-bcce-b302099a8057'])),
  ...{ code: '4.1', number: '1', iso3: 'XAA' },
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

async function plantLedger(world: World, tenant: Tenant): Promise<Ids> {
  const text = canary(tenant, 'text');
  const id = await plant(world, tenant, '/api/dossiers', { iso3: tenants[tenant].iso3 ?? 'XAA', title: `Dossier ${text}`, facts: factsOf(tenant) });
  const evidence = await plant(world, tenant, `/api/dossiers/${id}/evidence`, pieceOf(tenant));
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
  const body = await plant(world, tenant, '/api/organisation/bodies', { name: `Ministry ${text}` });
  await asLead(world, tenant, 'POST', `/api/dossiers/${id}/assignments`, { elements: ['4.1'], body });
  return { id, evidence, file, body, code: '4.1', number: '1', iso3: 'XAA' };
}

/** Founds the tenants, signs everyone in and plants one thing of everything in each ledger. */
export async function makeWorld(served: Served): Promise<World> {
  const organisations = await asOwner(served.adminUrl, foundTenants);
  const world: World = { served, origin: await served.app.getUrl(), organisations, knockers: [], ids: {}, plantedAt: '' };
  for (const tenant of tenantNames)
    for (const role of roles) world.knockers.push({ tenant, role, through: 'session', identity: { cookie: await signIn(served, addressOf(tenant, role)) } });
  for (const tenant of ledgers) world.ids[tenant] = await plantLedger(world, tenant);
  world.plantedAt = new Date().toISOString();
  return world;
}
