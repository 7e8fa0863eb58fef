// How a word asked meets the words that somebody wrote: beginnings, swapped letters, the numbers of Arabic words, Chinese within a sentence; and who made it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchFound, Stretch } from '@servanda/contract';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { plainWord } from '../src/platform/text/plain-words.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { keptPiece } from './search-pieces.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let lead: Scope;
let cookie: string;
let dossier: string;
const piece = (title: string, language: string, pages: string[], how: object = {}) => keptPiece(served, lead, dossier, title, language, pages, how);
const search = async (q: string, filters: Record<string, string> = {}): Promise<{ items: SearchFound[]; total: number; near: { words: string | null } }> =>
  (
    await served
      .http()
      .get(`/api/dossiers/${dossier}/search?${new URLSearchParams({ q, ...filters })}`)
      .set('cookie', cookie)
      .expect(200)
  ).body;
const titles = async (q: string, filters: Record<string, string> = {}) => (await search(q, filters)).items.map(({ evidence }) => evidence?.title).sort();
const marked = (text: string | null, marks: readonly Stretch[]) => marks.map(({ start, end }) => [...(text ?? '')].slice(start, end).join(''));
const marksOf = async (q: string) => (await search(q)).items.flatMap((item) => item.hits.flatMap((hit) => marked(hit.passage, hit.marks)));

beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await scopeFor(served, 'lead@government.example');
  cookie = await signIn(served, 'viewer@government.example');
  dossier = await openedDossier(served, lead);
  await piece('Penal Code', 'en', [
    'Whoever accepts a child for trafficking or exploitation commits the offence of the sale of children. The prosecutions began.',
  ]);
  await piece('Loi relative à la protection de l’enfance', 'fr', ["La répression de l'exploitation des enfants relève du juge pénal."]);
  await piece('Ley de protección de la niñez', 'es', ['La legislación prohíbe la explotación de los niños.']);
  await piece('Уголовный кодекс', 'ru', ['Ответственность за эксплуатацию ребёнка и торговлю детьми.']);
});
afterAll(() => served.stop());

test('the last word is found as a beginning while one types, whole words first; a phrase, a word before it and two letters are not', async () => {
  expect(await titles('prosec')).toEqual(['Penal Code']);
  expect(await titles('child traffi')).toEqual(['Penal Code']);
  expect(await marksOf('child traffi')).toEqual(expect.arrayContaining(['child', 'trafficking']));
  expect([await titles('traffi child'), await titles('"traffi"'), await titles('tr')]).toEqual([[], [], []]);
  expect(await titles('protec')).toEqual(['Ley de protección de la niñez', 'Loi relative à la protection de l’enfance']);
  expect(await titles('эксплуат')).toEqual(['Уголовный кодекс']);
  await piece('Lawn', 'en', ['The lawnmower act.']);
  await piece('Law', 'en', ['A law.']);
  expect((await search('law')).items.map(({ evidence }) => evidence?.title)).toEqual(['Law', 'Lawn']);
});

test.each([
  ['exploitaiton', 'exploitation'],
  ['traffciking', 'trafficking'],
  ['chlid', 'child'],
  ['peanl', 'penal'],
  ['niñso', 'ninos'],
  ['торголвю', 'торговлю'],
  ['children traffciking', 'children trafficking'],
])('two swapped letters: %s', async (q, near) => expect([(await search(q)).total, (await search(q)).near.words]).toEqual([0, near]));

describe('Arabic', () => {
  // Real words of the field: as one asks, as another wrote it.
  const meeting = [
    ...['طفل الأطفال', 'الطفل أطفال', 'الأطفال طفل', 'طفل للأطفال', 'أطفال والطفل', 'طفل بالأطفال', 'الأطفال طفلاً', 'طفل أطفالهم', 'طفلة طفلات'],
    ...[
      'قانون قوانين',
      'القوانين قانون',
      'جريمة جرائم',
      'الجرائم الجريمة',
      'ضحية ضحايا',
      'الضحايا ضحية',
      'محكمة المحاكم',
      'محاكم للمحكمة',
      'حق حقوق',
      'حقوق الحق',
    ],
    ...[
      'عقوبة العقوبات',
      'العقوبات عقوبة',
      'حكم أحكام',
      'الأحكام حكم',
      'دولة الدول',
      'الدول دولة',
      'قضية قضايا',
      'مدرسة مدارس',
      'شخص الأشخاص',
      'نص نصوص',
      'شاهد الشهود',
    ],
    ...[
      'تقرير تقارير',
      'تدابير تدبير',
      'مشروع مشاريع',
      'وزير الوزراء',
      'نظام أنظمة',
      'مركز مراكز',
      'امرأة نساء',
      'فتاة الفتيات',
      'قاضي القضاة',
      'متهم المتهمين',
      'دليل الأدلة',
    ],
    // The letters themselves: hamza, ة and ه, ى and ي, a stretched word, vowels.
    ...['إجراء اجراء', 'آثار اثار', 'حماية حمايه', 'مستشفى مستشفي', 'قانون قـــانون', 'طفل طِفْلٌ', 'مسؤول مسوول'],
  ];
  const apart = ['طفل طفيلي', 'حكم الحكومة', 'دولة دليل', 'حق لاحق', 'دول تداول'];
  let found: Map<string, string[]>;
  beforeAll(async () => {
    const all = [...meeting, ...apart].map((pair) => pair.split(' '));
    await piece('وثيقة الكلمات', 'ar', [all.map(([, written]) => written).join(' ، ')]);
    const terms = all.map(([asked]) => ({ words: [asked], prefix: false, begun: false }));
    const [row] = await served.app
      .get(Database)
      .read(lead, (sql) =>
        sql<{ parts: { token: string; lexemes: string[] }[] }>('SELECT parts FROM app.search_query($1, $2)', [dossier, JSON.stringify(terms)]),
      );
    found = new Map(row?.parts.map(({ token, lexemes }) => [token, lexemes]));
  });
  const finds = (pair: string) => {
    const [asked, written] = pair.split(' ').map(plainWord);
    return found.get(asked ?? '')?.includes(written ?? '');
  };
  test.each(meeting)('%s meet', (pair) => expect(finds(pair)).toBe(true));
  test.each(apart)('%s stay apart', (pair) => expect(finds(pair)).toBe(false));
  test('a plural marks its singular in the text', async () =>
    expect(await marksOf('"محاكم" الجرائم قوانين')).toEqual(expect.arrayContaining(['للمحكمة', 'الجريمة', 'قانون'])));
});

test.each(['儿童', '保护', '未成年', '管辖权', '被害人', '受害者'])('Chinese, a word of two or three signs inside a sentence: %s', async (word) => {
  const title = `文件${word}号`;
  await piece(`文 ${word.length}`, 'zh', [`根据本法有关${word}的规定，各级机关应当依法办理。`], { title, confidentiality: 'public' });
  expect((await search(word)).items.flatMap(({ hits }) => hits.flatMap(({ passage, marks }) => marked(passage, marks)))).toContain(word);
});

test('filters by who made it, one or several; the list of them says how many pieces each made', async () => {
  await piece('Survey of courts', 'en', ['Wallaby findings.'], { originator: 'Institute for Law, Justice and Children' });
  await piece('Second survey', 'en', ['Wallaby findings again.'], { originator: 'Child Rights Centre' });
  expect(await titles('wallaby', { originator: 'Institute for Law, Justice and Children' })).toEqual(['Survey of courts']);
  expect(await titles('wallaby', { originator: 'Parliament' })).toEqual([]);
  const both = `/api/dossiers/${dossier}/search?q=wallaby&originator=${encodeURIComponent('Institute for Law, Justice and Children')}&originator=Child%20Rights%20Centre`;
  expect((await served.http().get(both).set('cookie', cookie).expect(200)).body.total).toBe(2);
  const listed = await served.http().get(`/api/dossiers/${dossier}/originators?q=child`).set('cookie', cookie).expect(200);
  expect(listed.body).toEqual({
    items: [
      { name: 'Child Rights Centre', pieces: 1 },
      { name: 'Institute for Law, Justice and Children', pieces: 1 },
    ],
    total: 2,
  });
  const first = await served.http().get(`/api/dossiers/${dossier}/originators?limit=1`).set('cookie', cookie).expect(200);
  expect(first.body.items[0].name).toBe('Parliament');
  await served
    .http()
    .get(`/api/dossiers/${dossier}/originators`)
    .set('cookie', await signIn(served, 'lead@neighbour.example'))
    .expect(404);
});
