import { describe, expect, test } from '@jest/globals';
import type { ReleaseElement, ReleaseMatter } from '@servanda/contract';
import { changedSince } from './changed-since.ts';

const element: ReleaseElement = {
  ...{ code: '1', obligation: '1', article: 1, citation: 'Article 1', title: 'One', applies: true, ground: null, groundReason: null },
  ...{ law: 'compliant', practice: null, lawProof: 'claimed', practiceProof: 'none', isAccepted: true, asOf: null, periodFrom: null, periodTo: null },
  ...{ assessedOn: null, reasons: '', qualifierNote: '', citations: [], restsOnUnpublished: false },
};
const tally = { applicable: 1, assessed: 1, claimed: 1, evidenced: 0, verified: 0 };
const before: ReleaseMatter = {
  ...{ state: 'XAA', stateName: 'Aruna', treaty: 'opsc', organisation: { id: 'o', name: 'Watch', kind: 'ngo' }, language: 'en', asOf: '2026-03-31' },
  ...{ dossier: { id: 'd', title: 'An audit', kind: 'independent', periodFrom: null, periodTo: null }, catalogue: { version: '1', sha256: '' } },
  parts: { articles: [1], reasons: true, evidence: true, files: true, criminalisation: true },
  coverage: { overall: { law: tally, practice: tally }, byArticle: [] },
  ...{ elements: [element], evidence: [], leftOut: { internalPieces: 0, restrictedPieces: 0, files: 0, suppressed: [] }, note: '', erratumOf: null },
  criminalisation: { columns: [], acts: [], set: [], reasons: [] },
};
const cell = { row: 'STATE', column: 'C11', value: 'no' as const, source: '', restsOnUnpublished: false };
const told = (now: Partial<ReleaseMatter>) => changedSince(before, { ...before, ...now }, 'the matrix');

describe('what changed since a preview was read', () => {
  test('an element by its citation', () => expect(told({ elements: [{ ...element, law: 'non_compliant' }] })).toEqual(['Article 1']));
  test('a cell as the matrix, not as the dossier', () =>
    expect(told({ criminalisation: { columns: [], acts: [], set: [cell], reasons: [] } })).toEqual(['the matrix']));
  test('anything else as the dossier', () => expect(told({ asOf: '2026-04-01' })).toEqual(['An audit']));
});
