// Attempts on foreign things where no policy stands in the way.
import type { Door } from '@servanda/contract';
import { bodies } from '../door-bodies.ts';
import { canariesIn, ledgers, strangerOf, type Tenant } from './cast.ts';
import { knock, pathOf } from './knock.ts';
import { rowOf, type Tried } from './walk.ts';
import { type Knocker, leadOf, unknownIds, type World } from './world.ts';

const bodyFor = (door: Door, ids: Record<string, string>, tenant: Tenant) =>
  door.input.body ? ((rowOf(door).smuggled?.body ?? rowOf(door).body)?.(ids, tenant) ?? bodies[door.name]) : undefined;
const strange = (text: string, who: Knocker) => [...canariesIn(text)].filter((tenant) => tenant !== who.tenant);

/** Everyone asks a door for a foreign and for an unknown thing; both must be not there, and sound alike. */
export async function strangersOn(world: World, door: Door): Promise<Tried[]> {
  const tried: Tried[] = [];
  // Whoever comes by a key has no session, and such doors ask for one.
  for (const who of world.knockers.filter(({ through }) => through === 'session' || door.allows?.key)) {
    const heard = [];
    for (const ids of [world.ids[strangerOf(who.tenant)] ?? {}, unknownIds]) {
      const { status, code, text } = await knock(world.origin, door, pathOf(door, ids), who.identity, bodyFor(door, ids, who.tenant));
      heard.push(`${status} ${code}`);
      tried.push({
        door: door.name,
        who: `${who.role} of ${who.tenant}`,
        target: 'foreign',
        expected: '404 not_found',
        got: `${status} ${code}`,
        leaked: strange(text, who),
      });
    }
    if (heard[0] !== heard[1]) tried.push({ door: door.name, who: who.role, target: 'foreign', expected: heard[1] ?? '', got: heard[0] ?? '', leaked: [] });
  }
  return tried;
}

export interface Leak {
  door: string;
  who: string;
  status: number;
  of: string[];
}

/** Each lead goes through the doors with services that believe to work for the victim, and with the victim's ids. */
export async function attackWith(world: World, belief: { organisation: string | null }, doors: Door[]): Promise<{ tried: number; leaks: Leak[] }> {
  const leaks: Leak[] = [];
  let tried = 0;
  for (const attacker of [...ledgers, 'operator' as const]) {
    const who = leadOf(world, attacker);
    const victim = strangerOf(attacker);
    const ids = world.ids[victim] ?? {};
    for (const door of doors.filter((d) => !rowOf(d).elsewhere && !rowOf(d).overAll)) {
      belief.organisation = world.organisations[victim];
      try {
        const { status, text } = await knock(world.origin, door, pathOf(door, ids), who.identity, bodyFor(door, ids, attacker));
        tried++;
        const of = rowOf(door).names ? [...canariesIn(text, 'text')].filter((tenant) => tenant !== who.tenant) : strange(text, who);
        if (of.length) leaks.push({ door: door.name, who: `lead of ${attacker}`, status, of });
      } finally {
        belief.organisation = null;
      }
    }
  }
  return { tried, leaks };
}
