// How an organisation's documents look: name, logo, colour and paper reach every writer; what is no logo, or cannot be read, is refused; each organisation has its own.
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contrastInDocuments, readableColour } from '@servanda/contract';
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { png } from './corpus/documents.ts';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';
import { whole } from './whole.ts';

let served: Served;
let lead: string;
let dossier: string;
const svg = (inner: string, more = '') => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"${more}>${inner}</svg>`);
const mark = svg('<style>.a{fill:#7a1f3d}</style><rect class="a" width="300" height="100" rx="8"/><circle cx="50" cy="50" r="30" fill="#fff"/>');
const get = (path: string, as = lead) => served.http().get(path).set('cookie', as);
const revise = (body: object, as = lead) => served.http().put('/api/house-style').set('cookie', as).send(body);
const put = (bytes: Buffer, as = lead, name = 'logo.svg') =>
  served.http().post('/api/house-style/logo').set('cookie', as).attach('file', bytes, { filename: name });
const made = async (file: string): Promise<Buffer> => (await whole(get(`/api/dossiers/${dossier}/reports/${file}`)).expect(200)).body;
const chosen = async () => (await get('/api/house-style').expect(200)).body;
const flawOf = async (bytes: Buffer) => (await put(bytes).expect(400)).body.fields[0].message;

beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await signIn(served, 'lead@government.example');
  dossier = (await served.http().post('/api/dossiers').set('cookie', lead).send({ iso3: 'XAA', title: 'Looks' }).expect(201)).body.id;
});
afterAll(() => served.stop());

describe('the looks of documents', () => {
  test('are plain until somebody chooses, and then in PDF, DOCX and HTML, the same bytes each time', async () => {
    expect(await chosen()).toMatchObject({ number: 0, colour: '#12355b', paper: 'a4', logo: null });
    const before = await made('briefing.html');
    await revise({ number: 0, name: 'Ministry of Justice of Aruna', colour: '#7A1F3D', paper: 'letter' }).expect(200);
    expect((await put(mark).expect(201)).body).toMatchObject({ number: 2, colour: '#7a1f3d', logo: { width: 1200, height: 400 } });
    const html = (await made('briefing.html')).toString();
    expect(before.toString()).not.toContain('<img');
    for (const part of [
      'Ministry of Justice of Aruna',
      '--ink:#7a1f3d',
      'size:letter',
      '<img class="logo" alt="Ministry of Justice of Aruna" src="data:image/png;base64,',
      'img-src data:',
    ])
      expect(html).toContain(part);
    const docx = unzipSync(new Uint8Array(await made('status.docx')));
    const body = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
    expect(body).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    expect(body).toMatch(/descr="Ministry of Justice of Aruna"/);
    expect(strFromU8(docx['word/styles.xml'] ?? new Uint8Array())).toContain('7A1F3D');
    const picture = Object.entries(docx).find(([name]) => name.startsWith('word/media/'));
    const logo = (await whole(get('/api/house-style/logo')).expect(200)).body;
    expect(Buffer.from(picture?.[1] ?? []).equals(logo)).toBe(true);
    const pdf = await made('briefing.pdf');
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    expect(page.view.slice(2)).toEqual([612, 792]);
    expect(JSON.stringify(await page.getStructTree())).toContain('Ministry of Justice of Aruna');
    await revise({ number: 2, colour: '#12355b', paper: 'a4', withoutLogo: true }).expect(200);
    expect((await made('briefing.html')).equals(before)).toBe(true);
  });

  test('mark drafts behind every page and at its head, print verdicts in patterns, and stand on A3', async () => {
    const { number } = await chosen();
    await revise({ number, colour: '#12355b', paper: 'a3' }).expect(200);
    const parts = unzipSync(new Uint8Array(await made('status.docx?draft=true')));
    const headers = Object.entries(parts).filter(([name]) => name.startsWith('word/header'));
    expect(headers.map(([, part]) => /PowerPlusWaterMarkObject.*string="Draft"/.test(strFromU8(part)))).toEqual([true, true]);
    expect(headers.some(([, part]) => strFromU8(part).includes('Draft · Internal'))).toBe(true);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(/<w:pgSz w:w="16838" w:h="23811"/);
    expect(Object.keys(parts).filter((name) => name.endsWith('.png')).length).toBeGreaterThan(2);
    const html = (await made('briefing.html?draft=true')).toString();
    for (const part of ['<p class="watermark" aria-hidden="true">Draft</p>', '@top-right{content:"Draft · Internal"', 'size:A3', 'url(#tone-outside)'])
      expect(html).toContain(part);
    const pdf = await getDocumentProxy(new Uint8Array(await made('briefing.pdf?draft=true')));
    expect((await pdf.getPage(1)).view.slice(2).map(Math.round)).toEqual([842, 1191]);
    for (let page = 1; page <= pdf.numPages; page++)
      expect((await (await pdf.getPage(page)).getTextContent()).items.filter((item) => 'str' in item && item.str === 'Draft')).toHaveLength(1);
    await revise({ number: number + 1, colour: '#12355b', paper: 'a4' }).expect(200);
  });

  test('take a PNG drawn anew, without what it tells beside its picture, and go into the journal', async () => {
    const told = Buffer.from('tEXtAuthor\0Somebody at home');
    const ends = Buffer.alloc(4);
    ends.writeUInt32BE(crc32(told));
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, told.length - 4]), told, ends]);
    await put(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]), lead, 'logo.png').expect(201);
    const logo = (await whole(get('/api/house-style/logo')).expect(200)).body;
    expect(logo.toString('latin1')).not.toContain('Somebody');
    expect(logo.toString('latin1', 1, 4)).toBe('PNG');
    const [entry] = (await get('/api/journal').expect(200)).body.items;
    expect(entry).toMatchObject({ act: 'house_style.revised', data: { after: { logo: (await chosen()).logo.sha256 } } });
  });
});

describe('refused is', () => {
  test('a colour too light to be read, a paper that nobody has, and a choice upon an older one', async () => {
    expect(contrastInDocuments('#767676')).toBeLessThan(4.5);
    expect(contrastInDocuments('#595959')).toBeGreaterThan(4.5);
    for (const light of ['#c0c0c0', '#ffff00', '#9db4c0', '#ffffff']) {
      expect(contrastInDocuments(readableColour(light))).toBeGreaterThanOrEqual(4.5);
      expect((await revise({ number: 0, colour: light, paper: 'a4' }).expect(400)).body.fields[0].message).toBe(
        `The colour is too light to be read. ${readableColour(light)} would do`,
      );
    }
    expect(readableColour('#12355b')).toBe('#12355b');
    const { number } = await chosen();
    for (const wrong of [{ colour: '#c0c0c0' }, { colour: 'red' }, { colour: '#12355b;}' }, { paper: 'a0' }])
      await revise({ number, colour: '#12355b', paper: 'a4', ...wrong }).expect(400);
    expect((await revise({ number: number - 1, colour: '#12355b', paper: 'a4' }).expect(409)).body).toMatchObject({
      code: 'stale_version',
      current: { number },
    });
  });

  test.each<[string, Buffer, RegExp]>([
    ['a script', svg('<script>1</script>'), /scripts/],
    ['an act upon a click', svg('<rect width="9" height="9" onclick="x()"/>'), /scripts/],
    ['a link', svg('<a href="https://example.org"><rect width="9" height="9"/></a>'), /links/],
    ['HTML within', svg('<foreignObject/>'), /scripts/],
    ['a style that fetches', svg('<style>@import "https://example.org/a.css"</style>'), /fetch/],
    ['a fill that fetches', svg('<rect width="9" height="9" fill="url(https://example.org/a#b)"/>'), /fetch/],
    ['a file of the server', svg('<image href="file:///etc/passwd" width="9" height="9"/>'), /no logo needs/],
    ['entities', Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aa">]>${mark}`), /scripts/],
    ['parts that repeat themselves', svg('<g id="a"><use href="#a"/></g>'), /no logo needs/],
    ['text without its font', svg('<text>A</text>'), /paths/],
    ['too many shapes', svg('<path d="M0 0"/>'.repeat(5001)), /5,000/],
    ['a broken one', svg('<g>'), /cannot be read/],
    ['a cut PNG', png.subarray(0, 40), /Nothing is to be seen/],
    ['a PNG of many points', Buffer.concat([png.subarray(0, 16), Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]), png.subarray(24)]), /4,000/],
    ['a photograph of another kind', Buffer.from('\xff\xd8\xff\xe0JFIF', 'latin1'), /SVG or PNG/],
  ])('as a logo: %s', async (_, bytes, why) => {
    expect(await flawOf(bytes)).toMatch(why);
  });

  test('a logo above half a megabyte', async () => {
    await put(Buffer.concat([mark, Buffer.alloc(600_000)])).expect(413);
  });
});

test('kept apart: another organisation has looks of its own, and whoever is no lead may not choose', async () => {
  const stranger = await signIn(served, 'lead@neighbour.example');
  expect((await get('/api/house-style', stranger).expect(200)).body).toMatchObject({ number: 0, logo: null });
  await get('/api/house-style/logo', stranger).expect(404);
  const viewer = await signIn(served, 'viewer@government.example');
  expect((await get('/api/house-style', viewer).expect(200)).body.may.change).toEqual({ allowed: false, because: 'role' });
  await revise({ number: 0, colour: '#12355b', paper: 'a4' }, viewer).expect(403);
  await put(mark, viewer).expect(403);
});
