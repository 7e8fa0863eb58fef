import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Coverage, type Gap, GapKind, type LawVerdict, type PracticeVerdict } from '@servanda/contract';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { GapsQueries } from '../src/gaps/gaps.queries.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let dossier: string;
let contributor: Scope;
let reviewer: Scope;
let cookie: string;

interface Judgement {
  law?: LawVerdict;
  practice?: PracticeVerdict;
  evidence?: string[];
  review?: 'submit' | 'accept' | 'return';
}
/** Records the first judgement on an element and takes it as far as said. */
async function judged(code: string, { law, practice, evidence = [], review = 'submit' }: Judgement) {
  const service = served.app.get(AssessmentsService);
  const citations = evidence.map((id) => ({ evidence: id, pinpoint: '', stance: 'supports' as const, passage: null }));
  const text = { reasons: 'As the evidence says.', qualifierNote: '', periodFrom: null, periodTo: null, asOf: '2026-03-31' };
  const body = { ...text, basedOn: null, law: law ?? null, practice: practice ?? null, citations, submit: true };
  await service.record(contributor, { params: { id: dossier, code }, query: undefined, body });
  if (review !== 'submit')
    await service.review(reviewer, { params: { id: dossier, code, number: 1 }, query: undefined, body: { act: review, reason: 'Which section?' } });
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  contributor = await scopeFor(served, 'contributor@government.example');
  reviewer = await scopeFor(served, 'reviewer@government.example');
  const lead = await scopeFor(served, 'lead@government.example');
  cookie = await signIn(served, 'viewer@government.example');
  dossier = await openedDossier(served, lead);
  const law = await addedEvidence(served, lead, dossier);
  const report = await addedEvidence(served, lead, dossier, { title: 'Annual report', kind: 'report' });
  const old = await addedEvidence(served, lead, dossier, { title: 'Penal Code of 1961', outOfDateOn: '2024-01-01' });
  await judged('3.1.a.i.a', { law: 'compliant', practice: 'effective', evidence: [law, report], review: 'accept' });
  await judged('3.1.a.i.b', { law: 'compliant', practice: 'no_data', evidence: [law] });
  await judged('3.1.a.i.c', { law: 'compliant', evidence: [old], review: 'accept' });
  await judged('3.2', { law: 'compliant', practice: 'effective', review: 'accept' });
  await judged('3.3', { law: 'partially_compliant', practice: 'limited', evidence: [law], review: 'accept' });
  await judged('3.4', { law: 'non_compliant', review: 'return' });
  await judged('8.1.a', { practice: 'none', evidence: [report] });
});
afterAll(() => served.stop());

const coverageOf = async (id = dossier): Promise<Coverage> => (await served.http().get(`/api/dossiers/${id}/coverage`).set('cookie', cookie).expect(200)).body;
const gapsOf = async (query = '', limit = 100): Promise<{ items: Gap[]; total: number; byKind: Record<GapKind, number> }> =>
  (await served.http().get(`/api/dossiers/${dossier}/gaps?limit=${limit}${query}`).set('cookie', cookie).expect(200)).body;

describe('gaps: does', () => {
  test('counts claimed, evidenced and verified over the elements that apply, each within the one before', async () => {
    const { overall, byArticle, bySection } = await coverageOf();
    // 5.3 and 12.2-2 do not apply; the returned judgement on 3.4 does not count.
    expect(overall.law).toEqual({ applicable: 49, assessed: 5, claimed: 4, evidenced: 2, verified: 1 });
    expect(overall.practice).toEqual({ applicable: 49, assessed: 5, claimed: 2, evidenced: 1, verified: 1 });
    expect(byArticle.map((a) => a.article)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
    expect(byArticle.find((a) => a.article === 3)?.law).toMatchObject({ assessed: 5, claimed: 4, evidenced: 2, verified: 1 });
    expect(byArticle.find((a) => a.article === 8)?.practice).toMatchObject({ assessed: 1, claimed: 0 });
    for (const parts of [byArticle, bySection])
      for (const lane of ['law', 'practice'] as const)
        for (const count of ['applicable', 'assessed', 'claimed', 'evidenced', 'verified'] as const)
          expect(parts.reduce((sum, part) => sum + part[lane][count], 0)).toBe(overall[lane][count]);
    expect(bySection.map((s) => s.section)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'].filter((s) => bySection.some((b) => b.section === s)));
  });

  test('lists each gap once with its lane, reason, age and next step', async () => {
    const { items } = await gapsOf();
    const of = (code: string) => items.filter((gap) => gap.element === code).map(({ kind, lane, why, next }) => [kind, lane, next, why]);
    expect(of('3.1.a.i.a')).toEqual([]);
    expect(of('3.1.a.i.b')).toEqual([
      ['law_only', 'practice', 'assess_practice', 'Assessed in law; in practice somebody looked and found no data.'],
      ['awaiting_review', null, 'review', 'Submitted, and no reviewer has decided yet.'],
    ]);
    expect(of('3.1.a.i.c')).toEqual([
      ['evidence_out_of_date', null, 'renew_evidence', 'Claimed as compliant, but the cited evidence is out of date since 2024-01-01.'],
      ['law_only', 'practice', 'assess_practice', 'Assessed in law, but not in practice.'],
    ]);
    expect(of('3.2')).toEqual([['no_evidence', null, 'add_evidence', 'Claimed as compliant and effective, but no evidence is cited.']]);
    expect(of('3.3')).toEqual([
      ['shortfall_in_law', 'law', 'plan_measure_in_law', 'Assessed as partially compliant as of 2026-03-31.'],
      ['shortfall_in_practice', 'practice', 'plan_measure_in_practice', 'Assessed as effective to a limited degree in practice as of 2026-03-31.'],
    ]);
    expect(of('3.4')).toEqual([
      ['returned', null, 'revise', 'Returned by the reviewer: Which section?'],
      ['not_assessed', null, 'assess', 'The only judgement was returned, so that none counts.'],
    ]);
    expect(of('8.1.a')).toEqual([
      ['shortfall_in_practice', 'practice', 'plan_measure_in_practice', 'Assessed as not effective in practice as of 2026-03-31.'],
      ['not_assessed', 'law', 'assess', 'Assessed in practice, but not in law.'],
      ['awaiting_review', null, 'review', 'Submitted, and no reviewer has decided yet.'],
    ]);
    expect(of('1')).toEqual([['not_assessed', null, 'assess', 'Nobody has assessed this yet.']]);
    expect(of('5.3')).toEqual([]);
    expect(items.every((gap) => gap.since !== null)).toBe(true);
    expect(items.find((gap) => gap.kind === 'returned')?.facts).toEqual({
      contest: null,
      law: null,
      practice: null,
      reason: 'Which section?',
      evidence: 0,
      lacks: [],
      passagesGone: 0,
    });
  });

  test('the most pressing come first, then the treaty’s order, page after page', async () => {
    const { items, total, byKind } = await gapsOf();
    const places = items.map((gap) => GapKind.options.indexOf(gap.kind) * 100 + gap.ordinal);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(items).toHaveLength(total);
    expect(byKind).toMatchObject({
      returned: 1,
      shortfall_in_law: 1,
      shortfall_in_practice: 2,
      no_evidence: 1,
      evidence_out_of_date: 1,
      law_only: 2,
      awaiting_review: 2,
    });
    expect(Object.values(byKind).reduce((a, b) => a + b)).toBe(total);
    const pages = await Promise.all([0, 20, 40, 60].map((offset) => gapsOf(`&offset=${offset}`, 20)));
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    expect(pages.map((page) => page.total)).toEqual(pages.map(() => total));
  });

  test('filters by kind, lane, article, section and step; counts by kind under the other filters', async () => {
    const all = await gapsOf();
    const check = async (query: string, keeps: (gap: Gap) => boolean) => {
      const some = await gapsOf(query);
      expect(some.items).toEqual(all.items.filter(keeps));
      expect(some.total).toBe(some.items.length);
      return some;
    };
    const some = await check('&kind=law_only,returned', (g) => g.kind === 'law_only' || g.kind === 'returned');
    expect(some.byKind).toEqual(all.byKind);
    await check('&lane=practice', (g) => g.lane === 'practice');
    await check('&article=8&article=9', (g) => g.article === 8 || g.article === 9);
    await check('&section=V', (g) => g.section === 'V');
    await check('&next=assess,review', (g) => g.next === 'assess' || g.next === 'review');
    const narrow = await check('&article=3&kind=no_evidence', (g) => g.article === 3 && g.kind === 'no_evidence');
    expect(narrow.byKind.law_only).toBe(2);
    expect(narrow.byKind.shortfall_in_practice).toBe(1);
  });

  test.each(['priority', 'element', 'kind', 'since', 'section'])('sorts by %s in both directions, the same at each asking', async (sort) => {
    const [up, again, down] = [await gapsOf(`&sort=${sort}`), await gapsOf(`&sort=${sort}`), await gapsOf(`&sort=${sort}&direction=desc`)];
    expect(up).toEqual(again);
    const key = (gap: Gap) =>
      ({ priority: GapKind.options.indexOf(gap.kind), element: gap.ordinal, kind: gap.kind, since: gap.since ?? '', section: sections.indexOf(gap.section) })[
        sort
      ] ?? '';
    const ordered = (items: Gap[]) => items.map(key).every((k, i, ks) => i === 0 || (ks[i - 1] ?? '') <= k);
    expect(ordered(up.items)).toBe(true);
    expect(ordered([...down.items].reverse())).toBe(true);
    expect(up.items).toHaveLength(down.items.length);
  });
  const sections = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
});

describe('gaps: refuses', () => {
  test('a kind, step, article or order that it does not know', async () => {
    for (const query of ['kind=urgent', 'next=wait', 'article=13', 'sort=random', 'direction=up', 'limit=0', 'lane=both'])
      expect((await served.http().get(`/api/dossiers/${dossier}/gaps?${query}`).set('cookie', cookie).expect(400)).body.code).toBe('invalid_input');
  });
  test('anyone without a session', async () => {
    for (const door of ['coverage', 'gaps']) await served.http().get(`/api/dossiers/${dossier}/${door}`).expect(401);
  });
});

describe('gaps: keeps apart', () => {
  test('a foreign dossier answers exactly as an unknown one, and the operator sees none', async () => {
    for (const who of ['lead@ngo.example', 'lead@neighbour.example', 'operator@servanda.example']) {
      const other = await signIn(served, who);
      for (const door of ['coverage', 'gaps']) {
        const foreign = await served.http().get(`/api/dossiers/${dossier}/${door}`).set('cookie', other).expect(404);
        const unknown = await served.http().get(`/api/dossiers/01890a5d-ac96-774b-bcce-b302099a8057/${door}`).set('cookie', other).expect(404);
        expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
      }
    }
  });
  test('an independent dossier on the same State counts its own judgements only', async () => {
    const ngo = await scopeFor(served, 'lead@ngo.example');
    const own = await openedDossier(served, ngo);
    const { overall } = await served.app.get(GapsQueries).coverage(ngo, { params: { id: own }, query: {}, body: undefined });
    expect(overall.law).toMatchObject({ assessed: 0, claimed: 0 });
  });
});
