// Uploads are looked at by a clamd: a real one where it is installed, with the signature of the EICAR file alone, for official
// signatures need a network. Where it is not, those tests are skipped; that a scanner away keeps nothing is shown in any case.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { docx, pdf } from './corpus/documents.ts';
import { libraryOf } from './library-of.ts';
import { seat } from './people.ts';
import { type Served, serve } from './server.ts';

const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync);
// In two halves, so that no scanner takes this file for the thing itself.
const eicar = `${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;
const served: Served[] = [];
const started = async (settings: Record<string, string>) => {
  const one = await serve(settings);
  served.push(one);
  await seat(one);
  const library = await libraryOf(one);
  const piece = await library.piece();
  const left = () => [join(one.filesDir, 'incoming'), join(one.filesDir, 'blobs')].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  const send = (bytes: Buffer, name: string) => one.http().post(`${piece}/files`).set('cookie', library.cookie).attach('file', bytes, { filename: name });
  return { send, left };
};
afterAll(() => Promise.all(served.map((one) => one.stop())));

(clamd ? describe : describe.skip)('a real clamd (skipped where none is installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-clamd-'));
  const socket = join(folder, 'clamd.sock');
  let daemon: ChildProcess;
  let us: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'test.ndb'), `Eicar-Test:0:*:${Buffer.from(eicar).toString('hex')}\n`);
    const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'Foreground yes', `LogFile ${join(folder, 'log')}`, 'StreamMaxLength 30M'];
    writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    daemon = spawn(clamd ?? '', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    for (let tries = 0; !existsSync(socket) && tries < 200; tries++) await new Promise((next) => setTimeout(next, 50));
    us = await started({ CLAMD_URL: `unix:${socket}` });
  });
  afterAll(() => {
    daemon?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test('finds the EICAR file as a text and inside a document, and nothing of it is kept', async () => {
    for (const [bytes, name] of [
      [Buffer.from(eicar), 'note.txt'],
      [docx({ 'word/document.xml': `<a>${eicar}</a>` }), 'note.docx'],
    ] as const) {
      const refused = await us.send(bytes, name);
      expect([refused.status, refused.body.code]).toEqual([415, 'file_infected']);
    }
    expect(us.left()).toEqual([]);
  });

  test('lets what it does not know through, also 20 MB of it', async () => {
    await us.send(pdf(), 'law.pdf').expect(201);
    await us.send(Buffer.alloc(20 * 1024 * 1024, 'a'), 'long.txt').expect(201);
  });
});

describe('a scanner that is away (R12)', () => {
  // Not a stand-in for clamd: a line that fails in the ways in which a line can.
  let how: 'hangs up' | 'answers something else' = 'hangs up';
  const broken = net.createServer((line) => {
    line.on('error', () => undefined);
    if (how === 'hangs up') line.destroy();
    else line.resume().end('INSTREAM size limit exceeded. ERROR\0');
  });
  let us: Awaited<ReturnType<typeof started>>;
  beforeAll(async () => {
    await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done));
    const address = broken.address();
    us = await started({ CLAMD_URL: `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, LOG_LEVEL: 'silent' });
  });

  test.each(['hangs up', 'answers something else', 'is not there'] as const)('keeps nothing and says so where it %s', async (fault) => {
    if (fault === 'is not there') await new Promise((done) => broken.close(done));
    else how = fault;
    const refused = await us.send(pdf(), 'law.pdf');
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'scanner_away', '30']);
    expect(us.left()).toEqual([]);
  });

  test('an address that cannot be used stops the start', () => {
    return expect(serve({ CLAMD_URL: 'http://127.0.0.1' })).rejects.toThrow(/CLAMD_URL must be/);
  });
});
