// The texts that memberships had before there were bodies: the migration's own statement, on rows as they were then.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { seat } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let admin: pg.Client;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await served.stop();
});

test('become bodies without one being lost: each spelling its own, one name in two organisations two bodies, blanks none', async () => {
  const migration = readFileSync(new URL('../../../prisma/migrations/20261126000040_bodies/migration.sql', import.meta.url), 'utf8');
  const takeOver = /^UPDATE "membership" SET "body_id".*;$/m.exec(migration)?.[0] ?? '';
  const texts = ['Ministry of Justice', 'Ministry of justice', ' Ministry of Justice ', 'وزارة العدل', '   '];
  await admin.query('BEGIN; ALTER TABLE membership DISABLE TRIGGER USER; UPDATE membership SET body_id = NULL, body = NULL; DELETE FROM body');
  const { rows: members } = await admin.query<{ organisation_id: string; person_id: string }>(
    "SELECT m.organisation_id, m.person_id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.name = 'Government of Aruna' ORDER BY m.person_id",
  );
  for (const [i, { person_id }] of members.entries()) await admin.query('UPDATE membership SET body = $1 WHERE person_id = $2', [texts[i], person_id]);
  await admin.query(
    "UPDATE membership SET body = 'Ministry of Justice' WHERE organisation_id = (SELECT id FROM organisation WHERE name = 'Government of Belmora')",
  );
  await admin.query(takeOver);
  const { rows } = await admin.query<{ body: string | null; name: string | null; organisation: string }>(
    'SELECT m.body, b.name, o.name AS organisation FROM membership m JOIN organisation o ON o.id = m.organisation_id LEFT JOIN body b ON b.organisation_id = m.organisation_id AND b.id = m.body_id ORDER BY m.person_id',
  );
  const { rows: bodies } = await admin.query<{ name: string }>('SELECT name FROM body ORDER BY name COLLATE "C"');
  await admin.query('ROLLBACK');
  const ours = rows.filter(({ organisation }) => organisation === 'Government of Aruna').map(({ name }) => name);
  expect(ours).toEqual(['Ministry of Justice', 'Ministry of justice', 'Ministry of Justice', 'وزارة العدل', null]);
  expect(rows.every(({ body, name }) => body === name)).toBe(true);
  expect(bodies.map(({ name }) => name)).toEqual(['Ministry of Justice', 'Ministry of Justice', 'Ministry of justice', 'وزارة العدل']);
});
