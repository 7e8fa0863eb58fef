import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue, openData } from '@servanda/catalogue';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

describe('obligations: does', () => {
  test('lists 37 obligations with 51 elements, their words, notes and sections', async () => {
    const { body } = await served.http().get('/api/treaties/opsc/obligations').expect(200);
    expect(body).toMatchObject({ total: 37, catalogueVersion: catalogue.version });
    expect(body.items.flatMap((o: { elements: object[] }) => o.elements)).toHaveLength(51);
    for (const o of body.items) {
      expect([o.code, o.citation, o.title, o.text, o.modality].every((word) => typeof word === 'string' && word !== '')).toBe(true);
      for (const e of o.elements) expect(e.criteria.law.length + e.criteria.practice.length).toBeGreaterThan(0);
    }
    expect(body.sections.map((s: { code: string }) => s.code)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
    expect(body.notes.map((n: { code: string }) => n.code)).toEqual(expect.arrayContaining(['5.2', '8.2-2', '8.3-2', '8.6', '11']));
  });

  test('registers 42 times "shall": 35 duties, 2 deeming provisions, 5 that are no item of their own', async () => {
    const { body } = await served.http().get('/api/treaties/opsc/shall-register').expect(200);
    const roles = body.items.map((s: { role: string }) => s.role);
    expect(body.total).toBe(42);
    expect([roles.filter((r: string) => r === 'duty').length, roles.filter((r: string) => r === 'deeming').length]).toEqual([35, 2]);
    const source = (await served.http().get('/api/treaties/opsc/source.txt')).text;
    for (const { shall } of body.items) expect(source.slice(shall.start, shall.end)).toBe('shall');
  });

  test('gives the whole catalogue as open data, with the same hash that the treaty states', async () => {
    const { body } = await served
      .http()
      .get('/api/treaties/opsc/catalogue.json')
      .expect(200)
      .expect('content-type', /^application\/json/);
    expect(body).toEqual(JSON.parse(JSON.stringify(openData())));
    expect(body.sha256).toBe((await served.http().get('/api/treaties/opsc')).body.catalogueSha256);
  });
});

describe('obligations: refuses and keeps apart', () => {
  test.each(['obligations', 'shall-register', 'catalogue.json'])('%s is read by anyone, cached by anyone, changed by nobody', async (name) => {
    const path = `/api/treaties/opsc/${name}`;
    const { headers } = await served
      .http()
      .get(path)
      .expect(200)
      .expect('cache-control', /^public/);
    await served.http().get(path).set('if-none-match', String(headers['etag'])).expect(304);
    for (const method of ['post', 'put', 'delete', 'patch'] as const) expect((await served.http()[method](path).send({})).body.code).toBe('not_found');
  });
});
