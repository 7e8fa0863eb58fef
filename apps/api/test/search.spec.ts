// Search in a dossier: every language, phrase, beginning, accents, near misses, inside Arabic and Chinese text; what it refuses; what it keeps apart.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchFound, Stretch } from '@servanda/contract';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { EvidenceErasure } from '../src/evidence/evidence.erasure.ts';
import { EvidenceQueries } from '../src/evidence/evidence.queries.ts';
import { EvidenceService } from '../src/evidence/evidence.service.ts';
import { EvidenceOpenings } from '../src/evidence/opening/opening.service.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { facts, keptPiece } from './search-pieces.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: Scope;
let cookie: string;
let dossier: string;
/** Ids of pieces by their titles. */
const pieces = new Map<string, string>();

async function piece(title: string, language: string, pages: string[], how: object = {}, scope = lead, of = dossier): Promise<string> {
  const id = await keptPiece(served, scope, of, title, language, pages, how);
  pieces.set(title, id);
  return id;
}
const get = (query: Record<string, string>, as = cookie, of = dossier) =>
  served
    .http()
    .get(`/api/dossiers/${of}/search?${new URLSearchParams(query)}`)
    .set('cookie', as);
const search = async (
  q: string,
  filters: Record<string, string> = {},
  as = cookie,
): Promise<{ items: SearchFound[]; total: number; isMore: boolean; near: { words: string | null; pieces: { title: string }[] } }> =>
  (await get({ q, ...filters }, as).expect(200)).body;
const titles = async (q: string, filters: Record<string, string> = {}) =>
  (await search(q, filters)).items.map((item) => item.evidence?.title ?? `reasons ${item.element}`).sort();
const marked = (text: string | null, marks: readonly Stretch[]) => marks.map(({ start, end }) => [...(text ?? '')].slice(start, end).join(''));
/** What is marked in the passages of the first answer. */
const marksOf = async (q: string) => (await search(q)).items.flatMap((item) => item.hits.flatMap((hit) => marked(hit.passage, hit.marks)));

beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await scopeFor(served, 'lead@government.example');
  cookie = await signIn(served, 'viewer@government.example');
  dossier = await openedDossier(served, lead);
  await piece(
    'Penal Code',
    'en',
    [
      'Preliminary.',
      'Section 181B. Whoever offers, delivers or accepts a child for trafficking commits the offence of the sale of children. 🜂 The prosecutions began.',
    ],
    { citation: 'Gazette 12/2024', datedOn: '2024-02-01' },
  );
  await piece(
    'Loi relative à la protection de l’enfance',
    'fr',
    ["La répression de l'exploitation des enfants relève du juge pénal. Les législations étrangères."],
    { datedOn: '2020-05-05' },
  );
  await piece('Ley de protección de la niñez', 'es', ['La legislación prohíbe la explotación de los niños.'], { kind: 'policy' });
  await piece('Уголовный кодекс', 'ru', ['Ответственность за эксплуатацию ребёнка и торговлю детьми.'], { originatorKind: 'court' });
  await piece('قانون حماية الطفل', 'ar', ['يعاقب القانون على الاتجار بالأطفال واستغلالهم، والأطفال مشمولون بالحمايه. مَحْكَمَة الاستئناف.']);
  await piece('未成年人保护法', 'zh', ['国家保障儿童权利，禁止买卖儿童和儿童卖淫。第3条规定。'], { confidentiality: 'public' });
  await piece('Restricted report', 'en', ['The informant described the brothel in Zamora.'], { confidentiality: 'restricted', kind: 'report' });
});
afterAll(() => served.stop());

describe('search does', () => {
  test.each([
    ['prosecution', ['Penal Code']],
    ['"sale of children"', ['Penal Code']],
    ['"children of sale"', []],
    ['the sale of the child', ['Penal Code']],
    ['traffick*', ['Penal Code']],
    ['prosecut* offen*', ['Penal Code']],
    ['181b', ['Penal Code']],
    ['gazette', ['Penal Code']],
    ['repression enfant', ['Loi relative à la protection de l’enfance']],
    ["l'exploitation", ['Loi relative à la protection de l’enfance']],
    ['legislation', ['Ley de protección de la niñez', 'Loi relative à la protection de l’enfance']],
    ['LEGISLACION', ['Ley de protección de la niñez', 'Loi relative à la protection de l’enfance']],
    ['legisla*', ['Ley de protección de la niñez', 'Loi relative à la protection de l’enfance']],
    ['niño', ['Ley de protección de la niñez']],
    ['эксплуатация ребенка', ['Уголовный кодекс']],
    ['أطفال', ['قانون حماية الطفل']],
    ['والأطفال', ['قانون حماية الطفل']],
    ['محكمة', ['قانون حماية الطفل']],
    ['"الاتجار بالأطفال"', ['قانون حماية الطفل']],
    ['儿童卖淫', ['未成年人保护法']],
    ['权利', ['未成年人保护法']],
    ['童权', ['未成年人保护法']],
    ['法', ['未成年人保护法']],
    ['第3条', ['未成年人保护法']],
    ['儿卖', []],
  ])('%s', async (q, expected) => expect(await titles(q)).toEqual([...expected].sort()));

  test('marks exactly what was found, in the passage and in the text of the page', async () => {
    const [found] = (await search('"sale of children" prosecution')).items;
    const [hit] = found?.hits ?? [];
    expect(hit).toMatchObject({ source: 'page', page: 2, hasPages: true, file: { name: 'text.pdf' } });
    expect(marked(hit?.passage ?? null, hit?.marks ?? [])).toEqual(['sale of children', 'prosecutions']);
    const text = [
      ...'Section 181B. Whoever offers, delivers or accepts a child for trafficking commits the offence of the sale of children. 🜂 The prosecutions began.',
    ];
    expect(text.slice(hit?.at?.start, hit?.at?.end).join('')).toBe('sale of children');
    expect(await marksOf('أطفال')).toEqual(['بالأطفال', 'والأطفال']);
    expect(await marksOf('محكمة')).toEqual(['مَحْكَمَة']);
    expect(await marksOf('儿童')).toEqual(['儿童', '儿童', '儿童']);
    expect(await marksOf('ребенка')).toEqual(['ребёнка']);
    const [law] = (await search('protection')).items.filter(({ evidence }) => evidence?.language === 'fr');
    expect(marked(law?.evidence?.title ?? '', law?.evidence?.marks ?? [])).toEqual(['protection']);
  });

  test('names a near miss, and titles that are near', async () => {
    expect((await search('trafiking child')).near.words).toBe('trafficking child');
    expect((await search('эксплутация')).near.words).toMatch(/^эксплуатаци/);
    expect((await search('الاتجاار')).near.words).toMatch(/اتجار/);
    expect((await search('Penl Cod')).near.pieces.map(({ title }) => title)).toContain('Penal Code');
    expect((await search('child')).near).toEqual({ words: null, pieces: [] });
  });

  test('filters by kind, originator, day, confidentiality, language; answers by page', async () => {
    expect(await titles('legisla*', { kind: 'policy' })).toEqual(['Ley de protección de la niñez']);
    expect(await titles('legisla*', { language: 'fr,en' })).toEqual(['Loi relative à la protection de l’enfance']);
    expect(await titles('детьми', { originatorKind: 'court' })).toEqual(['Уголовный кодекс']);
    expect(await titles('детьми', { originatorKind: 'media' })).toEqual([]);
    expect(await titles('enfant*', { from: '2020-05-05', to: '2020-05-05' })).toHaveLength(1);
    expect(await titles('enfant*', { from: '2020-05-06' })).toEqual([]);
    expect(await titles('儿童', { confidentiality: 'internal,restricted' })).toEqual([]);
    const [first, second] = await Promise.all([search('legisla*', { limit: '1' }), search('legisla*', { limit: '1', offset: '1' })]);
    expect([first.total, second.total, first.items.length]).toEqual([2, 2, 1]);
    expect(first.items[0]?.evidence?.id).not.toBe(second.items[0]?.evidence?.id);
  });
});

describe('search follows what is written', () => {
  const record = async (code: string, basedOn: number | null, reasons: string, pinpoint: string) =>
    served.app.get(AssessmentsService).record(lead, {
      params: { id: dossier, code },
      query: undefined,
      body: {
        ...{ basedOn, law: 'compliant', practice: null, asOf: '2026-03-31', periodFrom: null, periodTo: null, reasons, qualifierNote: '', submit: true },
        citations: [{ evidence: pieces.get('Penal Code') ?? '', pinpoint, stance: 'supports', passage: null }],
      },
    });

  test('finds the reasons and citations of the judgement that counts, and narrows to an element', async () => {
    await record('3.2', null, 'The attempt is punishable by the ordinance.', 'chapter Quokka');
    const [reasons] = (await search('attempt ordinance')).items;
    expect([reasons?.element, reasons?.evidence, reasons?.hits[0]?.source]).toEqual(['3.2', null, 'reasons']);
    const [cited] = (await search('quokka')).items;
    expect([cited?.evidence?.title, cited?.hits[0]?.source, cited?.hits[0]?.element, cited?.hits[0]?.passage]).toEqual([
      'Penal Code',
      'citation',
      '3.2',
      'chapter Quokka',
    ]);
    expect(await titles('child*', { element: '3.2' })).toEqual(['Penal Code']);
    expect(await titles('child*', { element: '4.1' })).toEqual([]);
    await record('3.2', 1, 'Replaced by another text.', 'chapter Wombat');
    expect(await titles('quokka')).toEqual([]);
    expect(await titles('wombat')).toEqual(['Penal Code']);
    expect(await titles('attempt ordinance')).toEqual([]);
  });

  test('a revision is found by its new words and language, a withdrawn piece with its mark; a file that was taken out is not found', async () => {
    const id = await piece('Provisional decree', 'en', ['The marmot clause.']);
    const { queries, service } = { queries: served.app.get(EvidenceQueries), service: served.app.get(EvidenceService) };
    const place = { id: dossier, evidence: id };
    const [stored] = (await queries.get(lead, { params: place, query: {}, body: undefined })).files;
    await service.revise(lead, {
      params: place,
      query: undefined,
      body: { ...facts, kind: 'law', title: 'Final decree', originator: 'Parliament', version: 1, removeFiles: [stored?.id ?? ''] },
    });
    expect([await titles('provisional'), await titles('final decree'), await titles('marmot')]).toEqual([[], ['Final decree'], []]);
    await service.withdraw(lead, { params: place, query: undefined, body: { version: 2, reason: 'Twice' } });
    expect((await search('final decree')).items[0]?.evidence?.isWithdrawn).toBe(true);
  });

  test('what was erased is gone from the index and from what is suggested', async () => {
    const id = await piece('Zyxwel memorandum', 'en', ['Hearing of Brobdingnag, and the sale of children.'], { summary: 'Says Lilliput.' });
    expect(await titles('brobdingnag lilliput')).toEqual([]);
    expect([await titles('brobdingnag'), await titles('lilliput')]).toEqual([['Zyxwel memorandum'], ['Zyxwel memorandum']]);
    const params = { id: dossier, evidence: id };
    await served.app.get(EvidenceErasure).erase(lead, { params, query: undefined, body: { version: 1, reason: 'Asked by the person' } });
    for (const q of ['brobdingnag', 'lilliput', 'zyxwel', 'brobdignag', 'zyxwell'])
      expect([q, await search(q)]).toEqual([q, { items: [], total: 0, isMore: false, near: { words: null, pieces: [] } }]);
    expect((await search('chilren')).near.words).toBe('children');
    const admin = new pg.Client({ connectionString: served.adminUrl });
    await admin.connect();
    const left = await admin.query(
      "SELECT word FROM search_word WHERE word ~ 'brobd|lillip|zyx' UNION ALL SELECT words::text FROM search_text WHERE evidence_id = $1",
      [id],
    );
    await admin.end();
    expect(left.rows).toEqual([]);
  });
});

describe('search refuses', () => {
  test.each([
    [{ q: 'a' }, 'query.q'],
    [{ q: '&|!' }, 'query.q'],
    [{ q: 'x'.repeat(201) }, 'query.q'],
    [{ q: 'ab '.repeat(17) }, 'query.q'],
    [{ q: 'law', kind: 'poem' }, 'query.kind.0'],
    [{ q: 'law', from: '2026-02-30' }, 'query.from'],
    [{ q: 'law', from: '2026-02-02', to: '2026-02-01' }, 'query.to'],
    [{ q: 'law', language: 'English' }, 'query.language.0'],
    [{ q: 'law', element: 'x' }, 'query.element'],
    [{ q: 'law', originator: 'x'.repeat(201) }, 'query.originator.0'],
    [{ q: 'law', limit: '51' }, 'query.limit'],
  ])('%j', async (query, path) => {
    const { body } = await get(query).expect(400);
    expect([body.code, body.fields.map((field: { path: string }) => field.path)]).toEqual(['invalid_input', [path]]);
  });

  test('no sign of a query language is more than a sign', async () => {
    const odd = [
      "law' | !(",
      'law & | !law',
      "'law':*",
      'law <-> <5>',
      '"law',
      '"" law',
      'law\\',
      'law:A*B',
      '* law',
      "law'''",
      '%law_',
      '((law)) **',
      'law 🜂',
      'ﻗﺎﻧﻮﻥ',
      '儿 " 童',
      '\u202elaw',
    ];
    for (const q of odd) expect([q, (await get({ q })).status]).toEqual([q, 200]);
    expect(await search('')).toMatchObject({ items: [], total: 0 });
  });
});

describe('search keeps apart', () => {
  test('what a restricted piece holds inside neither answers nor is suggested, but while it stands open to the asker', async () => {
    const inside = async () =>
      (await search('informant brothel')).items.flatMap((item) => item.hits.map(({ source, passage }) => [item.evidence?.title, source, passage]));
    expect([await inside(), await titles('restricted report'), (await search('informnt')).near.words]).toEqual([[], ['Restricted report'], null]);
    const open = `/api/dossiers/${dossier}/evidence/${pieces.get('Restricted report')}/openings`;
    await served.http().post(open).set('cookie', cookie).send({ purpose: 'Preparing the report' }).expect(201);
    expect(await inside()).toEqual([['Restricted report', 'page', 'The informant described the brothel in Zamora.']]);
    expect((await get({ q: 'informant' }, await signIn(served, 'lead@government.example')).expect(200)).body.total).toBe(0);
  });

  test('a piece that becomes restricted takes its words out of what is suggested', async () => {
    const id = await piece('Hearing', 'en', ['Kilimanjaro spoke of children.']);
    expect([await titles('kilimanjaro'), (await search('kilimanjro')).near.words]).toEqual([['Hearing'], 'kilimanjaro']);
    const body = {
      ...facts,
      kind: 'law' as const,
      title: 'Hearing',
      originator: 'Parliament',
      version: 1,
      removeFiles: [],
      confidentiality: 'restricted' as const,
    };
    await served.app.get(EvidenceService).revise(lead, { params: { id: dossier, evidence: id }, query: undefined, body });
    expect([await titles('kilimanjaro'), (await search('kilimanjro')).near.words, (await search('chilren')).near.words]).toEqual([[], null, 'children']);
  });

  test('what is cited from a restricted piece is neither found, counted nor suggested, but while the piece stands open to the asker', async () => {
    const text = 'Witness Vermicelli saw the ledger.';
    const id = await piece('Sealed statement', 'en', [text], { confidentiality: 'restricted' });
    const open = await piece('Plain statement', 'en', ['Witness Tagliatelle saw it too.']);
    const passageOf = async (evidence: string, said: string) => {
      const { files } = await served.app.get(EvidenceQueries).get(lead, { params: { id: dossier, evidence }, query: {}, body: undefined });
      return { evidence, pinpoint: '', stance: 'supports' as const, passage: { file: files[0]?.id ?? '', page: 1, from: 0, to: said.length, quote: said } };
    };
    const purpose = { purpose: 'Quoting it' };
    await served.app.get(EvidenceOpenings).open(lead, { params: { id: dossier, evidence: id }, query: undefined, body: purpose });
    await served.app.get(AssessmentsService).record(lead, {
      params: { id: dossier, code: '4.1' },
      query: undefined,
      body: {
        ...{
          basedOn: null,
          law: 'compliant',
          practice: null,
          asOf: '2026-03-31',
          periodFrom: null,
          periodTo: null,
          reasons: 'As two say.',
          qualifierNote: '',
          submit: true,
        },
        citations: [await passageOf(id, 'Witness Vermicelli'), await passageOf(open, 'Witness Tagliatelle')],
      },
    });
    const nothing = { items: [], total: 0, isMore: false, near: { words: null, pieces: [] } };
    const as = await signIn(served, 'contributor@government.example');
    expect([await search('vermicelli', {}, as), (await search('vermiceli', {}, as)).near.words]).toEqual([nothing, null]);
    expect((await search('witness', { element: '4.1' }, as)).items.map(({ evidence }) => evidence?.title)).toEqual(['Plain statement']);
    expect((await search('"witness vermicelli"', {}, as)).total).toBe(0);
    await served.http().post(`/api/dossiers/${dossier}/evidence/${id}/openings`).set('cookie', as).send({ purpose: 'Preparing the report' }).expect(201);
    const [found] = (await search('"witness vermicelli"', {}, as)).items;
    expect(found?.hits.map(({ source, passage }) => [source, passage]).sort()).toEqual([
      ['citation', 'Witness Vermicelli'],
      ['page', text],
    ]);
    // Open to one, closed to the next; and nobody is led there.
    expect([await search('vermicelli'), (await search('vermiceli', {}, as)).near.words]).toEqual([nothing, null]);
    // What becomes restricted takes its cited words along.
    expect((await search('tagliatele')).near.words).toBe('tagliatelle');
    const body = { ...facts, kind: 'law' as const, title: 'Plain statement', originator: 'Parliament', version: 1, removeFiles: [] };
    await served.app
      .get(EvidenceService)
      .revise(lead, { params: { id: dossier, evidence: open }, query: undefined, body: { ...body, confidentiality: 'restricted' } });
    expect([(await search('tagliatelle')).total, (await search('tagliatele')).near.words]).toEqual([0, null]);
  });

  test('another organisation finds nothing here, and nothing of ours in its own', async () => {
    const stranger = await scopeFor(served, 'lead@neighbour.example');
    const theirs = await openedDossier(served, stranger);
    const as = await signIn(served, 'lead@neighbour.example');
    expect((await get({ q: 'child' }, as).expect(404)).body.code).toBe('not_found');
    expect((await get({ q: 'trafficking' }, as, theirs).expect(200)).body).toEqual({ items: [], total: 0, isMore: false, near: { words: null, pieces: [] } });
    expect((await get({ q: 'traficking' }, as, theirs).expect(200)).body.near.words).toBeNull();
    const runtime = served.app.get(Database);
    for (const table of ['search_text', 'search_word', 'search_language'])
      await expect(runtime.read(lead, (sql) => sql(`SELECT 1 FROM ${table}`))).rejects.toThrow('permission denied');
    const [row] = await runtime.read(stranger, (sql) =>
      sql<{ n: number }>(
        "SELECT count(*)::int AS n FROM app.search_matches($1, 'child', 'child', NULL, 10, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        [dossier],
      ),
    );
    expect(row?.n).toBe(0);
  });
});
