// R6: the same act sent many times to two instances at once, out of order, and after the client hung up in the middle.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pdf } from '../corpus/documents.ts';
import { insistently } from '../insistently.ts';
import { seat } from '../people.ts';
import { type Served, serve, serveOn } from '../server.ts';
import { Acknowledged } from './acknowledged.ts';
import { figure, report, within } from './figures.ts';
import { expectWhole } from './invariants.ts';
import { gatherWriters, type Writer } from './writers.ts';

const keys = figure(10, 200);
const cuts = figure(16, 60);

let one: Served;
let two: Served;
let writers: Writer[];
beforeAll(async () => {
  one = await serve({ LOG_LEVEL: 'silent', DATABASE_POOL: '12' });
  two = await serveOn(one, one.filesDir, { DATABASE_POOL: '12' });
  await seat(one);
  writers = await gatherWriters(one, 3);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const at = async (path: string, of: Served) => `${await of.app.getUrl()}${path}`;
const post = async (of: Served, path: string, writer: Writer, key: string, body: object) => {
  const headers = { cookie: writer.cookie, 'content-type': 'application/json', 'idempotency-key': key };
  const answer = await fetch(await at(path, of), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text(), isAgain: answer.headers.get('idempotency-replayed') === 'true' };
};

test(
  `${keys} acts, each sent 20 times at once to two instances: one row each, all answers alike`,
  async () => {
    const ledger = new Acknowledged();
    for (let i = 0; i < keys; i++) {
      const writer = writers[i % writers.length];
      if (!writer) throw new Error('no writer');
      const [key, word] = [randomUUID(), `w9-${i}-${randomUUID().slice(0, 8)}`];
      const body = { kind: 'law', title: word, originator: 'Parliament' };
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => insistently(() => post(n % 2 ? one : two, `/api/dossiers/${writer.dossier}/evidence`, writer, key, body))),
      );
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers.filter(({ isAgain }) => !isAgain)).toHaveLength(1);
      ledger.keep({ kind: 'evidence', word, id: JSON.parse(answers[0]?.text ?? '{}').id, organisation: writer.organisation });
    }
    expect((await expectWhole(one, ledger)).written).toBe(keys);
    report('R6 duplicate submits', { keys, 'each sent': 20, instances: 2, rows: keys, 'different answers': 0 });
  },
  within(60, 300),
);

test(
  'judgements sent in any order, each twice: the line of judgements has no gap, and each answer stays what it was',
  async () => {
    const [writer] = writers;
    if (!writer) throw new Error('no writer');
    const path = `/api/dossiers/${writer.dossier}/elements/4.1/assessments`;
    const acts = Array.from({ length: 12 }, (_, n) => ({
      key: randomUUID(),
      body: { basedOn: n || null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: `Turn ${n}` },
    }));
    const first = new Map<string, string>();
    // Later ones first: only the one whose turn it is can be done; everything else is refused and may come again.
    for (let pass = 0; pass < acts.length; pass++)
      for (const { key, body } of [...acts].reverse()) {
        const answer = await post(pass % 2 ? one : two, path, writer, key, body);
        if (answer.status === 201) {
          expect(answer.text).toBe(first.get(key) ?? answer.text);
          first.set(key, answer.text);
        } else expect([answer.status, JSON.parse(answer.text).code]).toEqual([409, 'stale_version']);
      }
    expect(first.size).toBe(acts.length);
    const history = await fetch(await at(path, one), { headers: { cookie: writer.cookie } });
    const { total, items }: { total: number; items: { reasons: string }[] } = JSON.parse(await history.text());
    expect([total, items.map(({ reasons }) => reasons)]).toEqual([acts.length, acts.map(({ body }) => body.reasons).reverse()]);
  },
  within(30, 60),
);

describe('a client that hangs up in the middle', () => {
  /** Sends so many of the bytes of a request and destroys the line. */
  async function cutOff(path: string, writer: Writer, key: string, type: string, body: Buffer, share: number) {
    const socket = net.connect(Number(new URL(await one.app.getUrl()).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${writer.cookie}\r\nIdempotency-Key: ${key}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, Math.floor(body.length * share)));
    await setTimeout(share === 1 ? 0 : 10);
    socket.destroy();
  }

  test(
    `${cuts} times, in the body or before the answer: the same request again makes exactly one thing`,
    async () => {
      const ledger = new Acknowledged();
      const shares = [0.1, 0.5, 0.9, 1];
      for (let i = 0; i < cuts; i++) {
        const writer = writers[i % writers.length];
        if (!writer) throw new Error('no writer');
        const [key, word] = [randomUUID(), `w8-${i}-${randomUUID().slice(0, 8)}`];
        const isFile = i % 2 === 1;
        const share = shares[i % shares.length] ?? 1;
        const path = `/api/dossiers/${writer.dossier}/evidence${isFile ? `/${writer.evidence}/files` : ''}`;
        const file = Buffer.concat([pdf(), Buffer.from(`\n% ${word}\n%%EOF\n`)]);
        const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${word}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
        const form = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--edge--\r\n')]);
        const body = isFile ? form : Buffer.from(JSON.stringify({ kind: 'law', title: word, originator: 'Parliament' }));
        const type = isFile ? 'multipart/form-data; boundary=edge' : 'application/json';
        await cutOff(path, writer, key, type, body, share);
        const { status, text } = await insistently(async () => {
          const again = await fetch(await at(path, two), {
            method: 'POST',
            headers: { cookie: writer.cookie, 'content-type': type, 'idempotency-key': key },
            body: new Uint8Array(body),
          });
          return { status: again.status, text: await again.text() };
        });
        expect([status, text.slice(0, 200)]).toEqual([201, text.slice(0, 200)]);
        if (!isFile) ledger.keep({ kind: 'evidence', word, id: JSON.parse(text).id, organisation: writer.organisation });
      }
      await expectWhole(one, ledger, keys + cuts);
      report('Client cut in mid-request', { cuts, 'done twice': 0, 'half written': 0 });
    },
    within(60, 180),
  );
});
