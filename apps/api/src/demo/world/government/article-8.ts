import type { Judgements } from '../shapes.ts';

/** The government’s judgements on Article 8. */
export const article8: Judgements = {
  '8.1.a': [
    {
      by: 'contributor@government',
      at: '2026-04-30T08:30Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-04-30',
      reasons:
        'The Code of Criminal Procedure provides for recorded interviews, a person of confidence and closed hearings, and seven interview centres are in operation.',
      cites: [
        ['criminal-procedure', 'ss. 146–150'],
        ['interview-centres', 'p. 1'],
      ],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-05-12T09:30Z',
        reason:
          'Section 147 limits interviews only “as far as possible”. Give the share of children interviewed in a centre and deal with the region that has none.',
      },
    },
    {
      by: 'contributor@government',
      at: '2026-05-22T08:10Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-05-22',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'The Code gives every child victim a recorded interview by a trained officer (s. 146) and a person of confidence (s. 149); the number of interviews is limited only “as far as possible” (s. 147), which the Ombudsperson found to mean three on average. Six children in ten are interviewed in one of the seven centres. From the Southern Border Region the nearest centre is five hours away, and most interviews there take place at police stations.',
      qualifierNote: '“Special needs as witnesses” was taken to include interpretation and communication aids, on which no figures exist.',
      cites: [
        ['criminal-procedure', 'ss. 146–149'],
        ['interview-centres', 'p. 1'],
        ['ombudsperson-2024', 'chapter 3'],
        ['police-training', 'annex'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-06-03T12:40Z' },
    },
  ],
  '8.1.c': [
    {
      by: 'contributor@government',
      at: '2026-05-13T09:50Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-05-13',
      reasons:
        'Section 91 of the Code entitles the child victim to counsel free of charge, who may put the child’s views and concerns at every hearing; s. 6(3) of the Legal Aid Act removes any test of means. A special representative is appointed only where the court “finds” a conflict with the parents, which leaves the matter to its discretion. In the files reviewed by the Ombudsperson 58 per cent of the children had counsel, and one decision in four said what had become of their views.',
      cites: [
        ['criminal-procedure', 's. 91'],
        ['legal-aid-act', 's. 6(3)'],
        ['ombudsperson-2024', 'chapter 4, figures 4 and 5'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-06-03T13:10Z' },
    },
  ],
  '8.1.d': [
    {
      by: 'contributor@government',
      at: '2026-05-14T08:20Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-05-14',
      period: ['2024-01-01', '2025-12-31'],
      reasons:
        'Section 24 of the Child Protection Act entitles each child victim to support “throughout the proceedings, free of charge and whatever the residence status”, and names the Victim Support Service as responsible. The Service supported 867 children in two years, in all four regions, and waiting time fell to nine days. The budget of 2026 carries the posts that were financed by a project until then.',
      cites: [
        ['child-protection-act', 's. 24'],
        ['support-2025', 'tables 1–6'],
        ['budget-2026', 'p. 212'],
      ],
      submitted: 'at once',
    },
  ],
  '8.1.e': [
    {
      by: 'contributor@government',
      at: '2026-05-15T10:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-05-15',
      reasons:
        'Section 27 of the Child Protection Act forbids publishing anything from which a child victim could be identified, in newspapers, by broadcast “or in any other manner”, which we read as including networks. Sections 150 and 151 of the Code close the hearing and keep names out of judgments. The Ombudsperson found two breaches in 120 files, both by local papers and both fined.',
      qualifierNote: '“As appropriate” was not used to exempt any medium.',
      cites: [
        ['child-protection-act', 's. 27'],
        ['criminal-procedure', 'ss. 150–151'],
        ['ombudsperson-2024', 'chapter 5'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-06-10T08:45Z' },
    },
  ],
  '8.1.f': [
    {
      by: 'contributor@government',
      at: '2026-06-09T10:20Z',
      law: 'largely_compliant',
      practice: 'substantial',
      asOf: '2026-06-09',
      reasons:
        'Protective orders are open to child victims and their families from the first report, and Instruction No. 5/2020 requires a risk assessment. Four shelters offer protected places. The inspection of 2025 found their security adequate.',
      cites: [
        ['pg-instruction-2020', 'paras. 9–11'],
        ['shelter-inspection', 'chapter 2'],
      ],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-06-24T13:30Z',
        reason:
          'An instruction is not law: name the statute under which orders are made. The inspection says that no shelter takes boys over twelve; “their families, and witnesses on their behalf” are not dealt with at all.',
      },
    },
  ],
  '8.1.g': [
    {
      by: 'reviewer@government',
      at: '2026-04-28T11:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-04-28',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'Section 204 of the Code asks courts to list cases with child victims first “where possible” and sets no time limit. The median from report to final decision is 19 months, and 27 in the Southern Border Region. Orders for compensation are enforced by ordinary execution; the State neither pays nor advances, and nobody records when or whether the child receives anything.',
      cites: [
        ['criminal-procedure', 's. 204'],
        ['court-duration', 'tables 18–20'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-05-11T14:00Z' },
    },
    {
      by: 'reviewer@government',
      at: '2026-10-14T09:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-10-14',
      period: ['2023-01-01', '2026-06-30'],
      reasons:
        'Verdicts unchanged. To be added before submission: the Judicial Council’s half-year figures for 2026 and the reply of the bailiffs’ chamber on payment of compensation orders, promised for November.',
      cites: [
        ['criminal-procedure', 's. 204'],
        ['court-duration', 'tables 18–20'],
      ],
    },
  ],
  '8.2-1': [
    {
      by: 'police@government',
      at: '2026-05-27T08:50Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-05-27',
      reasons:
        'The Code obliges police and prosecutors to open an investigation on any report of an offence; proof of the victim’s age is not among the conditions. Officers are told to treat a person as a child while age is in doubt. The standing order that says so is being retyped and will be added.',
      cites: [],
      submitted: 'at once',
    },
  ],
  '8.3-1': [
    {
      by: 'contributor@government',
      at: '2026-05-19T12:00Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-05-19',
      reasons:
        'Since 2022 s. 10A of the Code makes the best interests of the child “a primary consideration in every act that affects a child victim”, and binds police, prosecution and courts. The Supreme Court has set aside an order for a fourth interview because those interests had not been weighed, so that neglect of the principle can be challenged. No sample of decisions has been read yet with this question in mind.',
      cites: [
        ['criminal-procedure', 's. 10A'],
        ['sc-12-2025', 'paras. 18–26'],
        ['child-protection-act', 's. 7'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-06-10T09:20Z' },
    },
  ],
  '8.4': [
    {
      by: 'contributor@government',
      at: '2026-05-21T09:00Z',
      law: 'largely_compliant',
      practice: 'effective',
      asOf: '2026-05-21',
      period: ['2020-01-01', '2021-12-31'],
      reasons:
        'The Academy’s statute makes training on child victims part of the initial course of judges and prosecutors; for social workers and doctors no text prescribes it, which is the shortcoming in law. In 2020 and 2021 three quarters of all judges and prosecutors attended two days of legal and one day of psychological training. The register for later years has been asked for.',
      qualifierNote: '“Appropriate training, in particular legal and psychological”: both parts were required.',
      cites: [['academy-training', 'register JA/2021/114']],
      submitted: 'at once',
      accepted: {
        by: 'reviewer@government',
        at: '2026-06-11T10:00Z',
        reason: 'Accepted for the period stated. A newer register is needed before this goes into a report.',
      },
    },
  ],
};
