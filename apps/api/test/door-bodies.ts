// What is sent to the doors by the suites that walk them all.
import type { Door } from '@servanda/contract';
import { composerBodies } from './composer-bodies.ts';
import { everything } from './plant-publication.ts';

/** Somebody of the cast whom a door lets in. */
export const insiderOf = ({ allows }: Door): string =>
  !allows || allows.kinds.includes('government') ? 'lead@government.example' : allows.kinds.includes('ngo') ? 'lead@ngo.example' : 'operator@servanda.example';

const fact = { answer: null, basis: '' };
const facts = { extraditionConditionalOnTreaty: fact, laterExtraditionTreaty: fact, inPositionToAssist: fact };
const piece = { kind: 'law', title: 'Penal Code', originator: 'Parliament' };
const source = { name: 'A source', reach: '', note: '', consent: [], risk: 'some' };
const bytes = 'AAAA';
const key = { id: bytes, rawId: bytes, type: 'public-key' };
const assertion = { ...key, response: { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes } };
/** A body that is well formed for each door, so that the answer is about who asks and not about what was sent. */
export const bodies: Record<string, object> = {
  'people.signIn': { email: 'nobody@government.example', password: 'x' },
  'people.signInWithPasskey': { assertion },
  'people.proveSecondFactor': { method: 'totp', code: '123456' },
  'people.confirm': { method: 'totp', code: '123456' },
  'people.keepTotp': { code: '123456' },
  'people.keepPasskey': { name: 'Laptop', registration: { ...key, response: { clientDataJSON: bytes, attestationObject: bytes } } },
  'people.renamePasskey': { name: 'Laptop' },
  'people.showInvitation': { token: 'x' },
  'people.acceptInvitation': { token: 'x', name: 'Desk officer', password: 'seven bridges over one river', language: 'en' },
  'people.returnByInvitation': { token: 'x', password: 'x' },
  'people.joinByInvitation': { token: 'x' },
  'people.askReset': { email: 'nobody@government.example', language: 'en' },
  'people.showReset': { token: 'x' },
  'people.finishReset': { token: 'x', password: 'seven bridges over one river', language: 'en' },
  'people.confirmAddress': { token: 'x' },
  'people.stopAddress': { token: 'x' },
  'people.changeProfile': { name: 'Focal point', locale: null },
  'people.changePassword': { current: 'x', password: 'seven bridges over one river', language: 'en' },
  'people.changeAddress': { email: 'other@government.example', language: 'en' },
  'people.reviseSignInRule': { secondFactor: false, graceDays: 0, isSingleSignOnOnly: false },
  'people.configureSignOn': {
    ...{ signInName: 'walked', issuer: 'https://127.0.0.1', clientId: 'walked', clientSecret: 'a secret of the walk' },
    ...{ domains: [], secondFactorAcr: [] },
  },
  'people.beginSignOn': { name: 'nobody-here' },
  'people.finishSignOn': { organisation: '01890a5d-ac96-774b-bcce-b302099a8057', query: '?code=x&state=x' },
  'people.follow': { what: { kind: 'state', iso3: 'XAA' }, timeZone: 'UTC' },
  'people.markNews': { ids: null },
  'people.reviseDigest': { every: 'daily', timeZone: 'UTC' },
  'people.setUp': { code: 'x', email: 'x@government.example', name: 'Operator', password: 'a short sentence' },
  'people.invite': { invitations: [{ email: 'walked@government.example', role: 'viewer' }] },
  'people.reviseMember': { version: 1, role: 'viewer', body: null },
  'people.suspendMember': { version: 1 },
  'people.reinstateMember': { version: 1 },
  'people.reviseOrganisation': { version: 1, name: 'Government', locale: 'en' },
  'people.askLeaving': { name: 'Not its name' },
  'people.chooseOrganisation': { organisation: '01890a5d-ac96-774b-bcce-b302099a8057' },
  'dossiers.inviteToCoalition': { organisation: 'Nobody here' },
  'dossiers.answerCoalition': { answer: 'accept' },
  'dossiers.removeMember': { version: 1 },
  'dossiers.leave': { version: 1 },
  'people.foundOrganisation': { kind: 'ngo', name: 'Walked', lead: 'walked@ngo.example' },
  'people.renameOrganisation': { version: 1, name: 'Walked' },
  'people.inviteLead': { email: 'walked@ngo.example' },
  'people.addKey': { name: 'Statistics office', right: 'read', expiresOn: '2027-01-01' },
  'people.addBody': { name: 'Ministry of Health' },
  'people.reviseBody': { version: 1, name: 'Ministry of Health' },
  'dossiers.assign': { elements: ['4.1'], body: null },
  'dossiers.open': { iso3: 'XAA', title: 'Walked' },
  'dossiers.reviseFacts': { version: 1, facts },
  'dossiers.reviseShelfLife': { version: 1, shelfLife: { budget: 1 } },
  'evidence.erase': { version: 1, reason: 'Asked by the person' },
  'evidence.add': piece,
  ...composerBodies,
  'publications.preview': everything,
  'publications.publish': { choice: everything, preview: 'a'.repeat(64) },
  'publications.propose': { choice: everything, preview: 'a'.repeat(64) },
  'publications.confirm': { preview: 'a'.repeat(64) },
  'publications.reviseRule': { version: 0, secondPerson: false },
  'publications.say': { kind: 'reply', to: '01890a5d-ac96-774b-bcce-b302099a8057', element: '4.1', stand: 'disagree', text: 'Section 4 says so.' },
  'publications.withdraw': { reason: 'A figure was wrong' },
  'publications.withdrawSaying': { reason: 'A figure was wrong' },
  'evidence.ask': { element: '4.1', wanted: 'The circular', dueOn: '2099-01-01', body: '01890a5d-ac96-774b-bcce-b302099a8057' },
  'evidence.stepRequest': { act: 'close', seen: 0 },
  'reports.reviseHouseStyle': { number: 0, colour: '#12355b', paper: 'a4' },
  'reports.order': { kind: 'gaps', format: 'html' },
  'evidence.recordFigures': { version: 0, rows: [] },
  'evidence.alike': { pieces: [{ title: 'Penal Code' }] },
  'evidence.revise': { ...piece, version: 1 },
  'evidence.decideIdentity': { passages: 1, decision: 'nobody' },
  'evidence.open': { purpose: 'To check a figure for the report' },
  'evidence.addSource': source,
  'evidence.openSource': { version: null },
  'evidence.reviseSource': { version: 1, content: source },
  'evidence.nameSourceReader': { person: '01890a5d-ac96-774b-bcce-b302099a8057' },
  'evidence.eraseSource': { because: 'mistake' },
  'evidence.withdraw': { version: 1, reason: 'Twice' },
  'evidence.addNationalProvision': { law: '01890a5d-ac96-774b-bcce-b302099a8057', article: 's. 1', elements: ['3.2'] },
  'evidence.reviseNationalProvision': { version: 1, change: 'corrected', article: 's. 1', elements: ['3.2'] },
  'evidence.withdrawNationalProvision': { version: 1, reason: 'Twice' },
  'assessments.record': { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.' },
  'assessments.review': { act: 'submit' },
  'assessments.fillCriminalisation': { version: 0, cells: [{ row: 'STATE', column: 'C11', value: 'yes' }] },
};
