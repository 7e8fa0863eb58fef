// Letters on their way, to a real SMTP server: they arrive, they wait, they are given up, and nobody reads them meanwhile.
import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../src/app.ts';
import { Clock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { Database } from '../src/platform/db/database.ts';
import { newId } from '../src/platform/ids.ts';
import { type Delivered, MailDelivery } from '../src/platform/mail/delivery.ts';
import { MailQueries } from '../src/platform/mail/mail.queries.ts';
import { composeMail, queueMail } from '../src/platform/mail/queue-mail.ts';
import { judgesTimes } from './faults/figures.ts';
import { lettersTo } from './letters.ts';
import { type MailServer, startMailServer, testAuthority } from './mail-server.ts';
import { type Served, serve, testKey } from './server.ts';

let served: Served;
let admin: pg.Client;
let server: MailServer;
const apps: NestFastifyApplication[] = [];

beforeAll(async () => {
  served = await serve();
  admin = new pg.Client({ connectionString: served.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await served.stop();
});
beforeEach(async () => {
  await admin.query('DELETE FROM outbox');
  server = await startMailServer();
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  await server.stop();
});

const link = 'https://servanda.example/invitation#token=s3cr3t';
const facts = { organisation: 'Ministry of Children', inviter: 'Focal point', role: 'reviewer', link, until: '2026-12-24T16:30:00Z' };
const db = () => served.app.get(Database);
const queue = (to = 'new@government.example', locale: 'en' | 'fr' | 'ar' = 'en') =>
  queueMail(db().unscoped.bind(db()), { to, locale, letter: 'invitation', facts });
const states = async () => (await admin.query('SELECT to_address AS to, state, attempts, last_error AS error, text FROM outbox ORDER BY id')).rows;

/** One API process that delivers to `url`; its loop runs only where a test starts it. */
async function process(url = `smtp://127.0.0.1:${server.port}?ca=${testAuthority}`): Promise<NestFastifyApplication> {
  const app = await createApp(
    readConfig({
      APP_DATABASE_URL: served.runtimeUrl,
      CONTEXT_KEY: testKey,
      FILES_DIR: served.filesDir,
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '3',
      SMTP_URL: url,
      MAIL_FROM: 'post@servanda.example',
    }),
  );
  apps.push(app);
  return app;
}
const deliver = (app: NestFastifyApplication, minutesOn = 0): Promise<Delivered> =>
  app.get(Clock).at(new Date(Date.now() + minutesOn * 60_000), () => app.get(MailDelivery).deliverNext());

describe('a letter', () => {
  test('arrives once, in text and HTML, over TLS, and its words are erased', async () => {
    await queue();
    const app = await process();
    expect([await deliver(app), await deliver(app)]).toEqual(['sent', 'nothing']);
    expect(server.received).toHaveLength(1);
    const [{ to, mail, isEncrypted }] = server.received as [MailServer['received'][0]];
    expect({ to, isEncrypted, from: mail.from?.text, subject: mail.subject }).toEqual({
      to: ['new@government.example'],
      isEncrypted: true,
      from: '"Servanda" <post@servanda.example>',
      subject: 'Focal point invites you to Ministry of Children on Servanda',
    });
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@servanda\.example>$/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await states()).toEqual([{ to: 'new@government.example', state: 'sent', attempts: 1, error: null, text: null }]);
  });

  test('in Arabic arrives from right to left, its language named', async () => {
    await queue('new@government.example', 'ar');
    await deliver(await process());
    const mail = server.received[0]?.mail;
    expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail?.subject).toBe('دعوة من Focal point إلى Ministry of Children على Servanda');
    expect(mail?.headers.get('content-language')).toBe('ar');
    expect(mail?.text).toContain(link);
  });

  test('of an act that fails is never sent', async () => {
    const pool = db().pool;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await queueMail(async (text, values) => (await client.query(text, values)).rows, { to: 'a@b.example', locale: 'en', letter: 'invitation', facts });
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    expect(await deliver(await process())).toBe('nothing');
  });

  test('to a domain beyond ASCII goes to its ASCII name', async () => {
    await queue('lead@bücher.example');
    await deliver(await process());
    expect(server.received[0]?.raw).toContain('To: lead@xn--bcher-kva.example');
  });

  test('with a line break in its address is not written at all', async () => {
    await expect(queue('a@b.example\r\nRCPT TO:<c@d.example>')).rejects.toThrow('not one plain address');
    const insert = "INSERT INTO outbox (id, to_address, locale, letter, subject, text, html) VALUES (gen_random_uuid(), $1, 'en', 'x', $2, 't', 'h')";
    for (const address of ['a@b.example\nx', 'a@b.example, c@d.example', 'A <a@b.example>', 'a b@c.example', 'a\u0001@b.example', '@b.example'])
      await expect(db().unscoped(insert, [address, 's'])).rejects.toThrow('outbox_one_address');
    await expect(db().unscoped(insert, ['a@b.example', 's\r\nBcc: c@d.example'])).rejects.toThrow('outbox_subject_one_line');
  });
});

describe('a server that does not take it', () => {
  test('now (greylisting) is asked again later, and the letter is the same', async () => {
    await queue();
    const app = await process();
    server.onRecipient = () => 450;
    expect(await deliver(app)).toBe('refused');
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 1, error: 'SMTP 450' }]);
    server.onRecipient = () => null;
    expect(await deliver(app)).toBe('nothing');
    expect(await deliver(app, 2)).toBe('sent');
    expect(await states()).toMatchObject([{ state: 'sent', attempts: 2, text: null }]);
  });

  test.each([
    ['the recipient', 550],
    ['the letter', 554],
  ])('ever (%s) ends it: given up, erased, counted', async (what, code) => {
    await queue();
    const app = await process();
    if (what === 'the letter') server.onLetter = () => code;
    else server.onRecipient = () => code;
    expect(await deliver(app)).toBe('refused');
    expect(await states()).toEqual([{ to: 'new@government.example', state: 'dead', attempts: 1, error: `SMTP ${code}`, text: null }]);
    expect(await deliver(app, 60 * 24)).toBe('nothing');
  });

  test('because the password is wrong is our fault: letters wait', async () => {
    const strict = await startMailServer({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('no')) });
    await queue();
    const app = await process(`smtp://post:wrong@127.0.0.1:${strict.port}?ca=${testAuthority}`);
    expect(await deliver(app)).toBe('unreachable');
    expect(await states()).toMatchObject([{ state: 'waiting', error: 'SMTP 535' }]);
    await strict.stop();
  });

  test('because it is down gets it when it is back; none is lost in three days', async () => {
    await queue();
    await server.stop();
    const app = await process();
    for (let hour = 0; hour < 72; hour++) expect(await deliver(app, hour * 60)).toBe('unreachable');
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 72, error: 'ESOCKET' }]);
    server = await startMailServer({}, server.port);
    expect(await deliver(app, 72 * 60)).toBe('sent');
  });

  test('because it never says a word is left after ten seconds', async () => {
    const sockets: Socket[] = [];
    const hole = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((listening) => hole.listen(0, '127.0.0.1', listening));
    const address = hole.address();
    await queue();
    const app = await process(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    const began = performance.now();
    expect(await deliver(app)).toBe('unreachable');
    if (judgesTimes) expect(performance.now() - began).toBeLessThan(15_000);
    expect(await states()).toMatchObject([{ state: 'waiting', error: 'ETIMEDOUT' }]);
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => hole.close(closed));
  }, 20_000);

  test('for eighteen answered attempts loses it; what nobody took for five days is swept', async () => {
    await queue();
    const app = await process();
    server.onRecipient = () => 451;
    let tries = 0;
    for (let hour = 0; hour < 24 * 10 && (await states())[0]?.state === 'waiting'; hour += 8, tries++) await deliver(app, hour * 60);
    expect({ tries, states: await states() }).toMatchObject({ tries: 18, states: [{ state: 'dead', text: null, error: 'SMTP 451' }] });
    await queue('old@government.example');
    await admin.query("UPDATE outbox SET queued_at = now() - interval '6 days' WHERE state = 'waiting'");
    await db().unscoped("SELECT app.sweep_mail(now(), '30 days', '5 days')");
    expect(await states()).toMatchObject([{ state: 'dead' }, { state: 'dead', error: 'not taken', text: null }]);
    await db().unscoped("SELECT app.sweep_mail(now() + interval '45 days', '30 days', '5 days')");
    expect(await states()).toEqual([]);
  });
});

describe('TLS', () => {
  test('is not given up where the server offers none', async () => {
    const open = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    await queue();
    const app = await process(`smtp://127.0.0.1:${open.port}`);
    expect(await deliver(app)).toBe('unreachable');
    expect(open.received).toEqual([]);
    const local = await process(`smtp://127.0.0.1:${open.port}?tls=off`);
    expect(await deliver(local, 2)).toBe('sent');
    await open.stop();
  });

  test('needs a certificate that is trusted', async () => {
    await queue();
    expect(await deliver(await process(`smtp://127.0.0.1:${server.port}`))).toBe('unreachable');
    const direct = await startMailServer({ secure: true });
    expect(await deliver(await process(`smtps://127.0.0.1:${direct.port}`), 2)).toBe('unreachable');
    expect([server.received, direct.received]).toEqual([[], []]);
    expect(await deliver(await process(`smtps://127.0.0.1:${direct.port}?ca=${testAuthority}`), 10)).toBe('sent');
    await direct.stop();
  });

  test.each(['smtp://mail.example?tls=off', 'smtps://127.0.0.1?tls=off', 'smtp://mail.example?rejectUnauthorized=false', 'smtp://mail.example?tls=maybe'])(
    'cannot be weakened by %s',
    async (url) => {
      await expect(process(url)).rejects.toThrow('SMTP_URL');
    },
  );
});

describe('processes', () => {
  test('two share the work; nobody gets a letter twice', async () => {
    for (let i = 0; i < 40; i++) await queue(`p${i}@government.example`);
    const two = await Promise.all([process(), process()]);
    const drain = async (app: NestFastifyApplication) => {
      let sent = 0;
      while ((await deliver(app)) === 'sent') sent++;
      return sent;
    };
    const shares = await Promise.all([...two, ...two].map(drain));
    expect(shares.reduce((a, b) => a + b)).toBe(40);
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(40);
    expect(server.received).toHaveLength(40);
  });

  test('one that dies lets go of its letter; sent again, it has the same Message-ID; the dead one’s word no longer counts', async () => {
    await queue();
    const app = await process();
    const dead = newId();
    const [held] = await db().unscoped<{ id: string }>('SELECT id FROM app.take_mail($1, now(), $2)', [dead, '3 minutes']);
    expect(await deliver(app)).toBe('nothing');
    expect(await deliver(app, 4)).toBe('sent');
    expect(server.received[0]?.mail.messageId).toBe(`<${held?.id}@servanda.example>`);
    expect(await db().unscoped('SELECT app.mail_failed($1, $2, now(), $3, now()) AS done', [held?.id, dead, 'late'])).toEqual([{ done: false }]);
    expect(await states()).toMatchObject([{ state: 'sent' }]);
  });

  test('the loop delivers by itself, and a stop lets the letter on the line arrive', async () => {
    await queue();
    const app = await process();
    let arrived: () => void = () => undefined;
    let go: () => void = () => undefined;
    const onTheLine = new Promise<void>((done) => (arrived = done));
    const held = new Promise<void>((done) => (go = done));
    server.onLetter = async () => {
      arrived();
      await held;
      return null;
    };
    app.get(MailDelivery).start();
    await onTheLine;
    const closed = app.close();
    go();
    await closed;
    expect(await states()).toMatchObject([{ state: 'sent' }]);
    expect(server.received).toHaveLength(1);
  });
});

describe('who reads letters', () => {
  test.each([
    'SELECT text FROM outbox',
    'SELECT count(*) FROM outbox',
    "UPDATE outbox SET to_address = 'me@evil.example'",
    'DELETE FROM outbox',
    "INSERT INTO outbox (id, to_address, locale, letter, subject, text, html, state) VALUES (gen_random_uuid(), 'a@b.example', 'en', 'x', 's', 't', 'h', 'sent')",
    'UPDATE instance SET shows_outbox = true',
  ])('not the API’s role: %s', async (sql) => {
    await expect(db().unscoped(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('the operator sees counts and codes, never an address or a word', async () => {
    await queue();
    server.onRecipient = () => 450;
    await deliver(await process());
    await queue('second@government.example');
    const state = await served.app.get(MailQueries).mailState();
    expect(state).toMatchObject({ delivery: 'none', waiting: 1, retrying: 1, sentInADay: 0, deadInAWeek: 0, errors: { 'SMTP 450': 1 } });
    expect(JSON.stringify(state)).not.toMatch(/@|s3cr3t|Ministry/);
  });

  test('nobody by the outbox page, unless both settings and database say that the instance is local', async () => {
    await queue();
    const at = async (app: NestFastifyApplication, host = 'localhost:4000') =>
      app.getHttpAdapter().getInstance().inject({ method: 'GET', url: '/api/outbox', headers: { host } });
    const settings = { APP_DATABASE_URL: served.runtimeUrl, CONTEXT_KEY: testKey, FILES_DIR: served.filesDir, LOG_LEVEL: 'silent', DATABASE_POOL: '2' };
    const shows = await createApp(readConfig({ ...settings, OUTBOX_PAGE: 'true' }));
    apps.push(shows);
    const hidden = { isShown: false, letters: [] };
    expect((await at(shows)).json()).toEqual(hidden);
    await admin.query('UPDATE instance SET shows_outbox = true');
    const letters = (await at(shows)).json<{ letters: object[] }>().letters;
    expect(letters).toMatchObject([{ to: 'new@government.example', letter: 'invitation' }]);
    expect(JSON.stringify(letters)).toContain(link);
    expect((await at(served.app)).json()).toEqual(hidden);
    expect((await at(shows, 'evil.example')).json()).toEqual(hidden);
    await admin.query('UPDATE instance SET shows_outbox = false');
    expect(await lettersTo(served, 'new@government.example')).toHaveLength(1);
  });

  test.each([
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' },
    { HOST: '0.0.0.0' },
    { PUBLIC_URL: 'https://servanda.example', FACTOR_KEY: Buffer.alloc(32, 7).toString('base64url'), SOURCE_KEY: Buffer.alloc(32, 8).toString('base64url') },
  ])('and such an instance is never %j', (more) => {
    expect(() => readConfig({ APP_DATABASE_URL: 'postgresql://x@y/z', CONTEXT_KEY: testKey, FILES_DIR: '/x', OUTBOX_PAGE: 'true', ...more })).toThrow(
      'OUTBOX_PAGE shows every letter',
    );
  });

  test('a definer function may write one without telling its caller', async () => {
    const letter = composeMail({ to: 'x@y.example', locale: 'en', letter: 'invitation', facts });
    await db().unscoped('SELECT app.queue_mail($1::jsonb, $2)', [JSON.stringify(letter), 'real@government.example']);
    expect(await lettersTo(served, 'real@government.example')).toMatchObject([{ id: letter.id, subject: letter.subject }]);
  });
});
