// Random histories of one element against a small model: what counts after each step, and that the log alone gives the same rows.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LawVerdict, PracticeVerdict, RefusalCode, ReviewAct, ReviewStatus } from '@servanda/contract';
import fc from 'fast-check';
import pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { rebuildCurrent } from '../src/assessments/rebuild.ts';
import { differencesSql } from '../src/assessments/rebuild-current.sql.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { Refusal } from '../src/platform/http/refusal.ts';
import { openedDossier } from './ledger.ts';
import { scopeFor, seat } from './people.ts';
import { type Served, serve } from './server.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
let served: Served;
let lead: Scope;
let reviewer: Scope;
let contributor: Scope;
beforeAll(async () => {
  served = await serve();
  await seat(served);
  lead = await scopeFor(served, 'lead@government.example');
  reviewer = await scopeFor(served, 'reviewer@government.example');
  contributor = await scopeFor(served, 'contributor@government.example');
});
afterAll(() => served.stop());

type Who = 'lead' | 'reviewer' | 'contributor';
type Step =
  | { do: 'record'; by: Who; law: LawVerdict | null; practice: PracticeVerdict; submit: boolean; isStale: boolean }
  | { do: ReviewAct; by: Who; back: number };

/** What the rules of review say, in the plainest words. */
class Model {
  readonly judgements: { by: Who; law: LawVerdict | null; practice: PracticeVerdict; status: ReviewStatus }[] = [];
  standing: { number: number; isAccepted: boolean } | null = null;

  #count(number: number, isAccepted: boolean) {
    if (isAccepted || !this.standing?.isAccepted) this.standing = { number, isAccepted };
  }
  take(step: Step): RefusalCode | 'done' {
    if (step.do === 'record') {
      if (step.isStale) return 'stale_version';
      this.judgements.push({ by: step.by, law: step.law, practice: step.practice, status: step.submit ? 'submitted' : 'draft' });
      if (step.submit) this.#count(this.judgements.length, false);
      return 'done';
    }
    const number = this.judgements.length - step.back;
    const judged = this.judgements[number - 1];
    if (!judged) return 'not_found';
    if (step.do === 'submit' ? judged.by !== step.by && step.by !== 'lead' : step.by === 'contributor') return 'forbidden';
    if (step.do !== 'submit' && judged.by === step.by) return 'own_work';
    if (step.back > 0 || judged.status !== (step.do === 'submit' ? 'draft' : 'submitted')) return 'wrong_state';
    judged.status = step.do === 'submit' ? 'submitted' : step.do === 'accept' ? 'accepted' : 'returned';
    if (step.do === 'return' && this.standing?.number === number) this.standing = null;
    else if (step.do !== 'return') this.#count(number, step.do === 'accept');
    return 'done';
  }
  get row() {
    const [latest, counting] = [this.judgements.at(-1), this.judgements[(this.standing?.number ?? 0) - 1]];
    const standing = {
      standing: this.standing?.number ?? null,
      accepted: this.standing?.isAccepted ?? false,
      law: counting?.law ?? null,
      practice: counting?.practice ?? null,
    };
    return latest ? { latest: this.judgements.length, status: latest.status, ...standing } : undefined;
  }
}

const by = fc.constantFrom<Who[]>('lead', 'reviewer', 'contributor');
const record = fc.record({
  ...{ do: fc.constant('record' as const), by, law: fc.constantFrom<(LawVerdict | null)[]>('compliant', 'non_compliant', null) },
  ...{ practice: fc.constantFrom<PracticeVerdict[]>('effective', 'none', 'no_data'), submit: fc.boolean(), isStale: fc.nat(9).map((n) => n === 0) },
});
const review = fc.record({ do: fc.constantFrom<ReviewAct[]>('submit', 'accept', 'return'), by, back: fc.nat(5).map((n) => (n > 3 ? n - 3 : 0)) });
const histories = fc.array(fc.oneof({ arbitrary: record, weight: 2 }, { arbitrary: review, weight: 3 }), { minLength: 1, maxLength: 14 });

async function take(dossier: string, model: Model, step: Step): Promise<RefusalCode | 'done'> {
  const service = served.app.get(AssessmentsService);
  const scope = { lead, reviewer, contributor }[step.by];
  const place = { id: dossier, code: '3.2' };
  const seen = model.judgements.length;
  try {
    if (step.do === 'record') {
      const text = { asOf: '2026-03-31', periodFrom: null, periodTo: null, reasons: 'Section 4.', qualifierNote: '', citations: [] };
      const basedOn = step.isStale ? seen + 1 : seen || null;
      await service.record(scope, { params: place, query: undefined, body: { ...text, law: step.law, practice: step.practice, basedOn, submit: step.submit } });
    } else await service.review(scope, { params: { ...place, number: seen - step.back }, query: undefined, body: { act: step.do, reason: 'Because' } });
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
const currentRow = async (dossier: string) => {
  const columns = 'latest_number AS latest, latest_status AS status, standing_number AS standing, standing_accepted AS accepted, law, practice';
  const [row] = await served.app
    .get(Database)
    .read(lead, (sql) => sql(`SELECT ${columns} FROM current_assessment WHERE dossier_id = $1 AND element_code = '3.2'`, [dossier]));
  return row;
};
const differences = () => served.app.get(Database).read(lead, (sql) => sql(differencesSql, [lead.organisation]));

test('whatever is recorded, submitted, accepted and returned: the current row is the model’s, and the log’s', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const dossier = await openedDossier(served, lead, `History ${told++}`);
      const model = new Model();
      for (const step of steps) {
        const answer = await take(dossier, model, step);
        expect({ step, answer }).toEqual({ step, answer: model.take(step) });
        expect(await currentRow(dossier)).toEqual(model.row);
      }
      expect(await differences()).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('the rebuild finds and mends rows that were tampered with, and names a row without any judgement behind it', async () => {
  const dossier = await openedDossier(served, lead, 'To be mended');
  const model = new Model();
  const submitted: Step = { do: 'record', by: 'contributor', law: 'compliant', practice: 'effective', submit: true, isStale: false };
  for (const step of [submitted, { do: 'accept', by: 'reviewer', back: 0 } as const]) {
    await take(dossier, model, step);
    model.take(step);
  }
  const superuser = new pg.Client({ connectionString: served.adminUrl });
  await superuser.connect();
  const rebuild = () => served.app.get(Database).hotWrite(lead, (sql) => rebuildCurrent(sql, lead.organisation));
  try {
    expect(await rebuild()).toEqual({ repaired: [], left: [] });
    await superuser.query("UPDATE current_assessment SET law = 'non_compliant', standing_accepted = false WHERE dossier_id = $1", [dossier]);
    expect(await rebuild()).toEqual({ repaired: [{ dossier, element: '3.2' }], left: [] });
    expect(await currentRow(dossier)).toEqual(model.row);
    await superuser.query(
      'INSERT INTO current_assessment SELECT (jsonb_populate_record(c, \'{"element_code": "3.3"}\')).* FROM current_assessment c WHERE dossier_id = $1',
      [dossier],
    );
    expect((await rebuild()).left).toEqual([{ dossier, element: '3.3' }]);
  } finally {
    await superuser.end();
  }
});

test('the command rebuilds every organisation as the runtime role and says so', async () => {
  const command = fileURLToPath(new URL('../src/assessments/rebuild.command.ts', import.meta.url));
  const env = { ...process.env, NODE_OPTIONS: '', ADMIN_DATABASE_URL: served.adminUrl, APP_DATABASE_URL: served.runtimeUrl };
  const done = spawnSync(process.execPath, ['-C', 'development', '--import', '@oxc-node/core/register', command], { cwd: repository, env, encoding: 'utf8' });
  // The row without a judgement, planted above, is reported by place and fails the command.
  expect(done.stderr).toBe('');
  expect(done.stdout).toMatch(/Government of Aruna: 1 rows rebuilt; still different: 3\.3 in dossier/);
  expect(done.stdout).toMatch(/Government of Belmora: 0 rows rebuilt; equal to the log/);
  expect(done.status).toBe(1);
});
