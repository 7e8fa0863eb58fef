// The one SQL source of element states, against rows made for each case by the owner of the tables.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ElementState } from '@servanda/contract';
import type pg from 'pg';
import { DossiersService } from '../src/dossiers/dossiers.service.ts';
import { elementStateJson, elementStates, lanesJson } from '../src/dossiers/element-state.sql.ts';
import { Database } from '../src/platform/db/database.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { newId } from '../src/platform/ids.ts';
import { scopeFor, seat } from './people.ts';
import { actFor, type Served, serve } from './server.ts';

const on = '2026-06-30';
interface Piece {
  kind?: string;
  stance?: 'supports' | 'contradicts';
  outOfDateOn?: string;
  inForceFrom?: string;
  withdrawn?: boolean;
  /** Default: somebody independent. */
  by?: 'state_body' | 'civil_society' | null;
  isPartOnly?: boolean;
  /** How often it was revised since it was cited. */
  revised?: number;
}
interface Made {
  status?: 'draft' | 'submitted' | 'accepted' | 'returned';
  /** Default: the judgement stands where it is submitted or accepted. */
  stands?: boolean;
  law?: string | null;
  practice?: string | null;
  cites?: Piece[];
}
type Case = [name: string, made: Made | null, state: Partial<ElementState>];

const law: Piece = { kind: 'law' };
const report: Piece = { kind: 'report' };
const met = { law: 'compliant', practice: 'effective' };
const cases: Case[] = [
  ['nothing recorded', null, { law: null, lawProof: 'none', reviewStatus: null, author: null, gaps: ['not_assessed'] }],
  [
    'a draft never counts',
    { status: 'draft', ...met },
    { law: null, practice: null, reviewStatus: 'draft', latestNumber: 1, standingNumber: null, gaps: ['not_assessed'] },
  ],
  ['returned before it ever stood', { status: 'returned', ...met, stands: false }, { law: null, gaps: ['returned', 'not_assessed'] }],
  ['claimed without evidence', { status: 'submitted', ...met }, { lawProof: 'claimed', practiceProof: 'claimed', gaps: ['no_evidence', 'awaiting_review'] }],
  [
    'evidenced, not yet accepted',
    { status: 'submitted', ...met, cites: [report] },
    { lawProof: 'evidenced', practiceProof: 'evidenced', supports: 1, gaps: ['awaiting_review'] },
  ],
  ['verified', { status: 'accepted', ...met, cites: [law, report] }, { lawProof: 'verified', practiceProof: 'verified', supports: 2, gaps: [] }],
  [
    'a statute alone never makes practice green',
    { status: 'accepted', ...met, cites: [law] },
    { lawProof: 'verified', practiceProof: 'claimed', gaps: ['evidence_weak'], lacks: { law: [], practice: ['only_law_for_practice'] } },
  ],
  [
    'the State’s own word alone is weak for practice',
    {
      status: 'accepted',
      ...met,
      cites: [
        { ...report, by: 'state_body' },
        { ...report, by: null },
      ],
    },
    { practiceProof: 'verified', gaps: ['evidence_weak'], lacks: { law: [], practice: ['no_independent_originator'] } },
  ],
  [
    'pieces on a part of the territory only',
    { status: 'accepted', ...met, cites: [law, { ...report, isPartOnly: true }] },
    { gaps: ['evidence_weak'], lacks: { law: [], practice: ['part_of_territory'] } },
  ],
  [
    'one that covers all is enough',
    { status: 'accepted', ...met, cites: [report, { ...report, isPartOnly: true }] },
    { gaps: [], lacks: { law: [], practice: [] } },
  ],
  [
    'a shortfall claims nothing that could be weak',
    { status: 'accepted', law: 'compliant', practice: 'limited', cites: [law] },
    { gaps: ['shortfall_in_practice'], lacks: { law: [], practice: ['only_law_for_practice'] } },
  ],
  ['revised since it was cited', { status: 'accepted', ...met, cites: [report, { ...report, revised: 2 }] }, { gaps: ['evidence_revised'] }],
  ['nor does an agreement', { status: 'accepted', ...met, cites: [{ kind: 'agreement' }] }, { lawProof: 'verified', practiceProof: 'claimed' }],
  ['accepted without evidence is claimed only', { status: 'accepted', ...met }, { lawProof: 'claimed', practiceProof: 'claimed', gaps: ['no_evidence'] }],
  [
    'what contradicts does not support',
    { status: 'accepted', ...met, cites: [{ ...report, stance: 'contradicts' }] },
    { lawProof: 'claimed', supports: 0, contradicts: 1, gaps: ['no_evidence'] },
  ],
  [
    'out of date on the very day',
    { status: 'accepted', ...met, cites: [{ ...report, outOfDateOn: on }] },
    {
      lawProof: 'claimed',
      supports: 1,
      outOfDate: 1,
      gaps: ['evidence_out_of_date'],
      lacks: { law: ['older_than_shelf_life'], practice: ['older_than_shelf_life'] },
    },
  ],
  [
    'in date until the day before',
    { status: 'accepted', ...met, cites: [{ ...report, outOfDateOn: '2026-07-01' }] },
    { lawProof: 'verified', outOfDate: 0, gaps: [] },
  ],
  [
    'not in force yet',
    { status: 'accepted', ...met, cites: [{ ...law, inForceFrom: '2026-07-01' }] },
    { lawProof: 'claimed', outOfDate: 0, gaps: ['evidence_out_of_date', 'evidence_weak'] },
  ],
  [
    'in force from that day',
    { status: 'accepted', law: 'compliant', practice: 'limited', cites: [{ ...law, inForceFrom: on }] },
    { lawProof: 'verified', gaps: ['shortfall_in_practice'] },
  ],
  [
    'one of two is current',
    { status: 'accepted', ...met, cites: [{ ...report, outOfDateOn: '2020-01-01' }, report] },
    { lawProof: 'verified', supports: 2, outOfDate: 1, gaps: [] },
  ],
  [
    'withdrawn pieces are gone',
    { status: 'accepted', ...met, cites: [{ ...report, withdrawn: true }] },
    { lawProof: 'claimed', supports: 0, gaps: ['no_evidence'] },
  ],
  [
    'shortfalls in both lanes',
    { status: 'accepted', law: 'largely_compliant', practice: 'none' },
    { lawProof: 'none', practiceProof: 'none', gaps: ['shortfall_in_law', 'shortfall_in_practice'] },
  ],
  ['law only', { status: 'accepted', law: 'compliant', practice: null, cites: [law] }, { practice: null, gaps: ['law_only'] }],
  ['looked for data and found none', { status: 'accepted', law: 'partially_compliant', practice: 'no_data' }, { gaps: ['shortfall_in_law', 'law_only'] }],
  [
    'practice only',
    { status: 'submitted', law: null, practice: 'effective', cites: [report] },
    { lawProof: 'none', practiceProof: 'evidenced', gaps: ['not_assessed', 'awaiting_review'] },
  ],
];

let served: Served;
let scope: Scope;
let dossier: string;
let states: Map<string, ElementState>;
let codes: string[];

/** One judgement with its pieces, as the rows that recording and reviewing leave behind. */
async function make(db: pg.ClientBase, code: string, made: Made, n = 1): Promise<void> {
  const [assessment, at] = [newId(), '2026-05-01T08:00:00Z'];
  const status = made.status ?? 'submitted';
  const stands = made.stands ?? (status === 'submitted' || status === 'accepted');
  const of = [scope.organisation, dossier];
  await db.query(
    `INSERT INTO assessment (organisation_id, dossier_id, id, element_code, number, law, practice, as_of, reasons, qualifier_note, wording, wording_sha256, catalogue_version, author_id, author_role, recorded_at)
     SELECT $1, $2, $3, code, $5, $6, $7, '2026-04-30', 'Because.', '', wording, wording_sha256, '1.0.0', $8, 'lead', $9 FROM element WHERE code = $4`,
    [...of, assessment, code, n, made.law, made.practice, scope.person, at],
  );
  for (const [i, piece] of (made.cites ?? []).entries()) {
    const evidence = newId();
    await db.query(
      `INSERT INTO evidence (organisation_id, dossier_id, id, kind, title, citation, originator, language, in_force_from, confidentiality, summary, in_force_to, added_by, added_at, changed_at, withdrawn_at, withdrawn_reason, originator_kind, covers_whole_territory, version)
       VALUES ($1, $2, $3, $4, 'A piece', '', 'Somebody', 'en', $5, 'public', '', $6::date - 1, $7, $8, $8, $9, $10, $11, $12, $13)`,
      [
        ...of,
        evidence,
        piece.kind ?? 'report',
        piece.inForceFrom,
        piece.outOfDateOn,
        scope.person,
        at,
        piece.withdrawn ? at : null,
        piece.withdrawn ? 'Twice' : null,
        piece.by === undefined ? 'civil_society' : piece.by,
        piece.isPartOnly ? false : null,
        1 + (piece.revised ?? 0),
      ],
    );
    await db.query(
      "INSERT INTO citation (organisation_id, dossier_id, assessment_id, ordinal, evidence_id, pinpoint, stance) VALUES ($1, $2, $3, $4, $5, '', $6)",
      [...[...of, assessment, i, evidence, piece.stance ?? 'supports']],
    );
  }
  await db.query(
    `INSERT INTO current_assessment (organisation_id, dossier_id, element_code, latest_id, latest_number, latest_status, latest_author_id, latest_recorded_at, status_since, standing_id, standing_number, standing_accepted, law, practice, as_of, standing_since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[...of, code, assessment, n, status, scope.person, at],
      ...(stands ? [assessment, n, status === 'accepted', made.law, made.practice, '2026-04-30', at] : [null, null, false, null, null, null, null]),
    ],
  );
}

beforeAll(async () => {
  served = await serve();
  await seat(served);
  scope = await scopeFor(served, 'lead@government.example');
  const fact = { answer: null, basis: '' };
  const facts = { extraditionConditionalOnTreaty: { answer: true, basis: 'Act' }, laterExtraditionTreaty: fact, inPositionToAssist: fact };
  const opened = await served.app.get(DossiersService).open(scope, { iso3: 'XAA', title: 'Cases', periodFrom: null, periodTo: null, facts });
  dossier = opened.id;
  codes = opened.applicability.filter((a) => a.applies).map((a) => a.element);
  await asRuntime(async (db) => {
    for (const [i, [, made]] of cases.entries()) if (made) await make(db, codes[i] ?? '', made);
    await make(db, '5.3', { status: 'accepted', ...met, cites: [report] });
  });
  const rows = await read<{ state: ElementState }>(`SELECT ${elementStateJson} AS state FROM element_state s ORDER BY s.ordinal`);
  states = new Map(rows.map(({ state }) => [state.code, state]));
});
afterAll(() => served.stop());

const read = <Row extends object>(select: string, day = on) =>
  served.app.get(Database).read(scope, (sql) => sql<Row>(`WITH ${elementStates('= $2', '$3')} ${select}`, [scope.organisation, dossier, day]));
async function asRuntime(work: (db: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = await served.app.get(Database).pool.connect();
  try {
    await client.query('BEGIN');
    await actFor(client, scope);
    await work(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

describe('the state of an element', () => {
  test.each(cases.map(([name, , state], i): [string, number, Partial<ElementState>] => [name, i, state]))('%s', (_, i, state) => {
    expect(states.get(codes[i] ?? '')).toMatchObject(state);
  });

  test('one that does not apply has no gap and proves nothing, whatever was once recorded', () => {
    expect(states.get('5.3')).toMatchObject({ applies: false, ground: 'extradition_conditional_on_treaty', lawProof: 'none', practiceProof: 'none', gaps: [] });
  });

  test('every element of the dossier once, in the order of the treaty', () => {
    expect([...states.values()].map((s) => s.ordinal)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    const recorded = states.get(codes[3] ?? '');
    expect(recorded).toMatchObject({ author: 'National focal point', recordedAt: '2026-05-01T08:00:00.000Z', asOf: '2026-04-30' });
  });

  test('the tallies count what the states say, and only what applies', async () => {
    const [row] = await read<{ lanes: { law: object; practice: object } }>(`SELECT ${lanesJson} AS lanes FROM element_state s`);
    const counted = (lane: 'law' | 'practice') => {
      const own = [...states.values()].filter((s) => s.applies);
      const proven = (...of: string[]) => own.filter((s) => of.includes(lane === 'law' ? s.lawProof : s.practiceProof)).length;
      return {
        ...{ applicable: own.length, assessed: own.filter((s) => s[lane] !== null).length },
        ...{ claimed: proven('claimed', 'evidenced', 'verified'), evidenced: proven('evidenced', 'verified'), verified: proven('verified') },
      };
    };
    expect(row?.lanes).toEqual({ law: counted('law'), practice: counted('practice') });
  });

  test('the day decides: a year later the piece that was current is out of date', async () => {
    const place = cases.findIndex(([name]) => name === 'in date until the day before');
    const rows = await read<{ state: ElementState }>(`SELECT ${elementStateJson} AS state FROM element_state s WHERE s.code = '${codes[place]}'`, '2027-06-30');
    expect(rows[0]?.state).toMatchObject({ lawProof: 'claimed', gaps: ['evidence_out_of_date'] });
  });

  test('another organisation reads nothing, even when it names the dossier and its owner', async () => {
    const ngo = await scopeFor(served, 'lead@ngo.example');
    const rows = await served.app
      .get(Database)
      .read(ngo, (sql) => sql(`WITH ${elementStates('= $2', '$3')} SELECT s.code FROM element_state s`, [scope.organisation, dossier, on]));
    expect(rows).toEqual([]);
  });
});

describe('the plan', () => {
  test('reaches tenant tables by keys that begin with the organisation', async () => {
    const plan = await served.app.get(Database).read(scope, async (sql) => {
      await sql('SET LOCAL enable_seqscan = off');
      return sql<Record<string, string>>(`EXPLAIN WITH ${elementStates('= $2', '$3')} SELECT s.* FROM element_state s`, [scope.organisation, dossier, on]);
    });
    const text = plan.map((row) => Object.values(row)[0]).join('\n');
    for (const table of ['current_assessment', 'citation', 'dossier_element', 'evidence']) expect(text).not.toMatch(new RegExp(`Seq Scan on ${table}\\b`));
    expect(text).toMatch(/organisation_id = /);
  });
});
