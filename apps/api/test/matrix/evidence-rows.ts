// Rows of the matrix for evidence: pieces, their files, provisions of law, requests and sources.
import type { Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import type { Row } from './rows.ts';
import { forReader, sourceOf, sourceRead } from './sources.ts';
import { pieceOf, plant, plantProvision, provisionOf, requestOf, type World } from './world.ts';

const fresh = { evidence: (world: World, tenant: Tenant, ids: Ids) => plant(world, tenant, `/api/dossiers/${ids['id']}/evidence`, pieceOf(tenant)) };
const provided = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  provision: await plantProvision(world, tenant, { ...ids, evidence: await fresh.evidence(world, tenant, ids) }),
});

export const evidenceRows: Record<string, Row> = {
  'evidence.list': {},
  'evidence.add': { body: (_, tenant) => pieceOf(tenant) },
  'evidence.get': {},
  'evidence.revise': {
    make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }),
    // As restricted as it was: to lower that asks for a purpose first.
    body: (_, tenant) => ({ ...pieceOf(tenant), version: 1 }),
  },
  'evidence.withdraw': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.revisions': {},
  'evidence.open': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.text': {},
  'evidence.search': { query: '?q=canary' },
  'evidence.originators': {},
  'evidence.readText': { own: () => 'wrong_state' },
  'evidence.fileIdentity': {},
  'evidence.decideIdentity': { own: () => 'wrong_state' },
  'evidence.erase': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.addFile': { make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }) },
  'evidence.file': {},
  'evidence.figures': { mute: true },
  'evidence.recordFigures': {
    make: async (world, tenant, ids) => ({
      ...ids,
      evidence: await plant(world, tenant, `/api/dossiers/${ids['id']}/evidence`, { ...pieceOf(tenant), kind: 'statistics' }),
    }),
  },
  'evidence.nationalProvisions': { smuggled: { query: (ids) => `?law=${ids['evidence']}`, answer: 200 } },
  'evidence.addNationalProvision': {
    make: async (world, tenant, ids) => ({ ...ids, evidence: await fresh.evidence(world, tenant, ids) }),
    body: (ids, tenant) => provisionOf(tenant, ids),
    smuggled: { body: (ids, tenant) => provisionOf(tenant, ids), answer: 'invalid_input' },
  },
  'evidence.reviseNationalProvision': { make: provided, body: (_, tenant) => ({ ...provisionOf(tenant), version: 1, change: 'corrected' }) },
  'evidence.withdrawNationalProvision': { make: provided },
  'evidence.nationalProvisionRevisions': {},
  'evidence.correlation': {},
  'evidence.table': { mute: true },
  // The matrix sends a note and no list: who may come in is told so.
  'evidence.previewImport': { own: () => 'invalid_input' },
  'evidence.importList': { own: () => 'invalid_input' },
  'evidence.requests': {},
  'evidence.ask': {
    body: (ids, tenant) => requestOf(tenant, ids),
    smuggled: { body: (ids, tenant) => requestOf(tenant, ids), answer: 'invalid_input' },
  },
  'evidence.stepRequest': {
    make: async (world, tenant, ids) => ({ ...ids, request: await plant(world, tenant, `/api/dossiers/${ids['id']}/requests`, requestOf(tenant, ids)) }),
    own: ({ role, through }) => (role === 'lead' || through === 'write key' ? 201 : 'forbidden'),
    smuggled: { body: (ids) => ({ act: 'answer', seen: 0, evidence: ids['evidence'] }), answer: 'forbidden' },
  },
  'evidence.alike': {},
  'evidence.twins': {},
  'evidence.sources': {},
  'evidence.addSource': {},
  'evidence.openSource': { make: sourceOf, own: forReader(200) },
  'evidence.reviseSource': { make: sourceOf, own: forReader(201) },
  'evidence.nameSourceReader': { make: sourceOf, body: (ids) => ({ person: ids['person'] }), own: forReader(200) },
  'evidence.unnameSourceReader': { make: sourceRead, own: forReader(204) },
  'evidence.eraseSource': { make: sourceOf, own: forReader(200) },
  'evidence.unreadSources': { mute: true },
  'evidence.eraseUnreadSources': { mute: true },
};
