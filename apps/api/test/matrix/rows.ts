// The row of each door in the matrix. Who may come in stands in the contract; here stands what the door needs to be tried.
import type { RefusalCode } from '@servanda/contract';
import { canary, type Tenant } from './cast.ts';
import { composerRows } from './composer-rows.ts';
import { evidenceRows } from './evidence-rows.ts';
import type { Ids } from './knock.ts';
import { peopleRows } from './people-rows.ts';
import { publicationRows } from './publication-rows.ts';
import { statementRows } from './statement-rows.ts';
import { templateRows } from './template-rows.ts';
import { watchingRows } from './watching-rows.ts';
import { factsOf, type Knocker, newName, plant, type World } from './world.ts';

export interface Row {
  /** What is asked in the address, where a door answers nothing without. */
  query?: string;
  /** The body for the thing asked for; by default the one of the walk (door-bodies.ts). */
  body?: (ids: Ids, tenant: Tenant) => object;
  /** A fresh thing for each try, where the door changes it. */
  make?: (world: World, tenant: Tenant, ids: Ids) => Promise<Ids>;
  /** What who may come in gets for a thing of his or her own; by default the door's status. */
  own?: (who: Knocker) => number | RefusalCode;
  /** A body or query that names a foreign thing (`ids` are foreign or unknown), at the own path, and what it is answered with. */
  smuggled?: { body?: (ids: Ids, tenant: Tenant) => object; query?: (ids: Ids) => string; answer: number | RefusalCode };
  /** Not tried on one's own: the door ends what the matrix needs. The suite that tries it. */
  elsewhere?: string;
  /** Holds figures and codes only: there is no word of anybody's in its answer. */
  mute?: true;
  /** Shows the names of other organisations, and nothing else of theirs. */
  names?: true;
  /** Shows what was published, which is anybody's. */
  published?: true;
  /** Of the operator, who stands over all organisations: none is foreign to him, and nobody else gets in. Tried in test/operator.spec.ts. */
  overAll?: true;
  /** Of a door that is open to anyone: what nobody in particular gets. */
  open?: (number | RefusalCode)[];
}

/** A report that the lead ordered and nobody has made. */
const orderedRun = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  run: await plant(world, tenant, `/api/dossiers/${ids['id']}/reports/runs`, { kind: 'gaps', format: 'html' }),
});

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
  'dossiers.reviseShelfLife': { make: ownDossier, body: () => ({ version: 1, shelfLife: { budget: 1 } }) },
  'dossiers.obligations': { mute: true },
  'dossiers.coalition': {},
  'dossiers.coalitions': { mute: true },
  'dossiers.inviteToCoalition': { own: () => 'invalid_input' },
  'dossiers.endInCoalition': { own: () => 'not_found' },
  'dossiers.answerCoalition': { own: () => 'not_found' },
  'dossiers.assign': {
    body: (ids) => ({ elements: ['4.1'], body: ids['body'] }),
    smuggled: { body: (ids) => ({ elements: ['4.1'], body: ids['body'] }), answer: 'invalid_input' },
  },
  'dossiers.assignments': {},
  'reports.correlationJson': {},
  'reports.correlationCsv': {},
  'reports.criminalisationJson': {},
  'reports.criminalisationCsv': {},
  'reports.statisticsJson': {},
  'assessments.history': {},
  'assessments.record': {
    make: ownDossier,
    body: (_, tenant) => judgement(tenant),
    smuggled: {
      body: (ids, tenant) => ({ ...judgement(tenant), citations: [{ evidence: ids['evidence'], pinpoint: 's. 1', stance: 'supports' }] }),
      answer: 'evidence_unknown',
    },
  },
  // The lead's own draft: others may not submit it for him or her, but for the key that works in the lead's name.
  'assessments.review': { make: draft, own: ({ role, through }) => (role === 'lead' || through === 'write key' ? 201 : 'forbidden') },
  'assessments.criminalisation': {},
  'assessments.fillCriminalisation': {
    make: ownDossier,
    smuggled: {
      body: (ids) => ({ version: 0, cells: [{ row: 'R01', column: 'C01', value: 'yes', source: { kind: 'evidence', evidence: ids['evidence'] } }] }),
      answer: 'evidence_unknown',
    },
  },
  'gaps.coverage': { mute: true },
  'gaps.list': { mute: true },
  ...peopleRows,
  ...evidenceRows,
  ...composerRows,
  ...publicationRows,
  ...statementRows,
  ...templateRows,
  ...watchingRows,
  'reports.brief': { smuggled: { query: (ids) => `?person=${ids['person']}`, answer: 'not_found' } },
  'reports.briefJson': { smuggled: { query: (ids) => `?body=${ids['body']}`, answer: 'not_found' } },
  'reports.briefCsv': { mute: true, smuggled: { query: (ids) => `?person=${ids['person']}`, answer: 'not_found' } },
  'reports.statusJson': {},
  'reports.statusCsv': {},
  'reports.statusXlsx': { mute: true },
  'reports.statusOscal': {},
  'reports.workbook': { mute: true },
  // The matrix sends a note and no workbook: who may come in is told so.
  'reports.previewWorkbook': { own: () => 'invalid_input' },
  'reports.bringWorkbook': { own: () => 'invalid_input' },
  'reports.document': { mute: true },
  'reports.runs': {},
  'reports.order': {},
  'reports.cancelRun': { make: orderedRun, own: ({ role }) => (role === 'lead' ? 200 : 'forbidden') },
  'reports.retryRun': { own: ({ role }) => (role === 'lead' ? 'wrong_state' : 'forbidden') },
  'reports.runFile': { mute: true, own: () => 'wrong_state' },
  'reports.statusPdf': { mute: true },
  'reports.statusDocx': { mute: true },
  'reports.statusSchema': {},
};
