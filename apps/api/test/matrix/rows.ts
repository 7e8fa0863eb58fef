// The row of each door in the matrix. Who may come in stands in the contract; here stands what the door needs to be tried.
import type { RefusalCode } from '@servanda/contract';
import { canary, type Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import { factsOf, type Knocker, pieceOf, plant, type World } from './world.ts';

export interface Row {
  /** The body for the thing asked for; by default the one of the walk (door-bodies.ts). */
  body?: (ids: Ids, tenant: Tenant) => object;
  /** A fresh thing for each try, where the door changes it. */
  make?: (world: World, tenant: Tenant, ids: Ids) => Promise<Ids>;
  /** What who may come in gets for a thing of his or her own; by default the door's status. */
  own?: (who: Knocker) => number | RefusalCode;
  /** A body that names a foreign thing (`ids` are foreign or unknown), at the own path, and what it is answered with. */
  smuggled?: { body: (ids: Ids, tenant: Tenant) => object; answer: number | RefusalCode };
  /** Not tried on one's own: the door ends what the matrix needs. The suite that tries it. */
  elsewhere?: string;
  /** Shows the names of other organisations, and nothing else of theirs. */
  names?: true;
  /** Of a door that is open to anyone: what nobody in particular gets. */
  open?: (number | RefusalCode)[];
}

const fresh = { evidence: (world: World, tenant: Tenant, ids: Ids) => plant(world, tenant, `/api/dossiers/${ids['id']}/evidence`, pieceOf(tenant)) };
let named = 0;
/** A name that was never given before. */
const newName = (tenant: Tenant) => `New ${canary(tenant, 'text')} ${++named}`;

/** A draft of the lead's on an element of its own: dossier by dossier, one after the other. */
async function draft(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const id = await plant(world, tenant, '/api/dossiers', { iso3: tenant === 'belmora' ? 'XAB' : 'XAA', title: newName(tenant), facts: factsOf(tenant) });
  await plant(world, tenant, `/api/dossiers/${id}/elements/4.1/assessments`, {
    ...{ basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: canary(tenant, 'text'), submit: false },
  });
  return { ...ids, id };
}
const ownDossier = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  id: await plant(world, tenant, '/api/dossiers', { iso3: tenant === 'belmora' ? 'XAB' : 'XAA', title: newName(tenant), facts: factsOf(tenant) }),
});
const judgement = (tenant: Tenant) => ({ basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: canary(tenant, 'text') });

/** By the door's name. A door without a row turns the matrix red. */
export const rows: Record<string, Row> = {
  'platform.health': { open: [200] },
  'platform.live': { open: [200] },
  'platform.ready': { open: [200] },
  'platform.openApi': {},
  'platform.outbox': { open: [200] },
  'people.signIn': { open: ['wrong_credentials'] },
  'people.signOut': { open: [204] },
  'people.setUp': { open: ['setup_code_wrong'] },
  'people.whoAmI': {},
  'people.bodies': {},
  'people.addBody': { body: (_, tenant) => ({ name: newName(tenant) }) },
  'people.reviseBody': {
    make: async (world, tenant, ids) => ({ ...ids, body: await plant(world, tenant, '/api/organisation/bodies', { name: newName(tenant) }) }),
    body: (_, tenant) => ({ version: 1, name: newName(tenant) }),
  },
  'treaties.treaty': {},
  'treaties.provisions': {},
  'treaties.source': {},
  'treaties.states': {},
  'treaties.state': {},
  'obligations.list': {},
  'obligations.shallRegister': {},
  'obligations.openData': {},
  'dossiers.list': {},
  'dossiers.open': { body: (_, tenant) => ({ iso3: tenant === 'belmora' ? 'XAB' : 'XAA', title: newName(tenant) }) },
  'dossiers.get': {},
  'dossiers.reviseFacts': { make: ownDossier, body: (_, tenant) => ({ version: 1, facts: factsOf(tenant) }) },
  'dossiers.obligations': {},
  'dossiers.assign': {
    body: (ids) => ({ elements: ['4.1'], body: ids['body'] }),
    smuggled: { body: (ids) => ({ elements: ['4.1'], body: ids['body'] }), answer: 'invalid_input' },
  },
  'dossiers.assignments': {},
  'evidence.list': {},
  'evidence.add': { body: (_, tenant) => pieceOf(tenant) },
  'evidence.get': {},
  'evidence.revise': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.withdraw': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.addFile': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.file': {},
  'assessments.history': {},
  'assessments.record': {
    make: ownDossier,
    body: (_, tenant) => judgement(tenant),
    smuggled: {
      body: (ids, tenant) => ({ ...judgement(tenant), basedOn: 1, citations: [{ evidence: ids['evidence'], pinpoint: 's. 1', stance: 'supports' }] }),
      answer: 'evidence_unknown',
    },
  },
  // The lead's own draft: others may not submit it for him or her.
  'assessments.review': { make: draft, own: ({ role }) => (role === 'lead' ? 201 : 'forbidden') },
  'gaps.coverage': {},
  'gaps.list': {},
  'reports.statusJson': {},
  'reports.statusCsv': {},
  'reports.statusSchema': {},
};
