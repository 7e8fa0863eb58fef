// The row of each door in the matrix. Who may come in stands in the contract; here stands what the door needs to be tried.
import type { RefusalCode } from '@servanda/contract';
import { canary, type Tenant } from './cast.ts';
import { composerRows } from './composer-rows.ts';
import type { Ids } from './knock.ts';
import { publicationRows } from './publication-rows.ts';
import { forReader, sourceOf, sourceRead } from './sources.ts';
import { templateRows } from './template-rows.ts';
import {
  factsOf,
  invite,
  type Knocker,
  keyOf,
  newAddress,
  newKey,
  newMember,
  pieceOf,
  plant,
  plantProvision,
  provisionOf,
  requestOf,
  type World,
} from './world.ts';

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

const fresh = { evidence: (world: World, tenant: Tenant, ids: Ids) => plant(world, tenant, `/api/dossiers/${ids['id']}/evidence`, pieceOf(tenant)) };
const provided = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  provision: await plantProvision(world, tenant, { ...ids, evidence: await fresh.evidence(world, tenant, ids) }),
});
/** A member of the tenant's own for each try. */
const joined =
  (status: 'active' | 'suspended') =>
  async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, person: await newMember(world, tenant, status) });
const keyed = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, key: (await newKey(world, tenant, 'read')).id });
const invited = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, invitation: await invite(world, tenant) });
let named = 0;
/** A name that was never given before. */
const newName = (tenant: Tenant) => `New ${canary(tenant, 'text')} ${++named}`;

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
  'people.signIn': { open: ['wrong_credentials'] },
  'people.askPasskey': { open: [200] },
  'people.signInWithPasskey': { open: ['second_factor_wrong'] },
  'people.proveSecondFactor': { open: ['not_signed_in'] },
  'people.askSecondFactor': { open: ['not_signed_in'] },
  'people.signOut': { open: [204] },
  'people.setUp': { open: ['setup_code_wrong'] },
  'people.showInvitation': { open: ['link_unusable'] },
  'people.acceptInvitation': { open: ['link_unusable'] },
  'people.returnByInvitation': { open: ['link_unusable'] },
  'people.joinByInvitation': { own: () => 'link_unusable' },
  'people.askReset': { open: [204] },
  'people.showReset': { open: ['link_unusable'] },
  'people.finishReset': { open: ['link_unusable'] },
  'people.confirmAddress': { open: ['link_unusable'] },
  'people.stopAddress': { open: ['link_unusable'] },
  // These give the session a new token, or end sessions that the matrix needs.
  'people.changeProfile': { elsewhere: 'test/accounts.spec.ts' },
  'people.changePassword': { own: () => 'wrong_credentials' },
  'people.changeAddress': { elsewhere: 'test/accounts.spec.ts' },
  'people.sessions': {},
  'people.endSession': { own: () => 'not_found' },
  'people.endOtherSessions': { elsewhere: 'test/accounts.spec.ts' },
  'people.whoAmI': {},
  // A new token each time: the session of the matrix would end.
  'people.chooseOrganisation': {
    elsewhere: 'test/members.spec.ts',
    smuggled: { body: (ids) => ({ organisation: ids['organisation'] }), answer: 'not_found' },
  },
  'people.confirmation': { mute: true },
  'people.askConfirmation': {},
  'people.confirm': { elsewhere: 'test/factors.spec.ts' },
  'people.factors': { mute: true },
  'people.beginTotp': {},
  'people.keepTotp': { own: () => 'second_factor_wrong' },
  'people.removeTotp': { own: () => 'not_found' },
  'people.renewRecoveryCodes': { own: () => 'wrong_state' },
  'people.askNewPasskey': {},
  'people.keepPasskey': { own: () => 'second_factor_wrong' },
  'people.renamePasskey': { own: () => 'not_found' },
  'people.removePasskey': { own: () => 'not_found' },
  'people.beginSignOn': { open: ['sign_on_refused'] },
  'people.finishSignOn': { open: ['sign_on_refused'] },
  'people.signInRule': { mute: true },
  'people.reviseSignInRule': { mute: true },
  // The provider of the walk answers nobody; with one that does: test/sign-on.spec.ts.
  'people.configureSignOn': { own: () => 'invalid_input' },
  'people.removeSignOn': { own: () => 'not_found' },
  'people.identities': { mute: true },
  'people.linkIdentity': { own: () => 'wrong_state' },
  'people.unlinkIdentity': { own: () => 'not_found' },
  'people.confirmBySignOn': { own: () => 'wrong_state' },
  'people.organisation': {},
  'people.reviseOrganisation': { body: (_, tenant) => ({ version: 1, name: `Organisation ${canary(tenant, 'name')}`, locale: 'en' }) },
  'people.members': {},
  'people.invite': {
    body: (_, tenant) => ({ invitations: [{ email: newAddress(tenant), role: 'viewer' }] }),
    smuggled: { body: (ids, tenant) => ({ invitations: [{ email: newAddress(tenant), role: 'viewer', body: ids['body'] }] }), answer: 'invalid_input' },
  },
  'people.inviteAgain': { make: invited },
  'people.withdrawInvitation': { make: invited },
  'people.reviseMember': {
    make: joined('active'),
    smuggled: { body: (ids) => ({ version: 1, role: 'viewer', body: ids['body'] }), answer: 'invalid_input' },
  },
  'people.suspendMember': { make: joined('active') },
  'people.reinstateMember': { make: joined('suspended') },
  'dossiers.removeMember': {
    make: joined('active'),
    smuggled: { body: (ids) => ({ version: 1, successor: ids['person'] }), answer: 'invalid_input' },
  },
  'people.keys': {},
  'people.addKey': { body: (_, tenant) => keyOf(tenant, 'read') },
  'people.revokeKey': { make: keyed },
  'people.organisations': { names: true, mute: true },
  'people.foundOrganisation': { names: true, body: (_, tenant) => ({ kind: 'ngo', name: newName(tenant), lead: newAddress(tenant) }) },
  'people.renameOrganisation': { names: true, overAll: true, body: (_, tenant) => ({ version: 1000, name: newName(tenant) }), own: () => 'stale_version' },
  'people.inviteLead': { names: true, overAll: true, body: (_, tenant) => ({ email: newAddress(tenant) }), own: () => 'wrong_state' },
  'people.suspendOrganisation': { overAll: true, own: () => 'not_found' },
  'people.reinstateOrganisation': { overAll: true, own: () => 'not_found' },
  'people.instance': { mute: true },
  'people.leaving': {},
  'people.askLeaving': { elsewhere: 'test/leaving.spec.ts' },
  // Nobody has asked: there is nothing to take back, in the own organisation or any other.
  'people.takeBackLeaving': { own: () => 'wrong_state' },
  'people.exportContents': { mute: true },
  // A packed archive, in which no canary can be read; whose rows stand in it is proven by leaving.spec.
  'people.exportOrganisation': { mute: true },
  'people.journal': { smuggled: { query: (ids) => `?person=${ids['person']}&dossier=${ids['id'] ?? ids['person']}`, answer: 200 } },
  'people.journalExport': {},
  'people.journalVerification': { mute: true },
  'people.journalAnchors': { mute: true },
  'people.journalKey': {},
  // Without a signing key of its own the instance of the matrix anchors nothing.
  'people.anchorNow': { own: () => 'unavailable' },
  'dossiers.leave': { elsewhere: 'test/hand-over.spec.ts' },
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
  'dossiers.reviseShelfLife': { make: ownDossier, body: () => ({ version: 1, shelfLife: { budget: 1 } }) },
  'dossiers.obligations': { mute: true },
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
  'reports.correlationJson': {},
  'reports.correlationCsv': {},
  'reports.statisticsJson': {},
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
  'gaps.coverage': { mute: true },
  'gaps.list': { mute: true },
  ...composerRows,
  ...publicationRows,
  ...templateRows,
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
