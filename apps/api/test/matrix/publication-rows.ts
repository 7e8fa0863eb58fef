// The rows of the doors of publications: each ledger has one release.
import { canary, type Tenant } from './cast.ts';
import { type Heard, type Ids, knock } from './knock.ts';
import type { Row } from './rows.ts';
import { leadOf, type World } from './world.ts';

let notes = 0;
const parts = { articles: [3, 4], reasons: true, evidence: true, files: true };
/** A choice that nobody has published yet. */
const choiceOf = (tenant: Tenant) => ({
  parts,
  language: 'en',
  note: `${canary(tenant, 'text')} ${++notes}`,
  decisions: [{ key: 'not_reviewed', decision: 'publish' }],
});
const asLead = (world: World, tenant: Tenant, path: string, body: object): Promise<Heard> =>
  knock(world.origin, { method: 'POST' }, path, leadOf(world, tenant).identity, body);

/** What is to be published, and what its preview showed. */
async function previewed(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const choice = choiceOf(tenant);
  const { text } = await asLead(world, tenant, `/api/dossiers/${ids['id']}/publications/preview`, choice);
  return { ...ids, note: choice.note, preview: /"sha256":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '' };
}
const publishing = (ids: Ids, tenant: Tenant) => ({ choice: { ...choiceOf(tenant), note: ids['note'] ?? 'So' }, preview: ids['preview'] ?? 'a'.repeat(64) });

/** A release of its own. */
export async function plantPublication(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const ready = await previewed(world, tenant, ids);
  const { text } = await asLead(world, tenant, `/api/dossiers/${ids['id']}/publications`, publishing(ready, tenant));
  const publication = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (!publication) throw new Error(`Publishing failed: ${text.slice(0, 600)}`);
  return { ...ids, publication };
}

/** A proposal that waits, and what its preview shows. */
export async function plantProposal(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const ready = await previewed(world, tenant, ids);
  const { text } = await asLead(world, tenant, `/api/dossiers/${ids['id']}/publications/proposals`, publishing(ready, tenant));
  const proposal = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (!proposal) throw new Error(`Proposing failed: ${text.slice(0, 600)}`);
  return { ...ready, proposal };
}
async function ruled(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const { text } = await knock(world.origin, { method: 'GET' }, '/api/organisation/publishing', leadOf(world, tenant).identity);
  return { ...ids, version: /"version":(\d+)/.exec(text)?.[1] ?? '' };
}

export const publicationRows: Record<string, Row> = {
  'publications.list': {},
  'publications.preview': {
    body: (_, tenant) => choiceOf(tenant),
    smuggled: { body: (ids) => ({ parts, language: 'en', note: 'A date', erratumOf: ids['publication'] }), answer: 'invalid_input' },
  },
  'publications.publish': { make: previewed, body: publishing },
  'publications.propose': { make: previewed, body: publishing },
  'publications.proposal': {},
  'publications.confirm': {
    make: plantProposal,
    body: (ids) => ({ preview: ids['preview'] ?? 'a'.repeat(64) }),
    own: ({ role }) => (role === 'lead' ? 'own_work' : 201),
  },
  'publications.drop': { make: plantProposal },
  'publications.rule': { mute: true },
  'publications.reviseRule': { make: ruled, body: (ids) => ({ version: Number(ids['version'] ?? 0), secondPerson: false }) },
  'publications.releaseFile': { published: true, open: ['not_found'] },
  'publications.withdraw': { make: plantPublication },
  'publications.releases': { published: true },
  'publications.release': { published: true, open: ['not_found'] },
  'publications.publicState': { published: true },
  'publications.changes': { published: true, open: ['not_found'] },
  'publications.changesTable': { published: true, open: ['not_found'] },
  'publications.statesCompared': { published: true },
  'publications.statesTable': { published: true },
  'publications.elementsCompared': { published: true },
  'publications.elementsTable': { published: true },
  'publications.elementCompared': { published: true },
  'publications.elementTable': { published: true },
};
