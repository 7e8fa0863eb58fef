import { describe, expect, test } from '@jest/globals';
import { GapKind } from '@servanda/contract';
import { type GapFacts, kinds, whyOf } from './gaps.rules.ts';

const facts = (how: Partial<GapFacts> & { kind: GapKind }): GapFacts => ({
  ...{ lane: null, law: null, practice: null, asOf: null, reason: null, reviewStatus: null, outOfDateSince: null, lacks: [], passagesGone: 0, contest: null },
  ...how,
});
const asOf = '2026-03-31';

describe('why there is a gap', () => {
  test.each([
    [facts({ kind: 'returned', reason: 'Which section?' }), 'Returned by the reviewer: Which section?'],
    [facts({ kind: 'returned', reason: 'Name the section\nand the paragraph' }), 'Returned by the reviewer: Name the section and the paragraph.'],
    [facts({ kind: 'shortfall_in_law', law: 'largely_compliant', asOf }), 'Assessed as largely compliant as of 2026-03-31.'],
    [facts({ kind: 'shortfall_in_law', law: 'partially_compliant', asOf }), 'Assessed as partially compliant as of 2026-03-31.'],
    [facts({ kind: 'shortfall_in_law', law: 'non_compliant', asOf }), 'Assessed as non-compliant as of 2026-03-31.'],
    [facts({ kind: 'shortfall_in_practice', practice: 'substantial', asOf }), 'Assessed as substantially effective in practice as of 2026-03-31.'],
    [facts({ kind: 'shortfall_in_practice', practice: 'limited', asOf }), 'Assessed as effective to a limited degree in practice as of 2026-03-31.'],
    [facts({ kind: 'shortfall_in_practice', practice: 'none', asOf }), 'Assessed as not effective in practice as of 2026-03-31.'],
    [facts({ kind: 'not_assessed' }), 'Nobody has assessed this yet.'],
    [facts({ kind: 'not_assessed', reviewStatus: 'draft' }), 'Only a draft has been recorded; it counts once it is submitted.'],
    [facts({ kind: 'not_assessed', reviewStatus: 'returned' }), 'The only judgement was returned, so that none counts.'],
    [facts({ kind: 'not_assessed', lane: 'law', practice: 'limited' }), 'Assessed in practice, but not in law.'],
    [facts({ kind: 'no_evidence', law: 'compliant' }), 'Claimed as compliant, but no evidence is cited.'],
    [facts({ kind: 'no_evidence', law: 'non_compliant', practice: 'effective' }), 'Claimed as effective, but no evidence is cited.'],
    [facts({ kind: 'no_evidence', law: 'compliant', practice: 'effective' }), 'Claimed as compliant and effective, but no evidence is cited.'],
    [
      facts({ kind: 'evidence_out_of_date', law: 'compliant', outOfDateSince: '2025-01-01' }),
      'Claimed as compliant, but the cited evidence is out of date since 2025-01-01.',
    ],
    [facts({ kind: 'evidence_out_of_date', law: 'compliant' }), 'Claimed as compliant, but the cited evidence is not in force yet.'],
    [facts({ kind: 'law_only', law: 'compliant' }), 'Assessed in law, but not in practice.'],
    [facts({ kind: 'law_only', law: 'compliant', practice: 'no_data' }), 'Assessed in law; in practice somebody looked and found no data.'],
    [facts({ kind: 'evidence_revised' }), 'A cited piece has been revised since it was cited; look whether it still says so.'],
    [
      facts({ kind: 'evidence_revised', passagesGone: 1 }),
      'A cited passage no longer occurs in the newest revision of its piece; cite it anew or take it out.',
    ],
    [
      facts({ kind: 'contested', lane: 'law', contest: { by: ['Arunan NGO', 'Institution'], distance: 3, on: 'scale', backing: 'one' } }),
      'Contested by Arunan NGO, Institution: in law the releases differ by the whole scale.',
    ],
    [
      facts({ kind: 'contested', lane: 'practice', contest: { by: ['Arunan NGO'], distance: 1, on: 'no_data', backing: 'neither' } }),
      'Contested by Arunan NGO: in practice the releases differ, one found no data.',
    ],
    [
      facts({ kind: 'contested', contest: { by: ['Arunan NGO'], distance: 3, on: 'applies', backing: 'neither' } }),
      'Contested by Arunan NGO: the releases differ on whether it applies.',
    ],
    [facts({ kind: 'awaiting_review' }), 'Submitted, and no reviewer has decided yet.'],
  ])('%j', (given, sentence) => expect(whyOf(given)).toBe(sentence));
});

test('every kind has its lane and step, in the order of the contract', () => expect(Object.keys(kinds)).toEqual(GapKind.options));
