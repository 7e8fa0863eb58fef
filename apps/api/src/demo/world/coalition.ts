// The coalition of the independent audit: another NGO was asked in, and gave a piece with its file and a judgement under its own name.
import type { At, Judgements, Piece, Post } from './shapes.ts';

/** Who works as a guest, and where its lead signs in. */
export const partner = { organisation: 'Aruna Network of Legal Aid Clinics', email: 'lead@clinics.example' };

/** An organisation that is asked into a dossier, and accepts. */
export interface Joined {
  organisation: string;
  asked: At;
  joined: At;
  by: Post;
}
export const ngoCoalition: Joined = { organisation: partner.organisation, asked: '2026-09-15T08:30Z', joined: '2026-09-15T13:10Z', by: 'lead@clinics' };

export const partnerEvidence: readonly Piece[] = [
  {
    key: 'clinics-judgments',
    kind: 'report',
    by: 'lead@clinics',
    at: '2026-09-21T09:00Z',
    title: 'Attempt and complicity before the courts: judgments read by the legal aid clinics, 2023–2025',
    originator: partner.organisation,
    datedOn: '2026-09-11',
    confidentiality: 'public',
    summary: 'What the courts made of ss. 22 to 26 of the Penal Code in 87 judgments under chapter XIV A. Judgments are cited by number; nobody is named.',
    file: {
      name: 'clinics-attempt-and-complicity.txt',
      lines: [
        'Attempt and complicity before the courts, 2023-2025',
        '',
        '87 judgments under chapter XIV A of the Penal Code were read by the clinics of six districts.',
        'In 21 of them somebody was convicted as instigator or helper, within the range of the principal offence.',
        'In 9 the charge was attempt; 7 ended in a conviction. In no judgment did a court hold that the general part does not apply.',
        'Aid given through a network was treated as aid in each case in which it was charged.',
      ],
    },
  },
];

export const partnerJudgements: Judgements = {
  '3.2': [
    {
      by: 'lead@clinics',
      at: '2026-09-22T10:20Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-09-22',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'Attempt, instigation and aid are punished for every act of chapter XIV A, within the range of the completed offence, and the courts apply the general part without exception: in 21 of 87 judgments a helper or instigator was convicted, in 7 an attempt. Prosecutors still charge the completed offence where attempt would be easier to prove, which is why practice is not judged effective.',
      cites: [['clinics-judgments', 'paragraphs 2 to 4']],
      submitted: 'at once',
      accepted: { by: 'lead@ngo', at: '2026-09-24T09:00Z' },
    },
  ],
};
