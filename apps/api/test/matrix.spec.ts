// The matrix: every door × every role of every kind of organisation × an own, a foreign and an unknown thing × session, key, nobody.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Door, doors } from '@servanda/contract';
import { canariesIn, ledgers, tenants } from './matrix/cast.ts';
import { knock, pathOf } from './matrix/knock.ts';
import { rows } from './matrix/rows.ts';
import { openDoors, sessionDoors, type Tried, walk, walkOpen, wrong } from './matrix/walk.ts';
import { leadOf, makeWorld, type World } from './matrix/world.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let world: World;
const all: Tried[] = [];
const named = (of: Door[]) => of.map((door): [string, Door] => [`${door.method} ${door.path}`, door]);

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served);
});
afterAll(() => served.stop());

test('every door has its row, and no row is left of a door that is gone', () => {
  expect(Object.keys(rows).sort()).toEqual(doors.map((door) => door.name).sort());
  for (const { elsewhere } of Object.values(rows))
    if (elsewhere) expect([elsewhere, existsSync(new URL(`../${elsewhere}`, import.meta.url))]).toEqual([elsewhere, true]);
});

describe('behind the session', () => {
  test.each(named(sessionDoors))('%s answers everyone as the contract says, and nobody learns a stranger’s word', async (_, door) => {
    const tried = await walk(world, door);
    all.push(...tried);
    expect(wrong(tried)).toEqual([]);
  });
});

describe('open to anyone', () => {
  test.each(named(openDoors))('%s says nothing of anybody', async (_, door) => {
    const tried = await walkOpen(world, door);
    all.push(...tried);
    expect(wrong(tried)).toEqual([]);
  });
});

describe('the matrix', () => {
  test('was gone through whole', () => {
    expect(new Set(all.map((t) => t.door)).size).toBe(doors.length);
    expect(new Set(all.map((t) => t.who)).size).toBe(world.knockers.length + 1);
    console.log(`matrix: ${all.length} requests, ${doors.length} doors, ${world.knockers.length + 1} callers`);
  });

  test('would find a stranger’s word: each ledger’s own answers carry theirs', async () => {
    for (const tenant of ledgers) {
      const ids = world.ids[tenant] ?? {};
      const silent: string[] = [];
      for (const door of sessionDoors.filter((d) => d.method === 'GET' && d.allows?.roles.includes('lead') && d.allows.kinds.includes(tenants[tenant].kind))) {
        const heard = await knock(world.origin, door, pathOf(door, ids) + (rows[door.name]?.query ?? ''), leadOf(world, tenant).identity);
        if (!canariesIn(heard.text).has(tenant)) silent.push(door.name);
      }
      expect([tenant, silent.filter((name) => !rows[name]?.mute)]).toEqual([tenant, []]);
    }
  });
});
