// The rows of what a person follows: the State that everybody may, each time under another head.
import { canary, type Tenant } from './cast.ts';
import { type Ids, knock } from './knock.ts';
import type { Row } from './rows.ts';
import { leadOf, type World } from './world.ts';

/** A State that the lead of a tenant follows. */
export async function plantFollow(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const what = { kind: 'state', iso3: 'XAA' };
  const { text } = await knock(world.origin, { method: 'PUT' }, '/api/account/following', leadOf(world, tenant).identity, { what });
  const follow = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
  if (!follow) throw new Error(`Following failed for ${canary(tenant, 'text')}: ${text.slice(0, 600)}`);
  return { ...ids, follow };
}

export const watchingRows: Record<string, Row> = {
  'people.following': { mute: true },
  // A dossier of somebody else's that is not published is as one that is not there.
  'people.follow': { smuggled: { body: (ids) => ({ what: { kind: 'dossier', dossier: ids['evidence'] } }), answer: 'not_found' }, mute: true },
  // It is the lead's own: to a colleague it is as foreign as to anyone.
  'people.unfollow': { make: plantFollow, own: ({ role }) => (role === 'lead' ? 204 : 'not_found') },
  'people.news': { mute: true },
  'people.unreadNews': { mute: true },
  'people.markNews': { mute: true },
  'people.reviseDigest': { mute: true },
  'people.stopDigest': { open: ['link_unusable'] },
};
