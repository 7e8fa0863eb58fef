// Goes through the matrix: every door × who knocks × an own, a foreign and an unknown thing.
import { type Door, doors, refusals } from '@servanda/contract';
import { bodies } from '../door-bodies.ts';
import { canariesIn, strangerOf, type Tenant, tenants } from './cast.ts';
import { type Heard, type Ids, knock, pathOf } from './knock.ts';
import { type Row, rows } from './rows.ts';
import { type Knocker, unknownIds, type World } from './world.ts';

export type Target = 'own' | 'foreign' | 'unknown' | 'smuggled foreign' | 'smuggled unknown';
export interface Tried {
  door: string;
  who: string;
  target: Target;
  expected: string;
  got: string;
  /** Tenants whose words came back though they are not the asker's. */
  leaked: string[];
}

/** Whether a door names one thing in its path that belongs to somebody. */
export const isOnThing = (door: Door) => /\{(?!code|number|iso3)\w+\}/.test(door.path) && !rows[door.name]?.overAll;
/** Whether a tenant has such a thing at all: the operator keeps no dossier. */
const has = (ids: Ids, door: Door) => [...door.path.matchAll(/\{(\w+)\}/g)].every(([, name]) => ids[name ?? ''] !== undefined);
export const sessionDoors = doors.filter((door) => door.access === 'session');
export const openDoors = doors.filter((door) => door.access !== 'session');
export const rowOf = (door: Pick<Door, 'name'>): Row => {
  const row = rows[door.name];
  if (!row) throw new Error(`${door.name} has no row in test/matrix/rows.ts: say what it needs to be tried.`);
  return row;
};
const said = ({ status, code }: Pick<Heard, 'status' | 'code'>) => (code ? `${status} ${code}` : String(status));
export const written = (answer: number | keyof typeof refusals) => (typeof answer === 'number' ? String(answer) : `${refusals[answer][0]} ${answer}`);
const name = (who: Knocker | null) => (who ? `${who.role} of ${who.tenant} by ${who.through}` : 'nobody');

/** What the contract says of who may come through: written anew here, so that the gate's own reading is checked by another. */
function atTheGate(door: Door, who: Knocker | null): string | null {
  if (!who) return written('not_signed_in');
  const allows = door.allows;
  if (!allows) throw new Error(`${door.name} allows nobody`);
  const right = who.through === 'session' ? null : who.through === 'read key' ? 'read' : 'write';
  if (right !== null && (allows.fresh || allows.key === null || (allows.key === 'write' && right === 'read'))) return written('forbidden');
  if (allows.roles.includes(who.role) && allows.kinds.includes(tenants[who.tenant].kind)) return null;
  return door.method === 'GET' && door.path.includes('{') ? written('not_found') : written('forbidden');
}

const strangers = (text: string, who: Knocker | null, row: Row) =>
  [...canariesIn(text, row.names ? 'text' : 'text|name')].filter((tenant) => tenant !== who?.tenant);

/** Every question of the as-of kind is asked of the past as well. */
const looks = (world: World, door: Door) => ('asOf' in (door.input.query?.shape ?? {}) ? ['', `?asOf=${world.plantedAt}`] : [rowOf(door).query ?? '']);

/** Knocks once and compares. `ids` are those of the path, `ofBody` those within the body. */
async function attempt(
  world: World,
  door: Door,
  who: Knocker | null,
  target: Target,
  ids: Ids,
  expected: string,
  query: string,
  ofBody = ids,
): Promise<[Tried, Heard]> {
  const row = rowOf(door);
  const tenant: Tenant = who?.tenant ?? 'aruna';
  const shaped = target.startsWith('smuggled') ? row.smuggled?.body : row.body;
  const body = door.input.body ? (shaped?.(ofBody, tenant) ?? bodies[door.name]) : undefined;
  const heard = await knock(
    world.origin,
    door,
    pathOf(door, ids) + (target.startsWith('smuggled') ? (row.smuggled?.query?.(ofBody) ?? query) : query),
    who?.identity ?? {},
    body,
  );
  return [{ door: door.name, who: name(who), target, expected, got: said(heard), leaked: strangers(heard.text, who, row) }, heard];
}

/** The thing asked for is not the asker's: foreign and unknown must sound alike. */
async function amongStrangers(world: World, door: Door, who: Knocker | null, query: string): Promise<Tried[]> {
  const gate = atTheGate(door, who);
  const expected = gate ?? written('not_found');
  const theirs = world.ids[strangerOf(who?.tenant ?? 'aruna')] ?? {};
  const [foreign, heardOfForeign] = await attempt(world, door, who, 'foreign', theirs, expected, query);
  const [unknown, heardOfUnknown] = await attempt(world, door, who, 'unknown', unknownIds, expected, query);
  return [alike(foreign, heardOfForeign, heardOfUnknown, theirs), unknown];
}
function alike(tried: Tried, a: Heard, b: Heard, ids: Ids): Tried {
  const plain = ({ body }: Heard) =>
    Object.values({ ...ids, ...unknownIds }).reduce((text, id) => text.replaceAll(id, ''), JSON.stringify({ ...Object(body), requestId: '' }));
  return plain(a) === plain(b) ? tried : { ...tried, got: `${tried.got}, and sounds otherwise than an unknown one` };
}

async function onOwn(world: World, door: Door, who: Knocker | null, query: string): Promise<Tried[]> {
  const row = rowOf(door);
  const gate = atTheGate(door, who);
  const tenant = who?.tenant ?? 'aruna';
  const planted = world.ids[tenant];
  if (!planted || !has(planted, door)) return [];
  const ready = async () => (gate === null && row.make ? row.make(world, tenant, planted) : planted);
  const expected = gate ?? written(who && row.own ? row.own(who) : door.status);
  const tried = gate === null && row.elsewhere ? [] : [(await attempt(world, door, who, 'own', await ready(), expected, query))[0]];
  if (gate !== null || !row.smuggled) return tried;
  const answer = written(row.smuggled.answer);
  const [foreign, heardOfForeign] = await attempt(world, door, who, 'smuggled foreign', await ready(), answer, query, world.ids[strangerOf(tenant)]);
  const [unknown, heardOfUnknown] = await attempt(world, door, who, 'smuggled unknown', await ready(), answer, query, unknownIds);
  return [...tried, alike(foreign, heardOfForeign, heardOfUnknown, world.ids[strangerOf(tenant)] ?? {}), unknown];
}

/** The whole row of a door behind the session. */
export async function walk(world: World, door: Door, how: { own: boolean } = { own: true }): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const query of looks(world, door))
    for (const who of [...world.knockers, null]) {
      if (how.own) tried.push(...(await onOwn(world, door, who, query)));
      if (isOnThing(door)) tried.push(...(await amongStrangers(world, door, who, query)));
    }
  return tried;
}

/** An open or public door, asked by everyone it makes no difference for. */
export async function walkOpen(world: World, door: Door): Promise<Tried[]> {
  const row = rowOf(door);
  const expected = row.open ?? (door.access === 'public' ? [200] : []);
  const askers = door.access === 'public' ? [...world.knockers, null] : [null];
  const tried: Tried[] = [];
  for (const who of askers) {
    const heard = await knock(world.origin, door, pathOf(door, unknownIds), who?.identity ?? {}, door.input.body ? bodies[door.name] : undefined);
    const fits = expected.map(written).find((answer) => answer === said(heard));
    tried.push({
      door: door.name,
      who: name(who),
      target: 'own',
      expected: fits ?? expected.map(written).join(' or '),
      got: said(heard),
      leaked: row.published ? [] : [...canariesIn(heard.text)],
    });
  }
  return tried;
}

/** What did not go as the contract says. */
export const wrong = (tried: Tried[]) => tried.filter(({ expected, got, leaked }) => expected !== got || leaked.length > 0);
