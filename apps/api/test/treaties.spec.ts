import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seat } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

const get = (path: string) => served.http().get(path);
interface Listed {
  iso3: string;
  isInvented: boolean;
  status: string;
}

describe('treaties: does', () => {
  test('states the treaty, its counts and the hash of its text', async () => {
    const { body } = await get('/api/treaties/opsc').expect(200);
    expect(body).toMatchObject({ code: 'opsc', inForceOn: '2002-01-18', counts: { shall: 42, obligations: 37, elements: 51 } });
    expect(body.catalogueSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('serves the text byte for byte, with the hash that the treaty states', async () => {
    const { body } = await get('/api/treaties/opsc');
    const source = await get('/api/treaties/opsc/source.txt')
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200)
      .expect('content-type', /^text\/plain; charset=utf-8/);
    expect(source.body).toEqual(readFileSync(new URL('../../../packages/catalogue/data/treaty.txt', import.meta.url)));
    expect(createHash('sha256').update(source.body).digest('hex')).toBe(body.sourceSha256);
  });

  test('serves the provisions as a tree whose segments join to the text', async () => {
    const { body } = await get('/api/treaties/opsc/provisions').expect(200);
    const codes = new Set(body.items.map((p: { code: string }) => p.code));
    for (const p of body.items) {
      expect(p.parent === null || codes.has(p.parent)).toBe(true);
      expect(p.segments.map((s: { text: string }) => s.text).join('')).toBe(p.text);
    }
  });

  test('lists 178 parties and 8 signatories, and the invented States under their own flag', async () => {
    const { body } = await get('/api/states').expect(200);
    const real = body.items.filter((s: Listed) => !s.isInvented);
    expect(real.filter((s: Listed) => s.status === 'party')).toHaveLength(178);
    expect(real.filter((s: Listed) => s.status === 'signatory')).toHaveLength(8);
    expect(body.items.filter((s: Listed) => s.isInvented).map((s: Listed) => s.iso3)).toContain('XAA');
    expect(body.total).toBe(body.items.length);
  });

  test.each([
    ['XAA', '2003-04-30', '2005-04-30', 'in-crc-report'],
    ['XAC', '2011-10-01', '2013-10-01', 'every-five-years'],
    ['NOR', '2002-01-18', '2004-01-18', 'in-crc-report'],
    ['BEN', '2005-02-28', '2007-02-28', 'in-crc-report'],
    ['MNE', null, null, 'not-computed'],
    ['SGP', null, null, 'none'],
  ])('%s: in force %s, initial report %s, next %s', async (iso3, entry, due, next) => {
    const { body } = await get(`/api/states/${iso3}`).expect(200);
    expect(body).toMatchObject({ iso3, entryIntoForceOn: entry, initialReportDueOn: due, calendar: { next: { kind: next } } });
  });

  test('keeps a date set by the Committee beside the computed one, with its source', async () => {
    const { body } = await get('/api/states/USA').expect(200);
    expect(body.calendar.next).toMatchObject({ kind: 'every-five-years', override: { on: '2016', source: expect.stringContaining('CRC/C/OPSC/USA/3-4') } });
    expect(body.reservations).toEqual(expect.arrayContaining([expect.objectContaining({ provision: '4.1', kind: 'reservation' })]));
    expect(body.sourceLine).toBeGreaterThan(1);
  });

  test('reads a code in small letters', async () => {
    expect((await get('/api/states/xaa').expect(200)).body.name).toBe('Republic of Aruna');
  });
});

describe('treaties: refuses', () => {
  test.each(['ZZZ', 'aruna', 'X1A'])('a State that nobody knows: %s', async (iso3) => {
    expect((await get(`/api/states/${iso3}`).expect(404)).body.code).toBe('not_found');
  });
});

describe('treaties: keeps apart', () => {
  test('the same answer for everyone, to be kept by any cache, and not sent twice', async () => {
    for (const path of ['/api/treaties/opsc', '/api/treaties/opsc/provisions', '/api/treaties/opsc/source.txt', '/api/states', '/api/states/XAA']) {
      const first = await get(path)
        .expect(200)
        .expect('cache-control', /^public/);
      expect(first.headers['set-cookie']).toBeUndefined();
      const again = await get(path).set('if-none-match', String(first.headers['etag'])).expect(304);
      expect(again.text).toBe('');
    }
  });
});
