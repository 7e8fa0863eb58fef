import type { Judgements, Piece } from './shapes.ts';

/** The neighbour’s own dossier: small, and nobody else’s business. */
export const neighbourEvidence: readonly Piece[] = [
  {
    key: 'criminal-code',
    kind: 'law',
    by: 'lead@neighbour',
    at: '2026-06-08T09:00Z',
    title: 'Criminal Code of Belmora, title IX',
    citation: 'Royal Bulletin 2011, No. 6, arts. 210–231',
    originator: 'Estates of Belmora',
    datedOn: '2011-02-03',
    inForceFrom: '2011-06-01',
    confidentiality: 'public',
    summary: 'Enacted after accession; follows the list of Article 3(1).',
  },
  {
    key: 'extradition-treaty',
    kind: 'agreement',
    by: 'lead@neighbour',
    at: '2026-06-08T09:20Z',
    title: 'Treaty on Extradition with Aruna of 12 May 2014',
    citation: 'Royal Bulletin 2015, No. 2',
    originator: 'Royal Ministry for Foreign Affairs',
    datedOn: '2014-05-12',
    inForceFrom: '2015-02-01',
    confidentiality: 'public',
    summary: 'In force since 1 February 2015.',
  },
  {
    key: 'convictions',
    kind: 'statistics',
    by: 'lead@neighbour',
    at: '2026-06-09T08:00Z',
    title: 'Final convictions under title IX, 2023–2025',
    citation: 'Crown Prosecution Office, Yearbook 2025, table 9',
    originator: 'Crown Prosecution Office of Belmora',
    datedOn: '2026-04-30',
    periodFrom: '2023-01-01',
    periodTo: '2025-12-31',
    confidentiality: 'internal',
    summary: 'By article and province.',
  },
];

export const neighbourJudgements: Judgements = {
  '1': [
    {
      by: 'lead@neighbour',
      at: '2026-06-10T09:00Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-06-10',
      reasons: 'Articles 210, 217 and 224 of the Criminal Code prohibit the three practices for all persons under 18.',
      cites: [['criminal-code', 'arts. 210, 217, 224']],
      submitted: 'at once',
    },
  ],
  '3.1.b': [
    {
      by: 'lead@neighbour',
      at: '2026-06-10T09:40Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-06-10',
      reasons: 'Article 217 names offering, obtaining, procuring and providing. Convictions come from two of the five provinces only.',
      cites: [
        ['criminal-code', 'art. 217'],
        ['convictions', 'table 9'],
      ],
      submitted: 'at once',
    },
  ],
  '3.4': [
    {
      by: 'lead@neighbour',
      at: '2026-06-11T10:00Z',
      law: 'non_compliant',
      practice: 'none',
      asOf: '2026-06-11',
      reasons: 'The law of Belmora knows no liability of legal persons for offences against the person. A bill has been announced.',
      cites: [],
      submitted: 'at once',
    },
  ],
  '5.1-2': [
    {
      by: 'lead@neighbour',
      at: '2026-06-11T10:30Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-06-11',
      reasons: 'The treaty with Aruna includes the offences by penalty threshold and by a clause on multilateral conventions.',
      cites: [['extradition-treaty', 'art. 2']],
      submitted: 'at once',
    },
  ],
  '8.1.e': [
    {
      by: 'lead@neighbour',
      at: '2026-09-02T08:20Z',
      law: 'partially_compliant',
      practice: null,
      asOf: '2026-09-02',
      reasons: 'Hearings are closed by article 340 of the Procedure Ordinance; publication is left to the code of the press.',
      cites: [],
    },
  ],
};
