// Rows of the matrix for accounts, organisations and their journal.
import { canary, type Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import type { Row } from './rows.ts';
import { invite, keyOf, newAddress, newKey, newMember, newName, plant, type World } from './world.ts';

/** A member of the tenant's own for each try. */
const joined =
  (status: 'active' | 'suspended') =>
  async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, person: await newMember(world, tenant, status) });
const keyed = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, key: (await newKey(world, tenant, 'read')).id });
const invited = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, invitation: await invite(world, tenant) });

export const peopleRows: Record<string, Row> = {
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
};
