import { describe, expect, test } from '@jest/globals';
import { Copied, contract, DossierFacts, doors, ElementCode, Invite, Line, Prose, RecordAssessment, Review, refusals } from './index.ts';

describe('the doors', () => {
  test('each stands once: name, and method with path', () => {
    expect(new Set(doors.map((d) => d.name)).size).toBe(doors.length);
    expect(new Set(doors.map((d) => `${d.method} ${d.path}`)).size).toBe(doors.length);
  });
  test('every parameter in a path has its schema, and no other', () => {
    for (const door of doors) {
      const named = [...door.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([door.name, Object.keys(door.input.params?.shape ?? {}).sort()]).toEqual([door.name, named.sort()]);
    }
  });
  test('what changes something may be refused from another site; what only reads is a GET', () => {
    for (const door of doors) expect([door.name, door.refusals.includes('cross_site')]).toEqual([door.name, door.method !== 'GET']);
  });
  test('the fixed names stand', () => {
    const fixed = [
      '/api/session',
      '/api/health',
      '/api/treaties/opsc',
      '/api/treaties/opsc/provisions',
      '/api/treaties/opsc/obligations',
      '/api/treaties/opsc/shall-register',
      '/api/states',
      '/api/states/{iso3}',
      '/api/dossiers',
      '/api/dossiers/{id}',
      '/api/dossiers/{id}/obligations',
      '/api/dossiers/{id}/coverage',
      '/api/dossiers/{id}/gaps',
      '/api/dossiers/{id}/evidence',
      '/api/dossiers/{id}/elements/{code}/assessments',
      '/api/dossiers/{id}/reports/status.csv',
      '/api/dossiers/{id}/reports/status.json',
      '/api/openapi.json',
    ];
    const paths = doors.map((d) => String(d.path));
    for (const path of fixed) expect(paths).toContain(path);
    expect(Object.keys(contract)).toEqual([
      'platform',
      'people',
      'treaties',
      'obligations',
      'dossiers',
      'evidence',
      'assessments',
      'gaps',
      'publications',
      'reports',
    ]);
  });
  test('every refusal is an error of its own with a sentence', () => {
    for (const [code, [status, text]] of Object.entries(refusals)) expect([code, status >= 400 && status < 600, /[.]$/.test(text)]).toEqual([code, true, true]);
  });
});

describe('the shapes', () => {
  test.each(['8.1.e', '5.1-2', '3.1.a.i.b', '7.a.ii', '1', '12.2-2'])('%s is an element code', (code) =>
    expect(ElementCode.safeParse(code).success).toBe(true),
  );
  test.each(['', '8.', 'x', '8.1.E', '8.1/e', "8.1'--"])('%j is none', (code) => expect(ElementCode.safeParse(code).success).toBe(false));
  test('typed text is trimmed, composed and freed of carriage returns; controls are refused', () => {
    expect(Line(10).parse('  e\u0301t  ')).toBe('ét');
    expect(Prose(20).parse('a\r\nb\rc')).toBe('a\nb\nc');
    expect(Line(10).safeParse('a\u0007b').success).toBe(false);
    expect(Line(10).safeParse('   ').success).toBe(false);
    expect(Line(3).safeParse('abcd').success).toBe(false);
  });
  test('a line loses the marks that override, embed or isolate the direction of writing, and keeps joiners and marks of order; prose keeps isolates', () => {
    const reversing = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
    const kept = ['\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f'];
    for (const sign of [...reversing, ...kept.slice(0, 4)]) expect(Line(20).parse(`Act ${sign}fdp.exe`)).toBe('Act fdp.exe');
    for (const sign of kept) expect([Prose(20).parse(`a${sign}b`), Copied(20).parse(`a${sign}b`)]).toEqual([`a${sign}b`, `a${sign}b`]);
    for (const sign of reversing) {
      expect(Prose(20).safeParse(`a${sign}b`).error?.issues).toMatchObject([{ message: expect.stringContaining('U+202A to U+202E') }]);
      expect(Copied(20).parse(`a${sign}b`)).toBe('ab');
    }
    expect(Line(10).safeParse('\u202e \u2066').success).toBe(false);
    for (const word of ['می\u200cشود', 'ه\u200d', 'رقم 71\u200f']) expect(Line(20).parse(word)).toBe(word);
  });
});

const many = <T>(count: number, make: (id: string) => T) =>
  Array.from({ length: count }, (_, i) => make(`0197a7a0-0000-7000-8000-${String(i).padStart(12, '0')}`));

test('a hundred addresses are invited at a time, and not one more', () => {
  const invited = (count: number) => Invite.safeParse({ invitations: many(count, (id) => ({ email: `${id}@invited.example`, role: 'viewer', body: null })) });
  expect([invited(100).success, invited(101).error?.issues[0]?.path]).toEqual([true, ['invitations']]);
});

describe('a judgement', () => {
  const good = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'The Act says so.' };
  const paths = (value: object) => RecordAssessment.safeParse(value).error?.issues.map((i) => i.path.join('.')) ?? [];
  test('is well formed with one lane and reasons', () => expect(paths(good)).toEqual([]));
  test.each([
    ['no verdict at all', { ...good, law: null }, 'law'],
    ['no reasons', { ...good, reasons: '  ' }, 'reasons'],
    ['a day that does not exist', { ...good, asOf: '2026-02-30' }, 'asOf'],
    ['a period the wrong way round', { ...good, periodFrom: '2026-02-01', periodTo: '2026-01-01' }, 'periodTo'],
    ['a verdict of the other lane', { ...good, practice: 'compliant' }, 'practice'],
    ['the same citation twice', { ...good, citations: [1, 2].map(() => ({ evidence: '0197a7a0-0000-7000-8000-000000000001' })) }, 'citations.1'],
    ['a hundred and one citations', { ...good, citations: many(101, (id) => ({ evidence: id })) }, 'citations'],
  ])('names the field of %s', (_, value, path) => expect(paths(value)).toContain(path));
  test('cites a hundred pieces', () => expect(paths({ ...good, citations: many(100, (id) => ({ evidence: id })) })).toEqual([]));
  test('a return says why', () => expect(Review.safeParse({ act: 'return', reason: ' ' }).success).toBe(false));
  test('a fact that is answered says how it is known', () => {
    const unknown = { answer: null };
    expect(
      DossierFacts.safeParse({ extraditionConditionalOnTreaty: { answer: false }, laterExtraditionTreaty: unknown, inPositionToAssist: unknown }).success,
    ).toBe(false);
  });
});
