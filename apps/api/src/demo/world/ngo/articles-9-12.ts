import type { Judgements } from '../shapes.ts';

const accepted = (at: `2026-${string}T${string}Z`) => ({ by: 'lead@ngo' as const, at });

/** The audit’s judgements on Articles 9 to 12. */
export const articles9to12: Judgements = {
  '9.1-1': [
    {
      by: 'auditor@ngo',
      at: '2026-06-15T09:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-06-15',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'The Strategy is among the better ones: costed, specific and adopted by the whole Government. About two thirds of the money was released in each of three years, and less than half of the measures are done. We follow the published summary of the evaluation with the reserve that sixty of its pages are withheld.',
      cites: [
        ['strategy', 'objectives 1–5; summary, pp. 4–8'],
        ['budget-tracking', 'tables 1–2', 'contradicts'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-06-22T09:00Z'),
    },
  ],
  '9.1-2': [
    {
      by: 'auditor@ngo',
      at: '2026-06-15T10:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-15',
      reasons:
        'The Strategy names four groups of children and assigns nobody to two of them. Birth registration after the first year of life needs a court, so that children of seasonal workers grow up without papers and, at the border, without protection. The vulnerability survey promised for 2024 has not begun.',
      cites: [
        ['strategy', 'objective 2; summary, p. 9'],
        ['border-visits', 'paras. 4–7'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-06-22T09:20Z'),
    },
  ],
  '9.2-1': [
    {
      by: 'auditor@ngo',
      at: '2026-06-16T09:10Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-06-16',
      reasons:
        'Schools must teach prevention, but no text charges anyone with informing “the public at large”, and the travel trade has no duty to inform its guests. The only figures date from before many of today’s pupils could read. Among adults in tourism one in three knew the helpline’s number.',
      cites: [
        ['strategy', 'objective 1'],
        ['field-survey', 'table 11'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-06-22T09:40Z'),
    },
  ],
  '9.2-2': [
    {
      by: 'auditor@ngo',
      at: '2026-06-16T10:20Z',
      law: 'partially_compliant',
      practice: 'none',
      asOf: '2026-06-16',
      reasons:
        'The Children’s Council exists by ministerial statute and may be heard; nothing says that it must be, and no safeguard is laid down for child victims who would take part. It has not met since November 2023. The body of young advisers in the Strategy has not been set up.',
      cites: [
        ['participation', 'minutes 2019–2023'],
        ['strategy', 'summary, p. 9'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-06-22T10:00Z'),
    },
  ],
  '9.3': [
    {
      by: 'auditor@ngo',
      at: '2026-06-29T09:00Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-29',
      reasons:
        'Only a child under a care order has a right to a recovery plan. Staff say that boys, older girls with children of their own and children with disabilities are most often turned away. Follow-up ends after three months, when schooling and stable care have hardly begun.',
      cites: [
        ['own-child-act', 's. 29'],
        ['providers', 'summary, points 3 and 10'],
        ['budget-tracking', 'table 3'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-07-06T09:00Z'),
    },
  ],
  '9.4': [
    {
      by: 'auditor@ngo',
      at: '2026-06-29T10:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-29',
      reasons:
        'Security for costs keeps children abroad from the civil court, and claims in the criminal case lapse with an acquittal of the one accused, though others may be liable. To us that is discrimination by residence, which the article forbids in terms. In 64 trials compensation was asked for 20 times and awarded 12 times.',
      cites: [
        ['court-monitoring', 'part F, tables 18–19'],
        ['legal-aid-survey', 'questions 17–22'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-07-06T09:20Z'),
    },
  ],
  '9.5': [
    {
      by: 'auditor@ngo',
      at: '2026-09-22T14:10Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-09-22',
      reasons:
        'Section 181G forbids advertising the offences. Coded offers of travel and “massage” are not clearly within it, and the memorandum with operators does not mention advertising. Figures of the hotline on this point to be asked for.',
      cites: [
        ['own-penal-code', 's. 181G'],
        ['networks-agreement', 'clauses 4–9'],
      ],
    },
  ],
  '10.1-2': [
    {
      by: 'auditor@ngo',
      at: '2026-07-20T09:00Z',
      law: null,
      practice: 'limited',
      asOf: '2026-07-20',
      reasons:
        'We judge practice only, since no text on coordination with organisations is known to us. The working group met twice in 2025, without agenda in advance; in 2024 it did not meet. Cooperation with international organisations is better, and our partners there say the same.',
      cites: [['providers', 'summary, point 17']],
      submitted: 'at once',
    },
  ],
  '12.2-1': [
    {
      by: 'auditor@ngo',
      at: '2026-07-21T08:30Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-07-21',
      reasons: 'The combined report of 2023 has a part on the Protocol and came in on time. It says little that is new.',
      cites: [],
      submitted: 'at once',
      returned: {
        by: 'lead@ngo',
        at: '2026-08-03T09:00Z',
        reason: '“Little that is new” is an opinion. Compare the part with the recommendations of 2009 one by one and cite the paragraphs.',
      },
    },
  ],
};
