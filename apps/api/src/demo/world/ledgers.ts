// The three ledgers of the demonstration world: who opens which dossier, with what facts, evidence and judgements.
import type { OpenDossier } from '@servanda/contract';
import type * as z from 'zod';
import { type Joined, ngoCoalition, partnerEvidence, partnerJudgements } from './coalition.ts';
import { governmentGiven, ngoGiven } from './given.ts';
import { governmentEvidence } from './government/evidence.ts';
import { governmentJudgements } from './government/judgements.ts';
import { governmentProvisions } from './government/provisions.ts';
import { governmentRequests } from './government/requests.ts';
import { type Filled, governmentMatrix, ngoMatrix } from './matrices.ts';
import { neighbourEvidence, neighbourJudgements } from './neighbour.ts';
import { ngoEvidence } from './ngo/evidence.ts';
import { ngoJudgements } from './ngo/judgements.ts';
import { governmentSaid, ngoSaid, type Saying } from './said.ts';
import type { At, Given, Judgements, Piece, Post, Provided, Requested } from './shapes.ts';

type Opened = z.input<typeof OpenDossier>;
type Facts = NonNullable<Opened['facts']>;

export interface Ledger {
  by: Post;
  at: At;
  dossier: Opened;
  /** Facts as they are known later, and from when. */
  revised?: { at: At; facts: Facts };
  /** Who answers for what, and from when. */
  given?: readonly Given[];
  /** Another organisation that works in it as a guest. */
  coalition?: Joined;
  evidence: readonly Piece[];
  provisions?: readonly Provided[];
  requests?: readonly Requested[];
  judgements: Judgements;
  /** How the criminalisation matrix was filled in. */
  matrix?: Filled;
  /** When the whole of it is published as it then stands, with a word to the public. */
  published?: readonly { at: At; note: string }[];
  /** What its lead says in public to the other organisation on the State. */
  said?: readonly Saying[];
}

const noTreatyNeeded = {
  answer: false,
  basis: 'Extradition Act 2008 (Official Gazette of Aruna 2008, No. 33), s. 4(2): extradition may be granted without a treaty on the basis of reciprocity.',
};
const treatyOf2014 = {
  answer: true,
  basis: 'Treaty on Extradition with the Kingdom of Belmora of 12 May 2014, in force since 1 February 2015 (Official Gazette of Aruna 2015, No. 9).',
};
const notKnown = { answer: null, basis: '' };

export const ledgers: readonly Ledger[] = [
  {
    by: 'lead@government',
    at: '2026-03-04T09:00Z',
    dossier: {
      iso3: 'XAA',
      title: 'The Optional Protocol in Aruna: implementation 2021–2026',
      periodFrom: '2021-01-01',
      periodTo: '2026-12-31',
      facts: { extraditionConditionalOnTreaty: noTreatyNeeded, laterExtraditionTreaty: treatyOf2014, inPositionToAssist: notKnown },
    },
    revised: {
      at: '2026-04-14T08:00Z',
      facts: {
        extraditionConditionalOnTreaty: noTreatyNeeded,
        laterExtraditionTreaty: treatyOf2014,
        inPositionToAssist: {
          answer: false,
          basis:
            'Council of Ministers, Decision No. 118 of 9 April 2026: Aruna receives development assistance and has no programme of outward aid; to be examined again with the budget for 2028.',
        },
      },
    },
    given: governmentGiven,
    evidence: governmentEvidence,
    provisions: governmentProvisions,
    requests: governmentRequests,
    judgements: governmentJudgements,
    matrix: governmentMatrix,
    published: [
      { at: '2026-05-08T09:00Z', note: 'What the Republic of Aruna had recorded by early May 2026; work on Articles 8 to 11 goes on.' },
      { at: '2026-10-12T09:00Z', note: 'The record of the Republic of Aruna as it stood before the dialogue with the Committee.' },
    ],
    said: governmentSaid,
  },
  {
    by: 'lead@ngo',
    at: '2026-03-11T13:00Z',
    dossier: {
      iso3: 'XAA',
      title: 'Aruna under the Optional Protocol: independent audit 2026',
      periodFrom: '2024-01-01',
      periodTo: '2026-12-31',
      facts: { extraditionConditionalOnTreaty: noTreatyNeeded, laterExtraditionTreaty: treatyOf2014, inPositionToAssist: notKnown },
    },
    given: ngoGiven,
    coalition: ngoCoalition,
    evidence: [...ngoEvidence, ...partnerEvidence],
    judgements: { ...ngoJudgements, ...partnerJudgements },
    matrix: ngoMatrix,
    published: [{ at: '2026-09-28T09:00Z', note: 'Published with the alternative report of the coalition.' }],
    said: ngoSaid,
  },
  {
    by: 'lead@neighbour',
    at: '2026-06-05T08:30Z',
    dossier: { iso3: 'XAB', title: 'Belmora under the Optional Protocol' },
    evidence: neighbourEvidence,
    judgements: neighbourJudgements,
    published: [{ at: '2026-08-14T09:00Z', note: 'A first record of the Kingdom of Belmora; most elements are still to be assessed.' }],
  },
];
