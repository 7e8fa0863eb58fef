// The public pages: without sign-in, without scripts, and nothing on them that was not published.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { portalRoutes } from '../src/publications/portal/addresses.ts';
import { Pulse } from '../src/publications/portal/pulse.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { filled } from './plant-matrix.ts';
import { everything, published, withdrawn } from './plant-publication.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let superuser: pg.Client;
let dossier: string;
let ours: string;
let theirs: string;
let audit: string;
const get = (path: string) => served.http().get(path);
const page = async (path: string, status = 200): Promise<string> =>
  (
    await get(path)
      .expect(status)
      .expect('content-type', /^text\/html/)
  ).text;

interface Judgement {
  code: string;
  law: 'compliant' | 'non_compliant';
  practice: 'limited' | 'none' | null;
  reasons: string;
}
async function judged(scope: Scope, on: string, evidence: string, { code, ...judgement }: Judgement): Promise<void> {
  const rest = { basedOn: null, asOf: '2026-03-31', periodFrom: '2024-01-01', periodTo: '2025-12-31', qualifierNote: '' };
  const citations = [{ evidence, pinpoint: 's. 4', stance: 'supports' as const, passage: null }];
  await served.app.get(AssessmentsService).record(scope, {
    params: { id: on, code },
    query: undefined,
    body: { ...rest, ...judgement, citations, submit: true, identityConfirmed: true },
  });
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  const [government, ngo] = [await scopeFor(served, 'lead@government.example'), await scopeFor(served, 'lead@ngo.example')];
  dossier = await openedDossier(served, government);
  const code = await addedEvidence(served, government, dossier, { title: '=HYPERLINK("https://evil.example")' });
  await superuser.query("UPDATE evidence SET link = 'javascript:alert(1)' WHERE id = $1", [code]);
  const secret = await addedEvidence(served, government, dossier, { title: 'A secret file' });
  await superuser.query("UPDATE evidence SET confidentiality = 'restricted' WHERE id = $1", [secret]);
  await served
    .http()
    .post(`/api/dossiers/${dossier}/evidence/${code}/files`)
    .set('cookie', await signIn(served, 'lead@government.example'))
    .attach('file', Buffer.from('Section 4. Whoever sells a child is punished.'), 'section-4.txt')
    .expect(201);
  await judged(government, dossier, code, {
    code: '8.1.e',
    law: 'compliant',
    practice: null,
    reasons: '=1+1 </script><script>alert(1)</script> Section 4 covers it.',
  });
  await judged(government, dossier, secret, { code: '3.2', law: 'compliant', practice: null, reasons: 'Attempts are covered.' });
  const other = await openedDossier(served, { ...ngo, iso3: 'XAA' }, 'An audit of Aruna');
  const report = await addedEvidence(served, ngo, other, { title: 'Court observation', kind: 'report' });
  await superuser.query("UPDATE evidence SET link = 'https://ngo.example/report' WHERE id = $1", [report]);
  await judged(ngo, other, report, { code: '8.1.e', law: 'non_compliant', practice: 'none', reasons: 'The Act was never brought into force.' });
  const unpublished = await openedDossier(served, await scopeFor(served, 'lead@nhri.example'), 'An audit that nobody has published');
  expect(unpublished).toMatch(/-/);
  await filled(served, government, dossier, [
    { row: 'STATE', column: 'C01', value: 'yes', source: { kind: 'words', words: 's. 181 <b>B</b>' } },
    { row: 'R03', column: 'C01', value: 'no' },
    { row: 'STATE', column: 'C02', value: 'yes', source: { kind: 'evidence', evidence: secret } },
  ]);
  await filled(served, ngo, other, [
    { row: 'STATE', column: 'C01', value: 'yes' },
    { row: 'M', column: 'C01', value: 'partly' },
  ]);
  const parts = { ...everything.parts, criminalisation: true as const };
  audit = other;
  ours = (await published(served, government, dossier, { parts })).id;
  theirs = (await published(served, ngo, other, { parts })).id;
});
afterAll(async () => {
  await superuser?.end();
  await served.stop();
});

const addressOf = (route: string, id = route.includes('/dossiers/') ? dossier : ours) =>
  route.replace('elements/:code', 'elements/8.1.e').replace(':iso3', 'XAA').replace(':code', '8.1').replace(':id', id).replace('*', 'nothing/here');

describe('a feed', () => {
  const feeds = portalRoutes.filter((route) => route.endsWith('feed.atom'));
  const pages = ['/public', '/public/states/:iso3', '/public/states/:iso3/obligations/:code', '/public/publications/:id'];

  test.each(feeds)('%s names the releases, is Atom, and is known again by its moment', async (route) => {
    const answer = await get(addressOf(route))
      .expect(200)
      .expect('content-type', /^application\/atom\+xml/);
    expect(answer.text).toContain(`<id>urn:uuid:${ours}</id>`);
    expect(answer.text).toContain(`href="http://localhost:4000/public/publications/${ours}"`);
    const modified = String(answer.headers['last-modified']);
    await get(addressOf(route)).set('if-modified-since', modified).expect(304);
    await get(addressOf(route))
      .set('if-modified-since', new Date(Date.parse(modified) - 1000).toUTCString())
      .expect(200);
    // The tag is asked first.
    await get(addressOf(route)).set('if-modified-since', modified).set('if-none-match', 'W/"other"').expect(200);
  });

  test('is named in the head of each page of news and on the page, with the way to follow it', async () => {
    for (const route of pages) {
      const text = await page(addressOf(route));
      const feed = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)">/.exec(text)?.[1] ?? '';
      expect(text).toContain(`<a href="${feed}" type="application/atom+xml">`);
      expect((await get(feed).expect(200)).text).toContain(`href="http://localhost:4000${feed}"`);
    }
    expect(await page('/public/states/XAA')).toContain('href="/follow?state=XAA"');
  });

  test('of a State or an obligation that nobody published on is empty and whole; of what is not there, there is none', async () => {
    expect((await get('/public/states/FRA/feed.atom').expect(200)).text).not.toContain('<entry>');
    for (const path of ['/public/states/XZZ/feed.atom', '/public/states/XAA/obligations/99.9/feed.atom', `/public/dossiers/${ours}/feed.atom`])
      await page(path, 404);
  });
});

describe('every page', () => {
  test.each(portalRoutes)('%s is for anyone, sets nothing, and runs no script', async (route) => {
    const answer = await get(addressOf(route));
    expect(answer.status).toBe(route.includes('*') ? 404 : 200);
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(answer.headers).toMatchObject({ 'cache-control': expect.stringMatching(/^public/), 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.text).not.toMatch(/A secret file|nobody has published/);
    if (!route.endsWith('.csv'))
      expect(answer.text).not.toMatch(/<script(?! type="application\/ld\+json")|(href|src|action)="javascript|<[^>]*\s(on\w+|style)="/);
  });

  test.each(portalRoutes.filter((route) => !route.includes('*')))('%s is cached by its tag, and light', async (route) => {
    const first = await get(addressOf(route)).expect(200);
    const tag = String(first.headers['etag']);
    expect((await get(addressOf(route)).set('if-none-match', tag).expect(304)).text).toBe('');
    await get(addressOf(route)).set('if-none-match', 'W/"other"').expect(200);
    const packed = await get(addressOf(route))
      .set('accept-encoding', 'gzip')
      .responseType('blob')
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      });
    const bytes: unknown = packed.body;
    if (!(bytes instanceof Buffer)) throw new Error('no bytes');
    const whole = bytes[0] === 0x1f ? gunzipSync(bytes).toString() : bytes.toString();
    expect(whole).toBe(first.text);
    expect(Number(packed.headers['content-length'])).toBeLessThan(30_000);
  });

  test('the criminalisation matrices stand beside one another, act by act, with what they differ on', async () => {
    const both = await page('/public/states/XAA/criminalisation');
    expect(both).toContain('R01</b> offering a child');
    expect(both.match(/<td class="d">/g)).toHaveLength(9);
    expect(both).toMatch(
      /C01 Offence in law<\/bdi><\/h3><ul><li><bdi dir="ltr">R03<\/bdi>.*?1: No · 2: Yes<\/li><li><bdi dir="ltr">R15–R22<\/bdi>.*?1: Yes · 2: Partly/,
    );
    const release = await page(`/public/publications/${ours}`);
    expect(release).toContain('s. 181 &lt;b&gt;B&lt;/b&gt;');
    expect(release).toContain('Source not published');
    expect(await page('/public/states/NOR/criminalisation')).toContain('No dossier has published its criminalisation matrix.');
    const arabic = await page('/public/states/XAA/criminalisation?lang=ar');
    expect(arabic).not.toMatch(/undefined|\{\w+\}|offering|Offence in law/);
    expect(arabic).toContain(
      '<bdi dir="rtl"><b>R01</b> عرض طفل بأي طريقة كانت</bdi><small><bdi lang="en" dir="ltr">Article 3(1)(a)(i)a</bdi> · <bdi dir="rtl">الاستغلال الجنسي للطفل',
    );
    expect(await page(`/public/publications/${ours}?lang=fr`)).toMatch(/C01(<\/b>)? Infraction prévue par la loi/);
    expect(await page('/public/states/XAA')).toContain('href="/public/states/XAA/criminalisation"');
  });
  test.each(['/public/states/XZZ', '/public/states/x', `/public/publications/${'0'.repeat(36)}`, '/public/states/XAA/obligations/99.9', '/public/x'])(
    '%s is a page that says there is none',
    async (path) => {
      const { headers, text } = await get(path)
        .expect(404)
        .expect('content-type', /^text\/html/);
      expect(text).toContain('There is no such page');
      expect(text).toContain('noindex');
      expect(headers['etag']).toBeUndefined();
    },
  );
  test('what is no part of a page is as if it were not asked', async () => {
    expect(await page('/public?page=1e9&show=x&lang=xx&article=99&utm=1&q[]=1')).toBe(await page('/public'));
    await get('/public?lang=en&lang=fr&q=a&q=b').expect(200);
  });
  test('it speaks French, and Arabic from the right', async () => {
    expect(await page('/public?lang=fr')).toContain('<html lang="fr" dir="ltr">');
    const arabic = await page(`/public/publications/${ours}?lang=ar`);
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('href="/public/states/XAA?lang=ar"');
    expect(arabic).not.toMatch(/undefined|\{\w+\}/);
  });
});

describe('what the pages say', () => {
  test('the list finds a State and tells how many dossiers are published', async () => {
    const found = await page('/public?q=arun&published=1');
    expect(found).toMatch(/href="\/public\/states\/XAA"[\s\S]*?<td class="figure">2<\/td>/);
    expect(await page('/public?q=zzzz')).toContain('No State fits');
    expect(await page('/public')).toContain('rel="next"');
  });
  test('a State: what is on record, every published dossier, coverage in three numbers, law and practice apart', async () => {
    const told = await page('/public/states/XAA');
    for (const word of ['Entry into force', 'Initial report due', 'The State’s own record', 'Independent audit', 'grants no grades', ours, theirs])
      expect(told).toContain(word);
    expect(told).toMatch(/In law<\/th><td[\s\S]*?<td>2 of \d+<\/td><td>/);
    expect(told).not.toMatch(/rank(ing|ed first)|score|\d+ ?%</i);
  });
  test('a release: its hash, its words as words, links out only to the web', async () => {
    const told = await page(`/public/publications/${ours}`);
    const { body } = await get('/api/public/publications?state=XAA').expect(200);
    const { sha256 } = body.items.find((one: { id: string }) => one.id === ours);
    for (const word of [
      sha256,
      `/api/public/publications/${ours}.json`,
      'npm run publication:verify',
      'restricted: 1',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    ])
      expect(told).toContain(word);
    expect(told).toMatch(/class="lanes u-full l-unassessed" href="#e-8\.1\.e"/);
    expect(await page(`/public/publications/${theirs}`)).toContain('<a href="https://ngo.example/report" rel="nofollow noopener noreferrer">');
    const [, facts = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(told) ?? [];
    expect(JSON.parse(facts)).toMatchObject({ '@type': 'Dataset', identifier: [ours, `sha256:${sha256}`], distribution: [{ sha256 }, {}] });
  });
  test('its files are there to take, with their hashes', async () => {
    const told = await page(`/public/publications/${ours}`);
    const [, address = '', hash] = /href="([^"]+)" download>.*?section-4\.txt.*?class="hash">(\w+)</.exec(told) ?? [];
    const { text } = await get(address).expect(200);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(await page('/public/states/XAA/obligations/8.1')).toContain(address);
  });
  test('its table holds no cell that a spreadsheet would run', async () => {
    const { text, headers } = await get(`/public/publications/${ours}/elements.csv`).expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(text.split('\r\n')).toHaveLength(53);
    expect(text).toContain(`"'=1+1`);
    expect(text).not.toMatch(/(^|,)"[=+@-]/m);
  });
  test('side by side: agreement and disagreement in words, with reasons and evidence of both', async () => {
    const told = await page('/public/states/XAA/obligations/8.1?show=contested');
    for (const word of ['They differ by the whole scale.', 'Both ends cite published evidence.', 'never brought into force', 'Court observation', 's. 4'])
      expect(told).toContain(word);
    expect(told).toMatch(/In practice<\/dt><dd class="is-alone">Only [^<]+ gives a verdict\./);
    expect(told).not.toContain('id="e-8.1.a"');
    const list = await page('/public/states/XAA/compare');
    expect(list).toContain('Elements shown: ');
    expect(list.indexOf('8.1#e-8.1.e')).toBeGreaterThan(0);
    expect(await page('/public/states/XAA/compare?show=alone&lane=law&article=3')).toContain('3.2#e-3.2');
    expect(await page('/public/states/XAB/compare')).toContain('Only one dossier is published');
  });
  test('search engines find what stands', async () => {
    const { text } = await get('/public/sitemap.xml').expect(200);
    expect(text).toContain(`/public/publications/${ours}</loc>`);
    const robots = (await get('/robots.txt').expect(200)).text;
    expect(robots).toContain('/public/sitemap.xml');
    // The data that a release names of itself may be fetched; the rest of the doors are no one's to crawl.
    expect(robots).toContain('Allow: /api/public/\nDisallow: /api/\n');
  });
});

test('a release of one article stands beside the whole one, which goes on counting for the rest', async () => {
  const ngo = await scopeFor(served, 'lead@ngo.example');
  const paths = ['', '/compare', '/obligations/8.1', '/obligations/9.3', '/criminalisation'].map((at) => `/public/states/XAA${at}`);
  const whole = await Promise.all(paths.map((path) => page(path)));
  const coverages = (text = '') => text.match(/<table class="coverage">/g)?.length;
  const pulse = served.app.get(Pulse);
  const nine = (await pulse.after(published(served, ngo, audit, { parts: { ...everything.parts, articles: [9] } }))).id;
  const [state = '', compare = '', eight = '', ninth = '', matrices] = await Promise.all(paths.map((path) => page(path)));
  expect(state).toMatch(
    new RegExp(`<h4>Release 1, [^<]+</h4>[\\s\\S]*${theirs}[\\s\\S]*<h4>Release 2, [^<]+ · Article \u20689\u2069 only</h4>[\\s\\S]*${nine}`),
  );
  expect([coverages(whole[0]), coverages(state)]).toEqual([2, 3]);
  expect(compare).toMatch(new RegExp(`${nine}">Release 2, [^<]+ · Article \u20689\u2069 only[\\s\\S]*${theirs}">Release 1, `));
  expect(compare).toContain(`/public/publications/${theirs}#e-8.1.e`);
  expect(/Elements shown: \d+/.exec(compare)?.[0]).toBe(/Elements shown: \d+/.exec(whole[1] ?? '')?.[0]);
  expect(eight).toBe(whole[2]);
  expect(ninth).toContain(`/public/publications/${nine}#e-9.3`);
  // It holds no matrix: the one of the release before stands.
  expect(matrices).toBe(whole[4]);
  for (const lang of ['fr', 'ar']) expect(await page(`/public/states/XAA?lang=${lang}`)).not.toMatch(/undefined|\{\w+\}/);
  const older = await page(`/public/publications/${theirs}`);
  expect(older).toMatch(
    /A newer release of this dossier stands: release 2 of [^<]+<\/a> Article \u20689\u2069 only\. For articles \u20681, 3, 4, 5, 6, 7, 8, 10(, 11)?( and |, )12\u2069, what this release says still counts\./,
  );
  expect(older).toMatch(/Release 2<\/a> <span class="soft">[^<]+ · Article \u20689\u2069 only/);
  const { publications } = (await get('/api/public/states/XAA').expect(200)).body;
  expect(publications.find(({ id }: { id: string }) => id === nine).articles).toEqual([9]);
  await pulse.after(withdrawn(served, ngo, audit, nine));
  const after = await Promise.all(paths.map((path) => page(path)));
  expect(after.slice(1)).toEqual(whole.slice(1));
  expect(after[0]).not.toContain('only</h4>');
});

test('withdrawn, a release leaves a tombstone at once, everywhere', async () => {
  const cookie = await signIn(served, 'lead@government.example');
  await page(`/public/publications/${ours}`);
  await served
    .http()
    .post(`/api/dossiers/${dossier}/publications/${ours}/withdrawal`)
    .set('cookie', cookie)
    .send({ reason: 'A figure <b>was</b> wrong' })
    .expect(200);
  const told = await page(`/public/publications/${ours}`, 410);
  expect(told).toMatch(/A figure &lt;b&gt;was&lt;\/b&gt; wrong[\s\S]*<code class="hash">[0-9a-f]{64}</);
  for (const path of [`/public/publications/${ours}/elements.csv`, `/public/publications/${ours}?lang=ar`])
    expect((await get(path).expect(410)).text).not.toContain('Section 4');
  for (const path of ['/public/states/XAA', '/public/states/XAA/compare?show=all', '/public/states/XAA/obligations/8.1', '/public/sitemap.xml'])
    expect((await get(path).expect(200)).text).not.toContain(ours);
});
