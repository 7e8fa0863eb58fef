// Whoever is superuser of the database can change anything; the verification still finds it, on a copy, case by case.
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AnchorsService } from '../src/people/journal/anchors.service.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { journalHot } from '../src/platform/journal/journal.ts';
import { signingKeyOf } from '../src/platform/journal/signing-key.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { edit, insertAfter, rehashed, sealed } from './tampering.ts';

const command = fileURLToPath(new URL('../../../tools/journal/verify.mjs', import.meta.url));
const seed = randomBytes(32).toString('base64url');
const folder = mkdtempSync(join(tmpdir(), 'servanda-journal-'));
let served: Served;
let admin: pg.Client;
let lead: Scope;
let database: string;
/** Entry that the second anchor names, and the last of the chain, which no anchor names yet. */
let anchored: number;
let last: number;
let exported: string;
let anchorsFile: string;

const urlOf = (name: string) => {
  const url = new URL(served.adminUrl);
  url.pathname = `/${name}`;
  return url.href;
};
const verify = (args: string[], env: Record<string, string> = {}) => {
  const done = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', ...env } });
  return { status: done.status, output: done.stdout + done.stderr };
};
const write = async (number: number) => {
  for (let i = 0; i < number; i++)
    await served.app
      .get(Database)
      .hotWrite(lead, (sql) =>
        journalHot(sql, lead, { act: 'dossier.opened', subject: 'dossier', subjectId: `${i}`, data: { after: { title: `“${i}” é \\ "` } } }),
      );
};

beforeAll(async () => {
  served = await serve({ JOURNAL_KEY: seed });
  await seat(served);
  lead = await scopeFor(served, 'lead@government.example');
  const cookie = await signIn(served, 'lead@government.example');
  const anchors = served.app.get(AnchorsService);
  await write(8);
  await anchors.anchor(0);
  await write(8);
  await anchors.anchor(0);
  await write(4);
  exported = (await served.http().get('/api/journal/export').set('cookie', cookie).expect(200)).text;
  const download = await served.http().get('/api/journal/anchors').set('cookie', cookie).expect(200);
  anchored = download.body.anchors.at(-1).seq;
  last = download.body.head.seq;
  anchorsFile = join(folder, 'anchors.json');
  writeFileSync(anchorsFile, JSON.stringify(download.body));
  database = new URL(served.adminUrl).pathname.slice(1);
  await served.app.close();
  admin = new pg.Client({ connectionString: urlOf('postgres') });
  await admin.connect();
});
afterAll(async () => {
  await admin?.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  await admin?.end();
  for (const path of [folder, served.filesDir]) rmSync(path, { recursive: true, force: true });
});

/** What the command says of a copy on which the statements were run as superuser, past every trigger. */
async function afterTampering(statements: string[], args: string[] = []) {
  const copy = `${database}_copy`;
  await admin.query(`CREATE DATABASE "${copy}" TEMPLATE "${database}"`);
  const client = new pg.Client({ connectionString: urlOf(copy) });
  try {
    await client.connect();
    await client.query("SET session_replication_role = 'replica'");
    for (const statement of statements) await client.query(statement.replaceAll('$o', `'${lead.organisation}'`));
    await client.end();
    return verify(args, { DATABASE_URL: urlOf(copy) });
  } finally {
    await admin.query(`DROP DATABASE "${copy}" WITH (FORCE)`);
  }
}
describe('the verification', () => {
  test('finds the untouched copy whole, counts what it read and ends with 0', async () => {
    const { status, output } = await afterTampering([]);
    expect(output).toContain(`whole   Government of Aruna (${lead.organisation}): ${last} entries, 2 anchors`);
    expect(output).toMatch(/\d chains, \d+ entries, \d+ anchors: whole\n$/);
    expect(status).toBe(0);
  });

  test.each<[string, () => string[], () => number, RegExp]>([
    ['an edited entry', () => [edit(5)], () => 5, /does not match its hash/],
    [
      'an entry hidden from its dossier',
      () => ["UPDATE journal_entry SET dossier = 'another' WHERE organisation_id = $o AND seq = 5"],
      () => 5,
      /the dossier beside the entry/,
    ],
    ['a deleted entry', () => ['DELETE FROM journal_entry WHERE organisation_id = $o AND seq = 6'], () => 6, /an entry is missing/],
    [
      'two entries that changed places',
      () => [
        'UPDATE journal_entry SET seq = -1 WHERE organisation_id = $o AND seq = 4',
        'UPDATE journal_entry SET seq = 4 WHERE organisation_id = $o AND seq = 7',
        'UPDATE journal_entry SET seq = 7 WHERE organisation_id = $o AND seq = -1',
      ],
      () => 4,
      /does not match its hash/,
    ],
    ['a tail cut off', () => [`DELETE FROM journal_entry WHERE organisation_id = $o AND seq > ${last - 2}`], () => last - 1, /head of the chain names/],
    [
      'a tail cut off, and the head rewritten to fit',
      () => [`DELETE FROM journal_entry WHERE organisation_id = $o AND seq >= ${anchored}`, rehashed(anchored - 1)],
      () => anchored,
      /its tail was cut off/,
    ],
    [
      'an entry with its hash recomputed',
      () => [edit(5), `UPDATE journal_entry e SET hash = ${sealed}(e) WHERE organisation_id = $o AND seq = 5`],
      () => 6,
      /link to the entry before/,
    ],
    ['an entry slipped in', () => insertAfter(9), () => 10, /does not match its hash/],
    [
      'a changed anchor',
      () => ['UPDATE journal_anchor SET at_us = at_us + 1000000 WHERE organisation_id = $o AND number = 2'],
      () => anchored,
      /anchor 2 is not what was signed/,
    ],
    ['the whole chain rewritten from an entry on, head and all', () => [edit(5), rehashed(5)], () => 0, /the chain was rewritten/],
    [
      'an anchor taken out of the middle',
      () => ['DELETE FROM journal_anchor WHERE organisation_id = $o AND number = 1'],
      () => anchored,
      /does not follow anchor 0/,
    ],
    [
      'a whole chain that is gone',
      () => ['DELETE FROM journal_entry WHERE organisation_id = $o', 'DELETE FROM journal_head WHERE organisation_id = $o'],
      () => 1,
      /tail was cut off/,
    ],
    [
      'a verifying function that was replaced by one that always agrees',
      () => [edit(5), "CREATE OR REPLACE FUNCTION app.journal_hash(e journal_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS 'SELECT e.hash'"],
      () => 5,
      /does not match its hash/,
    ],
  ])('finds %s, names the first broken link and ends with 1', async (_, statements, seq, what) => {
    const { status, output } = await afterTampering(statements());
    const first = /BROKEN {2}Government of Aruna \(([0-9a-f-]+)\): first at entry (\d+): (.+)/.exec(output);
    expect(first?.[1]).toBe(lead.organisation);
    if (seq()) expect(Number(first?.[2])).toBe(seq());
    expect(first?.[3]).toMatch(what);
    expect(output).toMatch(/1 broken\n$/);
    expect(status).toBe(1);
  });

  test('names each entry once, however much is wrong with it', async () => {
    const { output } = await afterTampering([
      `UPDATE journal_entry SET hash = sha256('x'), prev_hash = sha256('y'), dossier = 'another' WHERE organisation_id = $o AND seq IN (4, 7)`,
    ]);
    const at = (name: string) => output.match(new RegExp(name)) ?? [];
    expect(at('first at entry (\\d+)')[1]).toBe('4');
    expect(at('also there: (.+)')[1]).toMatch(/link to the entry before/);
    expect(at('and at entries (.+)')[1]).toBe('5, 7, 8');
  });

  test('finds a tail that was cut together with its anchors by the anchors that were kept outside', async () => {
    const cut = [
      'DELETE FROM journal_anchor WHERE organisation_id = $o AND number = 2',
      `DELETE FROM journal_entry WHERE organisation_id = $o AND seq >= ${anchored}`,
      rehashed(anchored - 1),
    ];
    expect((await afterTampering(cut)).status).toBe(0);
    const { status, output } = await afterTampering(cut, ['--anchors', anchorsFile]);
    expect(output).toContain(`first at entry ${anchored}: kept outside: anchor 2 vouches for entry ${anchored}`);
    expect(status).toBe(1);
  });

  test('finds anchors signed by another key, where the right one is given', async () => {
    const pem = (key: string) => createPublicKey({ key: signingKeyOf(key).spki, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' });
    for (const [name, key] of Object.entries({ right: seed, other: randomBytes(32).toString('base64url') }))
      writeFileSync(join(folder, `${name}.pem`), pem(key));
    expect((await afterTampering([], ['--key', join(folder, 'right.pem')])).status).toBe(0);
    const { status, output } = await afterTampering([], ['--key', join(folder, 'other.pem')]);
    expect(output).toContain('is not one of those you trust');
    expect(status).toBe(1);
  });

  test('cannot read what is not there, and ends with 2', () => {
    const nowhere = new URL(urlOf(database));
    nowhere.port = '1';
    expect(verify([], { DATABASE_URL: nowhere.href }).status).toBe(2);
    expect(verify([], { DATABASE_URL: urlOf('postgres') }).status).toBe(2);
    expect(verify(['--nonsense']).status).toBe(2);
  });
});

describe('an exported file', () => {
  const file = (text: string) => {
    const path = join(folder, 'journal.ndjson');
    writeFileSync(path, text);
    return path;
  };
  const lines = () => exported.trimEnd().split('\n');
  const changed = (seq: number, change: (line: string) => string | string[]) =>
    `${lines()
      .flatMap((line) => (JSON.parse(line).kind === 'entry' && JSON.parse(line).seq === seq ? change(line) : line))
      .join('\n')}\n`;

  test('verifies offline, without a database or a package, and names the key that signed', () => {
    const bare = mkdtempSync(join(tmpdir(), 'servanda-bare-'));
    try {
      for (const part of ['chain', 'file', 'verify'])
        writeFileSync(join(bare, `${part}.mjs`), readFileSync(new URL(`../../../tools/journal/${part}.mjs`, import.meta.url)));
      const done = spawnSync(process.execPath, [join(bare, 'verify.mjs'), file(exported)], { encoding: 'utf8', cwd: bare, env: {} });
      expect(done.stdout).toContain(`whole   Government of Aruna (${lead.organisation}): ${last} entries, 2 anchors`);
      expect(done.stdout).toContain(signingKeyOf(seed).id);
      expect(done.status).toBe(0);
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });

  test('is in the journal itself: its last entry tells of the export', () => {
    const entries = lines()
      .map((line) => JSON.parse(line))
      .filter((line) => line.kind === 'entry');
    expect(entries).toHaveLength(last);
    expect(entries.at(-1)).toMatchObject({ act: 'journal.exported', person: lead.person, name: 'National focal point', role: 'lead' });
  });

  test.each<[string, () => string, RegExp]>([
    ['a changed fact', () => changed(5, (line) => line.replaceAll('“', '‘')), /first at entry 5: .*(does not match|readable fields)/],
    [
      'a readable field that says something else',
      () => changed(5, (line) => line.replace('"role":"lead"', '"role":"viewer"')),
      /first at entry 5: the readable fields/,
    ],
    ['a line taken out', () => changed(5, () => []), /first at entry 5: an entry is missing/],
    ['a line twice', () => changed(5, (line) => [line, line]), /first at entry 6: the entry stands out of its place/],
    ['an end cut off', () => `${lines().slice(0, 12).join('\n')}\n`, /first at entry 12: .*(ends before its last line|head of the chain)/],
    [
      'a sealed text that is no text',
      () => changed(5, (line) => line.replace('"sealed":"[', '"sealed":"{')),
      /first at entry 5: the entry does not match its hash/,
    ],
    ['an anchor that says something else', () => exported.replace(/("kind":"anchor","number":2,"seq":)\d+/, '$11'), /anchor 2/],
  ])('with %s is found broken', (_, text, what) => {
    const { status, output } = verify([file(text())]);
    expect(output).toMatch(what);
    expect(status).toBe(1);
  });

  test.each([
    ['empty', ''],
    ['another file', 'Dear reader,\n'],
    ['other JSON', '{"kind":"something"}\n'],
    ['a line that is no JSON', '{"kind":"servanda journal 1","organisation":{"id":"x"}}\n{"kind":\n'],
  ])('that cannot be read (%s) ends with 2', (_, text) => expect(verify([file(text)]).status).toBe(2));

  test('that is not there ends with 2', () => expect(verify([join(folder, 'nothing')]).status).toBe(2));
});

test('a signing key is 32 bytes or PEM; what is neither is refused without being repeated', () => {
  const pem = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  });
  expect(signingKeyOf(String(pem.export({ format: 'pem', type: 'pkcs8' }))).id).toBe(signingKeyOf(seed).id);
  for (const wrong of ['short', `${seed}AAAA`, '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----']) {
    expect(() => signingKeyOf(wrong)).toThrow(/JOURNAL_KEY must be/);
    expect(() => signingKeyOf(wrong)).not.toThrow(new RegExp(wrong.slice(0, 12)));
  }
});
