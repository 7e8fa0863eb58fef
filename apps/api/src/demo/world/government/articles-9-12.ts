import type { Judgements } from '../shapes.ts';

/** The government’s judgements on Articles 9, 10 and 12. */
export const articles9to12: Judgements = {
  '9.1-1': [
    {
      by: 'contributor@government',
      at: '2026-05-05T10:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-05-05',
      period: ['2023-01-01', '2025-06-30'],
      reasons:
        'The Strategy 2023–2027 was adopted by the Council of Ministers, covers each group of offences by name and gives every measure a responsible ministry; s. 36 of the Child Protection Act has persons who work with children checked. The budget carries programme 0412 in separate lines. The evaluation counts 21 of 48 measures as carried out and 10 as not begun, so that implementation is well advanced and not complete.',
      cites: [
        ['strategy-2023', 'objectives 1–5'],
        ['child-protection-act', 's. 36'],
        ['budget-2026', 'pp. 211–214'],
        ['evaluation-2025', 'pp. 4–8'],
        ['budget-2022', 'table 33', 'contradicts'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-05-25T08:30Z' },
    },
  ],
  '9.1-2': [
    {
      by: 'contributor@government',
      at: '2026-06-30T15:10Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-30',
      reasons:
        'The Strategy names children in care, children of seasonal workers, children with disabilities and unregistered children at the southern border as especially vulnerable. The survey by which their situation was to be mapped has not begun. Figures of the birth registration office to be added.',
      cites: [
        ['strategy-2023', 'objective 2'],
        ['evaluation-2025', 'p. 9'],
      ],
    },
  ],
  '9.2-1': [
    {
      by: 'contributor@government',
      at: '2026-05-06T09:10Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-05-06',
      period: ['2018-09-01', '2019-06-30'],
      reasons:
        'Prevention is taught in grades 4 to 10, and two of the twelve lessons deal with the harm done by all three practices; the helpline’s number is printed in every pupil’s diary. In the school survey 82 per cent had had such a lesson and 71 per cent knew the number. The public at large was reached by yearly broadcasts, of which no measurement exists.',
      cites: [['schools-2019', 'chapter 5']],
      submitted: 'at once',
      accepted: {
        by: 'reviewer@government',
        at: '2026-05-25T09:00Z',
        reason: 'Accepted as the last figures we have; the survey dates from 2019 and must be repeated.',
      },
    },
  ],
  '9.3': [
    {
      by: 'contributor@government',
      at: '2026-06-10T10:40Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-10',
      period: ['2024-07-01', '2025-06-30'],
      reasons:
        'Section 29 of the Child Protection Act gives a right to a recovery plan, but only to children for whom a care order has been made; others depend on what the municipality offers. The four shelters and two clinics have 74 places and turned away about one child in five for want of room. What became of children after they left is followed for three months and no longer, so full reintegration cannot be shown.',
      qualifierNote: '“All feasible measures” was measured against the places and posts approved in the Strategy.',
      cites: [
        ['child-protection-act', 's. 29'],
        ['shelter-inspection', 'chapters 3–4'],
        ['budget-2026', 'p. 213'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-06-25T09:10Z' },
    },
  ],
  '9.4': [
    {
      by: 'contributor@government',
      at: '2026-06-02T08:30Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-06-02',
      reasons:
        'A child victim may claim damages in the criminal case or before the civil court, with free counsel and without court fees. Few claims are made.',
      cites: [['legal-aid-act', 'ss. 6 and 11']],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-06-15T10:00Z',
        reason:
          'The article says “all child victims … without discrimination”. Deal with children who live abroad or whose stay is not regular, and with limitation. Give figures or say that there are none.',
      },
    },
    {
      by: 'contributor@government',
      at: '2026-07-08T09:20Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-07-08',
      reasons:
        'The claim may be joined to the criminal case or brought before the civil court; counsel is free and fees are waived under ss. 6 and 11 of the Legal Aid Act. Section 11 asks a claimant who lives abroad for security for costs, which a child sent home after the trial can hardly give: a minor shortcoming in the text, to be repealed. Prosecutors put claims to the court in a third of the cases, and no authority counts the awards.',
      cites: [
        ['legal-aid-act', 'ss. 6 and 11'],
        ['pg-instruction-2020', 'para. 21'],
        ['ombudsperson-2024', 'chapter 6'],
      ],
      submitted: 'at once',
    },
  ],
  '9.5': [
    {
      by: 'police@government',
      at: '2026-10-21T13:40Z',
      law: 'compliant',
      practice: 'no_data',
      asOf: '2026-10-21',
      reasons:
        'Section 181G punishes producing or disseminating material that advertises any offence of the chapter, and the regulator may order removal within 24 hours (Electronic Communications Act, s. 52). The regulator’s returns do not say how many of its orders concerned such advertising; a count by hand has been promised for December.',
      cites: [
        ['penal-code', 's. 181G'],
        ['communications-act', 's. 52'],
      ],
    },
  ],
  '10.1-1': [
    {
      by: 'police@government',
      at: '2026-07-14T08:30Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-07-14',
      period: ['2023-06-01', '2026-06-30'],
      reasons:
        'The revised Regional Arrangement covers prevention, detection, investigation and prosecution, provides for joint teams and, in its Article 12, for notice of the travel of convicted offenders, which is where sexual exploitation of children in travel and tourism is met. The treaties with Belmora complete it bilaterally. Two joint teams worked in the period; 40 notices of travel were received and acted on, and 3 were sent, because the Penal Register cannot yet select by offence.',
      qualifierNote: '“All necessary steps” was taken to include the technical means for sending notices.',
      cites: [
        ['police-arrangement', 'arts. 7, 9 and 12'],
        ['treaty-belmora-mla', 'art. 6'],
        ['cyber-unit', 'art. 5'],
        ['tourism-code', 'clauses 2–3'],
      ],
      submitted: 'at once',
    },
  ],
  '12.1': [
    {
      by: 'lead@government',
      at: '2026-03-12T13:30Z',
      law: 'largely_compliant',
      practice: 'substantial',
      asOf: '2026-03-12',
      reasons:
        'The Protocol entered into force for Aruna on 30 April 2003, so the initial report was due on 30 April 2005. It was received on 14 February 2008, two years and nine months late. It followed the guidelines and covered every substantive provision, with data for three years; organisations outside government were heard in one meeting.',
      qualifierNote: '“Comprehensive information” was measured against the Committee’s guidelines of 2006.',
      cites: [
        ['initial-report', 'paras. 1–204'],
        ['concluding-observations', 'paras. 2–4'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-03-20T10:20Z' },
    },
  ],
  '12.2-1': [
    {
      by: 'lead@government',
      at: '2026-03-12T14:10Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-03-12',
      period: ['2016-01-01', '2023-06-30'],
      reasons:
        'Part VIII of the combined report of 2023 is given to the Protocol, answers each recommendation of 2009 and covers the whole period since the report before. It was received on 28 September 2023; the Committee had set 30 September. The National Mechanism follows the recommendations in a table that it renews every six months.',
      cites: [['combined-report-2023', 'paras. 201–246']],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-03-20T10:45Z' },
    },
  ],
};
