import type { Judgements } from '../shapes.ts';

const accepted = (at: `2026-${string}T${string}Z`) => ({ by: 'lead@ngo' as const, at });

/** The audit’s judgements on Article 8. */
export const article8: Judgements = {
  '8.1.a': [
    {
      by: 'auditor@ngo',
      at: '2026-05-04T09:00Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-05-04',
      reasons:
        'The law gives recorded interviews as of right but no ceiling on their number. In 29 of 64 trials the child was questioned again in the courtroom although a recording existed. Interpreters for the languages of the southern border were missing in every such case we saw.',
      cites: [
        ['own-procedure', 'ss. 146–149'],
        ['court-monitoring', 'part E, tables 11–12'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-14T08:30Z'),
    },
  ],
  '8.1.b': [
    {
      by: 'auditor@ngo',
      at: '2026-05-04T10:00Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-05-04',
      reasons:
        'Section 88 gives information on request; the Protocol speaks of informing, which a child who does not know what to ask needs most. Nothing is said about the outcome of the case. Of the lawyers surveyed, 63 per cent learnt of a change of the hearing date in the corridor.',
      cites: [
        ['own-procedure', 's. 88'],
        ['legal-aid-survey', 'questions 9–11'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-14T08:45Z'),
    },
  ],
  '8.1.c': [
    {
      by: 'auditor@ngo',
      at: '2026-05-13T10:40Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-05-13',
      reasons:
        'Counsel is a right, but the child’s own voice is not: where the parents oppose it, s. 91 leaves the appointment of a special representative to the court’s discretion, and in four trials observed a parent with an interest of his own spoke for the child. We do not think that a minor shortcoming. Reasons that mention the child’s views were heard in 14 of 64 judgments.',
      cites: [
        ['own-procedure', 's. 91'],
        ['court-monitoring', 'part E, table 13'],
        ['ombudsperson', 'chapter 4'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-21T09:00Z'),
    },
  ],
  '8.1.d': [
    {
      by: 'auditor@ngo',
      at: '2026-05-15T08:50Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-05-15',
      period: ['2025-01-01', '2026-03-31'],
      reasons:
        'Section 24 promises support throughout the proceedings; a regulation ends it at the judgment of first instance, so that appeals and enforcement are left out. Professionals in three regions say that one worker has forty to sixty children. In the south the waiting time is three weeks, and the national average hides it.',
      cites: [
        ['own-child-act', 's. 24; regulation of 2020, reg. 6'],
        ['providers', 'summary, points 2–5'],
        ['budget-tracking', 'table 3'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-22T09:30Z'),
    },
  ],
  '8.1.e': [
    {
      by: 'auditor@ngo',
      at: '2026-05-18T09:40Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-05-18',
      period: ['2025-01-01', '2025-12-31'],
      reasons:
        'The ban in s. 27 lasts “while proceedings are pending”; afterwards anyone may publish what identifies the child. Its words “in any other manner” have never been applied to a network, and the regulator has said that it does not regard them as its business. In 31 of 140 cases covered in 2025 a place, school or relative was named, 27 times on networks.',
      cites: [
        ['own-child-act', 's. 27'],
        ['media-monitoring', 'totals'],
        ['ombudsperson', 'chapter 5', 'contradicts'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-25T10:00Z'),
    },
  ],
  '8.1.f': [
    {
      by: 'lead@ngo',
      at: '2026-06-01T09:15Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-06-01',
      reasons:
        'Protective orders rest on the Domestic Violence Act and can be had against members of the household only; an organiser or a customer who threatens is outside it. No rule covers witnesses who speak for the child. Services told us of threats that were answered within a day in the capital and after a week elsewhere.',
      cites: [['providers', 'summary, points 7–9']],
      submitted: 'at once',
    },
  ],
  '8.1.g': [
    {
      by: 'auditor@ngo',
      at: '2026-05-05T08:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-05-05',
      reasons:
        'The trials we followed ended 22 months after the first report in the middle case, and the longest is in its fifth year. “Where possible” in s. 204 is not priority. Not one of the lawyers surveyed could name a client whose compensation had been paid in full within a year.',
      cites: [
        ['own-procedure', 's. 204'],
        ['court-monitoring', 'part F, table 17'],
        ['legal-aid-survey', 'question 21'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-14T09:00Z'),
    },
  ],
  '8.2-1': [
    {
      by: 'lead@ngo',
      at: '2026-06-02T10:00Z',
      law: 'partially_compliant',
      practice: 'none',
      asOf: '2026-06-02',
      period: ['2025-10-06', '2025-10-17'],
      reasons:
        'No statute makes proof of age a condition, but none presumes minority while age is in doubt either, and age assessment is not regulated. In the three places visited at the southern border we were told that the police send away those who cannot show a document, and staff knew of no exception. The standing order to which officials refer has not been shown to anyone.',
      cites: [
        ['own-procedure', 's. 33'],
        ['border-visits', 'paras. 8–14'],
      ],
      submitted: 'at once',
    },
  ],
  '8.3-1': [
    {
      by: 'auditor@ngo',
      at: '2026-06-03T08:30Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-06-03',
      reasons:
        'Section 10A is clear and binds every authority. In the judgments heard it was named in nine of 64, and in two of these weighed against anything. Children without papers are still kept in a closed house for their “own safety”, which the principle cannot carry.',
      cites: [
        ['own-procedure', 's. 10A'],
        ['court-monitoring', 'part E, table 14'],
        ['border-visits', 'para. 17'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-06-12T09:00Z'),
    },
  ],
  '8.4': [
    {
      by: 'auditor@ngo',
      at: '2026-06-03T10:00Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-06-03',
      period: ['2022-01-01', '2025-12-31'],
      reasons:
        'The statute prescribes training for judges and prosecutors and forgets social workers, doctors and lawyers. The Academy wrote to us that the course was not held in 2022 and 2023 and reached 41 persons since. The police interviewers are well trained; seventeen of them serve where most children live.',
      cites: [['training-evaluation', 'replies of 4 and 19 February 2026']],
      submitted: 'at once',
      accepted: accepted('2026-06-12T09:20Z'),
    },
  ],
  '8.5': [
    {
      by: 'lead@ngo',
      at: '2026-06-04T09:00Z',
      law: 'non_compliant',
      practice: 'none',
      asOf: '2026-06-04',
      reasons:
        'No provision protects persons or organisations that help victims; the general offence of threat asks for fear “on reasonable grounds”, which prosecutors denied in each of the incidents reported to us. Since 2024 associations with funds from abroad must name the persons whom they help, and three have stopped taking in witnesses. This concerns ourselves as well, and the reader should know it.',
      qualifierNote: '“In appropriate cases”: a shelter that has received a threat in writing was taken to be one.',
      cites: [['providers', 'summary, points 14–16']],
      submitted: 'at once',
    },
  ],
};
