// What travels: answers compressed where the asker takes it, the web app's files as the build compressed them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Served, serve } from './server.ts';

const script = '/* a script that is long enough to gain */\n'.repeat(100);
let web: string;
let served: Served;
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'servanda-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), `<!doctype html><title>Servanda</title>${'<p>__CSP_NONCE__'.repeat(200)}`);
  writeFileSync(join(web, 'assets/main-1a2b.js'), script);
  writeFileSync(join(web, 'assets/main-1a2b.js.br'), brotliCompressSync(script));
  served = await serve({ WEB_DIR: web });
});
afterAll(async () => {
  await served.stop();
  rmSync(web, { recursive: true, force: true });
});
const ask = async (path: string, encoding: string) => {
  const address = served.app.getHttpServer().address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': encoding } });
  return { status: answer.status, encoding: answer.headers.get('content-encoding'), vary: answer.headers.get('vary'), text: await answer.text(), answer };
};

describe('answers', () => {
  test.each(['br', 'gzip'])('go as %s to whoever takes it, and say the same', async (encoding) => {
    const plain = await ask('/api/treaties/opsc/obligations', 'identity');
    const packed = await ask('/api/treaties/opsc/obligations', encoding);
    expect([plain.encoding, packed.encoding]).toEqual([null, encoding]);
    expect(packed.text).toBe(plain.text);
    expect(packed.vary).toMatch(/accept-encoding/i);
    expect(packed.answer.headers.get('etag')).toBe(plain.answer.headers.get('etag'));
  });

  test('that are short go as they are', async () => {
    expect((await ask('/api/nothing', 'br, gzip')).encoding).toBeNull();
  });

  test('are not sent again where the asker has them, compressed or not', async () => {
    const { answer } = await ask('/api/states', 'br');
    await served
      .http()
      .get('/api/states')
      .set('if-none-match', answer.headers.get('etag') ?? '')
      .expect(304);
  });
});

describe('the web app', () => {
  test('sends the file that the build compressed', async () => {
    const packed = await ask('/assets/main-1a2b.js', 'gzip, br');
    expect([packed.status, packed.encoding, packed.text]).toEqual([200, 'br', script]);
    expect(packed.answer.headers.get('content-type')).toMatch(/javascript/);
    expect(packed.answer.headers.get('cache-control')).toContain('immutable');
    expect(packed.vary).toMatch(/accept-encoding/i);
  });

  test('sends the file itself where no compression is taken', async () => {
    const plain = await ask('/assets/main-1a2b.js', 'identity');
    expect([plain.encoding, plain.text]).toEqual([null, script]);
  });

  test('sends its page compressed, with a nonce of its own each time', async () => {
    const [one, two] = [await ask('/dossiers', 'br'), await ask('/dossiers', 'br')];
    expect(one.encoding).toBe('br');
    expect(one.text).not.toBe(two.text);
    expect(one.text).not.toContain('__CSP_NONCE__');
  });
});
