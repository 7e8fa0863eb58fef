import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/db/database.ts';
import { asOwner } from '../reference/owner.ts';
import { isSeated, scopesOf } from './act-as.ts';
import { actor } from './acting.ts';
import { gatherCast } from './cast.ts';
import { datePartner, seatPartner } from './partner.ts';
import { recall, remaining } from './recall.ts';
import { timeline } from './timeline.ts';

/**
 * Builds the demonstration world: seats the cast, then does eight months of work, act by act, through the same
 * services as the doors. Does nothing where the world stands; an interrupted one is taken up where it stopped.
 * Returns the number of acts done.
 */
export async function buildWorld(
  app: INestApplicationContext,
  adminUrl: string,
  { log = () => undefined }: { log?: (line: string) => void } = {},
): Promise<number> {
  if (!(await isSeated(adminUrl))) await asOwner(adminUrl, gatherCast);
  await asOwner(adminUrl, seatPartner);
  const scopeOf = await scopesOf(adminUrl);
  const memory = await recall(app.get(Database), scopeOf);
  const acts = remaining(timeline(), memory);
  const act = actor(app, scopeOf, memory);
  for (const one of acts) {
    await act(one);
    if (one.does === 'join') await asOwner(adminUrl, datePartner);
  }
  log(acts.length ? `Built the demonstration world: ${acts.length} acts of ${new Set(acts.map((a) => a.by)).size} people.` : 'The demonstration world stands.');
  return acts.length;
}
