// Reading the past: what every door answered at each moment of a random history is what it answers later as of that moment.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AddEvidence, type LawVerdict, type PracticeVerdict, type ReviewAct } from '@servanda/contract';
import fc from 'fast-check';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { AssignmentsService } from '../src/dossiers/assignments.service.ts';
import { DossiersService } from '../src/dossiers/dossiers.service.ts';
import { EvidenceFiles } from '../src/evidence/evidence.files.ts';
import { EvidenceQueries } from '../src/evidence/evidence.queries.ts';
import { EvidenceService } from '../src/evidence/evidence.service.ts';
import { NationalProvisionsQueries } from '../src/evidence/national-provisions/national-provisions.queries.ts';
import { NationalProvisionsService } from '../src/evidence/national-provisions/national-provisions.service.ts';
import { EvidenceRequests } from '../src/evidence/requests/requests.service.ts';
import { Clock } from '../src/platform/clock.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { FileStore } from '../src/platform/files/file-store.ts';
import { Refusal } from '../src/platform/http/refusal.ts';
import { openedDossier } from './ledger.ts';
import { documentText, everyDoorOf, withoutMay } from './past.ts';
import { scopeFor, seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
let cookie: string;
let lead: Scope;
let reviewer: Scope;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  cookie = await signIn(served, 'lead@government.example');
  lead = await scopeFor(served, 'lead@government.example');
  reviewer = await scopeFor(served, 'reviewer@government.example');
});
afterAll(() => served.stop());
const get = <T extends object>(kind: abstract new (...args: never[]) => T): T => served.app.get(kind);

type Step =
  | { do: 'judge'; law: LawVerdict; practice: PracticeVerdict | null; cites: number; submit: boolean }
  | { do: ReviewAct }
  | { do: 'add'; kind: 'law' | 'statistics'; year: number }
  | { do: 'revise'; which: number; year: number }
  | { do: 'withdraw'; which: number }
  | { do: 'file'; which: number }
  | { do: 'provide'; which: number; year: number }
  | { do: 'facts'; answer: boolean | null }
  | { do: 'assign'; toMe: boolean }
  | { do: 'ask' }
  | { do: 'decline' }
  | { do: 'shelve'; years: number | null };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ do: fc.constant('judge' as const), law: fc.constantFrom<LawVerdict[]>('compliant', 'non_compliant'), submit: fc.boolean() },
    ...{ practice: fc.constantFrom<(PracticeVerdict | null)[]>('effective', 'none', null), cites: fc.nat(3) },
  }),
  fc.record({ do: fc.constantFrom<ReviewAct[]>('submit', 'accept', 'return') }),
  fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom('law' as const, 'statistics' as const), year: fc.integer({ min: 2018, max: 2025 }) }),
  fc.record({ do: fc.constant('revise' as const), which: fc.nat(3), year: fc.integer({ min: 2018, max: 2025 }) }),
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('file' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('provide' as const), which: fc.nat(3), year: fc.integer({ min: 2018, max: 2025 }) }),
  fc.record({ do: fc.constant('shelve' as const), years: fc.constantFrom(1, 9, null) }),
  fc.record({ do: fc.constantFrom('ask' as const, 'decline' as const) }),
  fc.record({ do: fc.constant('assign' as const), toMe: fc.boolean() }),
  fc.record({ do: fc.constant('facts' as const), answer: fc.constantFrom(true, false, null) }),
);

/** What a plain list of the acts says, kept apart from the database: the newest judgement, which pieces stand, whether 5.3 applies. */
interface Model {
  judged: { number: number; law: LawVerdict } | null;
  pieces: { id: string; version: number; title: string; stands: boolean; files: number; sent: number; kept: string[] }[];
  applies: boolean;
  version: number;
}

const content = (kind: 'law' | 'statistics', title: string, year: number) =>
  AddEvidence.parse({ kind, title, originator: 'Parliament', datedOn: `${year}-06-30`, confidentiality: 'public', originatorKind: year % 2 ? 'court' : null });

async function act(dossier: string, model: Model, doing: Step): Promise<void> {
  const params = { id: dossier };
  const place = { ...params, code: '3.2' };
  const piece = 'which' in doing ? model.pieces[doing.which % Math.max(1, model.pieces.length)] : undefined;
  if ('which' in doing && !piece?.stands) return;
  if (doing.do === 'judge') {
    const cited = model.pieces.filter((one) => one.stands).slice(0, doing.cites);
    const citations = cited.map(({ id }) => ({ evidence: id, pinpoint: '', stance: 'supports' as const, passage: null }));
    const body = { asOf: '2026-03-31', periodFrom: null, periodTo: null, reasons: 'Section 4.', qualifierNote: '', citations, submit: doing.submit };
    const basedOn = model.judged?.number ?? null;
    await get(AssessmentsService).record(lead, { params: place, query: undefined, body: { ...body, law: doing.law, practice: doing.practice, basedOn } });
    model.judged = { number: (basedOn ?? 0) + 1, law: doing.law };
  } else if (doing.do === 'add') {
    const title = `Piece ${model.pieces.length + 1}`;
    const { id } = await get(EvidenceService).add(lead, { params, query: undefined, body: content(doing.kind, title, doing.year) });
    model.pieces.push({ id, version: 1, title, stands: true, files: 0, sent: 0, kept: [] });
  } else if (doing.do === 'revise' && piece) {
    piece.title += ' revised';
    const body = { ...content('law', piece.title, doing.year), version: piece.version, removeFiles: piece.kept.splice(0, 1) };
    piece.files -= body.removeFiles.length;
    await get(EvidenceService).revise(lead, { params: { ...params, evidence: piece.id }, query: undefined, body });
    piece.version++;
  } else if (doing.do === 'withdraw' && piece) {
    const body = { version: piece.version, reason: 'Twice' };
    await get(EvidenceService).withdraw(lead, { params: { ...params, evidence: piece.id }, query: undefined, body });
    Object.assign(piece, { version: piece.version + 1, stands: false });
  } else if (doing.do === 'file' && piece) {
    const received = await documentText(get(FileStore), `Text ${++piece.sent}`);
    const { id: file, revision } = await get(EvidenceFiles).addReceived(lead, { ...params, evidence: piece.id }, async () => ({ name: 'note.txt', received }));
    piece.files++;
    piece.version = revision;
    piece.kept.push(file);
  } else if (doing.do === 'provide' && piece) {
    // The first time it is entered, then amended; a piece that is no law takes none, and a day that does not follow changes nothing.
    const said = { article: 's. 1', title: '', inForceFrom: `${doing.year}-01-01`, inForceTo: null, penalties: [], text: '', elements: ['3.2'] };
    const known = (
      await get(NationalProvisionsQueries).list(lead, { params, query: { ...{ law: piece.id, state: 'standing', limit: 1, offset: 0 } }, body: undefined })
    ).items[0];
    const service = get(NationalProvisionsService);
    const write = known
      ? service.revise(lead, { params: { ...params, provision: known.id }, query: undefined, body: { ...said, version: known.version, change: 'amended' } })
      : service.add(lead, { params, query: undefined, body: { ...said, law: piece.id } });
    await write.catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'invalid_input')) throw error;
    });
  } else if (doing.do === 'facts') {
    const none = { answer: null, basis: '' };
    const facts = { extraditionConditionalOnTreaty: { answer: doing.answer, basis: doing.answer === null ? '' : 'Act 3' }, laterExtraditionTreaty: none };
    const body = { version: model.version, facts: { ...facts, inPositionToAssist: none } };
    await get(DossiersService).reviseFacts(lead, { params, query: undefined, body });
    model.applies = doing.answer !== true;
    model.version++;
  } else if (doing.do === 'shelve') {
    const body = { version: model.version, shelfLife: { statistics: doing.years } };
    await get(DossiersService).reviseShelfLife(lead, { params, query: undefined, body });
    model.version++;
  } else if (doing.do === 'ask') {
    const body = { element: '3.2', wanted: 'The circular', dueOn: '2099-01-01', person: reviewer.person, body: null };
    await get(EvidenceRequests).ask(lead, { params, query: undefined, body });
  } else if (doing.do === 'decline') {
    const body = { act: 'decline' as const, seen: 0, note: 'There is none', evidence: null };
    const query = { show: 'mine' as const, limit: 1, offset: 0 };
    const [request] = (await get(EvidenceRequests).list(reviewer, { params, query, body: undefined })).items;
    if (request) await get(EvidenceRequests).step(reviewer, { params: { ...params, request: request.id }, query: undefined, body });
  } else if (doing.do === 'assign') {
    const body = { elements: ['3.2', '5.3'], person: doing.toMe ? lead.person : null };
    await get(AssignmentsService).assign(lead, { params, query: undefined, body });
  } else if ((doing.do === 'submit' || doing.do === 'accept' || doing.do === 'return') && model.judged) {
    const by = doing.do === 'submit' ? lead : reviewer;
    const body = { act: doing.do, reason: 'Because' };
    await get(AssessmentsService)
      .review(by, { params: { ...place, number: model.judged.number }, query: undefined, body })
      .catch((error: unknown) => {
        // A step that does not follow from where the work stands changes nothing.
        if (!(error instanceof Refusal && error.code === 'wrong_state')) throw error;
      });
  }
}

describe('as of a past moment', () => {
  test('every door answers what it answered then, and what the model says', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        const began = Date.parse('2026-04-01T09:00:00Z');
        const moment = (n: number) => new Date(began + n * 36 * 3_600_000);
        const dossier = await get(Clock).at(moment(0), () => openedDossier(served, lead, `As of ${told++}`));
        const model: Model = { judged: null, pieces: [], applies: false, version: 1 };
        const seen: { at: Date; answers: Record<string, unknown>; model: Model }[] = [];
        for (const [n, doing] of steps.entries()) {
          await get(Clock).at(moment(n + 1), () => act(dossier, model, doing));
          const at = new Date(moment(n + 1).getTime() + 1000);
          const answers = await get(Clock).at(at, () => everyDoorOf(served, lead, dossier));
          seen.push({ at, answers, model: structuredClone(model) });
        }
        for (const { at, answers, model: then } of seen) {
          const asOf = at.toISOString();
          expect(withoutMay(await everyDoorOf(served, lead, dossier, asOf))).toEqual(withoutMay(answers));
          const list = (path: string) => served.http().get(`/api/dossiers/${dossier}/${path}`).query({ asOf }).set('cookie', cookie).expect(200);
          const history = (await list('elements/3.2/assessments')).body;
          expect([history.total, history.items[0]?.law ?? null]).toEqual([then.judged?.number ?? 0, then.judged?.law ?? null]);
          const library = (await list('evidence')).body.items.map(
            (one: { id: string; version: number; title: string; withdrawn: unknown; files: unknown[] }) => ({
              ...{ id: one.id, version: one.version, title: one.title, stands: one.withdrawn === null, files: one.files.length },
            }),
          );
          expect(new Set(library)).toEqual(new Set(then.pieces.map(({ kept: _, sent: __, ...piece }) => piece)));
          const checklist = (await list('obligations')).body.items.flatMap((one: { elements: { code: string; applies: boolean }[] }) => one.elements);
          expect(checklist.find((one: { code: string }) => one.code === '5.3').applies).toBe(then.applies);
        }
      }),
      { numRuns: Number(process.env['AS_OF_RUNS'] ?? 25) },
    );
  }, 240_000);

  test('a day means its end; a moment to come, one without sense and one before the dossier are refused', async () => {
    const dossier = await get(Clock).at(new Date('2026-05-01T12:00:00Z'), () => openedDossier(served, lead, 'By day'));
    const ask = (asOf: string) => served.http().get(`/api/dossiers/${dossier}`).query({ asOf }).set('cookie', cookie);
    expect((await ask('2026-05-01').expect(200)).body.title).toBe('By day');
    expect((await ask('2026-05-01T14:00:00+02:00').expect(200)).body.title).toBe('By day');
    expect((await ask('2026-05-01T11:59:59Z').expect(422)).body.code).toBe('moment_unusable');
    expect((await ask('2999-01-01').expect(422)).body).toMatchObject({ code: 'moment_unusable', fields: [{ path: 'query.asOf' }] });
    for (const strange of ['yesterday', '2026-02-30', '0', "2026-05-01'--"]) expect((await ask(strange).expect(400)).body.code).toBe('invalid_input');
    const { openedAt } = (await served.http().get(`/api/dossiers/${dossier}`).set('cookie', cookie)).body;
    expect((await ask(openedAt).expect(200)).body.title).toBe('By day');
    const foreign = await signIn(served, 'lead@ngo.example');
    expect((await ask('2026-04-01').set('cookie', foreign).expect(404)).body.code).toBe('not_found');
  });

  test('nothing may be done in the past but to read and export it', async () => {
    const dossier = await get(Clock).at(new Date('2026-05-01T12:00:00Z'), () => openedDossier(served, lead, 'Closed'));
    const { may } = (await served.http().get(`/api/dossiers/${dossier}`).query({ asOf: '2026-05-02' }).set('cookie', cookie).expect(200)).body;
    expect(may).toMatchObject({ recordAssessment: { allowed: false, because: 'past' }, addEvidence: { allowed: false }, export: { allowed: true } });
    const { may: there } = (await served.http().get(`/api/dossiers/${dossier}/elements/3.2/assessments`).query({ asOf: '2026-05-02' }).set('cookie', cookie))
      .body;
    expect(there.record).toEqual({ allowed: false, because: 'past' });
  });

  test('a report read as of a day is, byte for byte, the one that was exported at its end', async () => {
    const at = new Date('2026-06-01T23:59:59.999Z');
    const dossier = await get(Clock).at(new Date('2026-06-01T12:00:00Z'), () => openedDossier(served, lead, 'Reported'));
    const then = await get(Clock).at(at, () => everyDoorOf(served, lead, dossier));
    await get(EvidenceService).add(lead, { params: { id: dossier }, query: undefined, body: content('law', 'Later', 2024) });
    const later = await served.http().get(`/api/dossiers/${dossier}/reports/status.json`).query({ asOf: '2026-06-01' }).set('cookie', cookie).expect(200);
    expect(later.text).toBe(JSON.stringify(then['report']));
    expect(
      await get(EvidenceQueries).list(lead, {
        params: { id: dossier },
        query: { ...{ limit: 50, offset: 0, sort: 'addedAt', direction: 'desc' } },
        body: undefined,
      }),
    ).toMatchObject({
      total: 1,
    });
  });
});
