// What the criminalisation matrix refuses, and what it refuses of the verdicts in law that it speaks against.
import { contract } from '@servanda/contract';
import { factsOf, plant, unknownIds } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { assessments } = contract;
const json = (body: object) => JSON.stringify(body);
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-01-01', reasons: 'So.' };
const cell = (value: string, more: object = {}) => ({ row: 'R01', column: 'C13', value, ...more });

export const criminalisationSteps: Steps = {
  'a cell cites what is in the dossier, and a mandated column that says no speaks against compliant': async (on: At) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const id = await plant(on.world, 'aruna', '/api/dossiers', { iso3: 'XAA', title: 'A matrix', facts: factsOf('aruna') });
    const ids = { ...unknownIds, id, code: '4.1', number: '1' };
    const fill = (version: number, cells: object[]) => send(on.at, assessments.fillCriminalisation, { ids, headers, body: json({ version, cells }) });
    await fill(0, [cell('no', { source: { kind: 'evidence', evidence: unknownIds['evidence'] } })]);
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, submit: false }) });
    await fill(0, [cell('no')]);
    await send(on.at, assessments.record, { ids, headers, body: json({ ...judgement, basedOn: 1, submit: true }) });
    await send(on.at, assessments.review, { ids, headers, body: json({ act: 'submit' }) });
  },
};
