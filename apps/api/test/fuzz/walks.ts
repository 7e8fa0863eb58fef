// Comes through every operation with success: by the matrix's rows, and by the walks of the suites where a door needs more.
import { type Door, doors } from '@servanda/contract';
import type supertest from 'supertest';
import { accountWalks } from '../account-walks.ts';
import { factorWalks } from '../factor-walks.ts';
import { leavingWalks } from '../leaving-walks.ts';
import { openedDossier } from '../ledger.ts';
import { knock, pathOf } from '../matrix/knock.ts';
import { rows } from '../matrix/rows.ts';
import type { World } from '../matrix/world.ts';
import { organisationWalks } from '../organisation-walks.ts';
import { scopeFor, seat, signIn } from '../people.ts';
import type { Served } from '../server.ts';
import { signOnWalks } from '../sign-on-walks.ts';
import { bodyOf, idsFor, tenantOf } from './edge-steps.ts';
import type { Standing } from './standing.ts';

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** Each door that the matrix can come through on a thing of the lead's own. */
async function byRows(world: World, standing: Standing): Promise<void> {
  for (const door of doors) {
    const tenant = tenantOf(door);
    const ids = (await rows[door.name]?.make?.(world, tenant, world.ids[tenant] ?? {})) ?? idsFor({ world }, door);
    const cookie = await standing.session(tenant, 'lead');
    await knock(world.origin, door, pathOf(door, ids), { cookie }, bodyOf(door, ids));
    await standing.restore();
  }
}

/** Those that need a letter, an authenticator, a provider or another's hand. */
async function byWalks(served: Served, standing: Standing): Promise<void> {
  await seat(served);
  const government = await scopeFor(served, 'lead@government.example');
  const dossier = await openedDossier(served, government);
  const cookies: Record<string, string> = { operator: await signIn(served, 'operator@servanda.example') };
  for (const who of ['lead', 'reviewer', 'contributor', 'viewer']) cookies[who] = await signIn(served, `${who}@government.example`);
  const come = (door: Door, who: string, ids: Record<string, string> = {}): supertest.Test =>
    served
      .http()
      [verbs[door.method]](door.path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name])))
      .set('cookie', cookies[who] ?? '');
  const walks = {
    ...accountWalks(() => served),
    ...factorWalks(() => served),
    ...leavingWalks(() => served),
    ...signOnWalks(
      () => served,
      () => government.organisation,
    ),
    ...organisationWalks({ come, enter: (email) => signIn(served, email), dossier: () => dossier, superuser: () => standing.db }),
  };
  for (const { walk } of Object.values(walks)) {
    await standing.db.query('DELETE FROM throttle');
    await walk();
  }
}

export async function walkThrough(served: Served, world: World, standing: Standing): Promise<void> {
  await byRows(world, standing);
  await byWalks(served, standing);
}
