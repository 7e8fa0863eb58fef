import type { Judgements } from '../shapes.ts';

/** The government’s judgements on Articles 1 and 3. */
export const articles1to3: Judgements = {
  '1': [
    {
      by: 'reviewer@government',
      at: '2026-03-26T09:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-03-26',
      reasons:
        'Chapter XIV A of the Penal Code prohibits each of the three practices by its own provision: sale in ss. 181B to 181D, exploitation in prostitution in s. 181E, child sexual abuse material in s. 181F. Section 181A protects every person under 18 and consent is no defence. The gap in the acts covered by s. 181B is judged under Article 3(1)(a)(i)a and is not counted twice here. Convictions under ss. 181E and 181F are reported from every region, but the tables do not show sale apart from trafficking.',
      cites: [
        ['penal-code', 'ss. 181A–181F'],
        ['penal-amendment-2014', 'explanatory memorandum, p. 3'],
        ['sc-34-2021', 'paras. 14–19'],
        ['prosecutions-2023-2025', 'tables 4.1–4.3'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-02T08:15Z' },
    },
  ],
  '3.1.a.i.a': [
    {
      by: 'reviewer@government',
      at: '2026-03-27T10:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-03-27',
      reasons:
        'Section 181B(1) punishes whoever “offers or delivers” a child for sexual exploitation; the third act of the Protocol, accepting, is not named. The Trafficking Act, s. 4, reaches the person who receives a child, but as trafficking and not as sale, and the Committee recommended in 2009 that the two be kept apart. Nine investigations were opened under s. 181B in three years, and the tables merge them with trafficking cases.',
      qualifierNote: '“Fully covered” was taken to require each of the three acts in the text of a criminal provision.',
      cites: [
        ['penal-code', 's. 181B(1)'],
        ['trafficking-act', 's. 4'],
        ['penal-amendment-2024', 'schedule', 'contradicts'],
        ['concluding-observations', 'para. 12'],
        ['prosecutions-2023-2025', 'table 4.1, note 2'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-02T08:40Z' },
    },
  ],
  '3.1.a.i.b': [
    {
      by: 'reviewer@government',
      at: '2026-03-27T11:20Z',
      law: 'compliant',
      practice: 'no_data',
      asOf: '2026-03-27',
      period: ['2024-03-01', '2026-02-28'],
      reasons:
        'Section 181C, in force since 1 March 2024, names offering, delivering and accepting a child for the transfer of an organ for profit. The purpose suffices; no organ need have been removed. We looked for cases and found none, neither in the Prosecutor General’s tables nor in the returns of the two transplant centres. As nobody has inspected how the centres record the age of donors, we do not read this silence as a result.',
      cites: [
        ['penal-code', 's. 181C'],
        ['penal-amendment-2024', 's. 2'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-03T09:05Z' },
    },
  ],
  '3.1.a.i.c': [
    {
      by: 'contributor@government',
      at: '2026-04-08T09:15Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-04-08',
      period: ['2024-01-01', '2025-12-31'],
      reasons:
        'Section 181D makes offering, delivering and accepting a child for forced labour a crime punishable by eight to fifteen years, and the placing of children with other households is not exempt. In practice inspectors found 83 children in two years and referred 31 cases to the police, of which eleven at most came to trial under s. 181D. The others ended in fines under the Labour Act. Fisheries in the south were not inspected at all.',
      cites: [
        ['penal-code', 's. 181D'],
        ['child-labour-act', 's. 12'],
        ['labour-inspections', 'table 7'],
        ['prosecutions-2023-2025', 'table 4.3'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-04-16T12:20Z' },
    },
  ],
  '3.1.a.ii': [
    {
      by: 'contributor@government',
      at: '2026-04-02T11:00Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-04-02',
      reasons:
        'Section 31 of the Adoption Act punishes an intermediary who induces consent to an adoption. The Adoption Authority reviews the circumstances of consent in each file and suspended one accreditation in 2024.',
      cites: [
        ['adoption-act', 's. 31'],
        ['adoption-authority', 'chapter 4'],
      ],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-04-09T08:30Z',
        reason:
          'Section 31 speaks of inducement “by payment or promise of payment”. Say whether threats and deception are covered, by which provision, and whether “compliant” can stand.',
      },
    },
    {
      by: 'contributor@government',
      at: '2026-04-17T09:40Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-04-17',
      reasons:
        'Section 31 covers inducement by payment or promise of payment and binds every intermediary, professional or not. Threats fall under coercion (Penal Code, s. 162) and deception under fraud (s. 214), with lower penalties and without reference to adoption; we regard this as a minor shortcoming, since no form of improper inducement goes unpunished. The Authority referred two files to the prosecutor in three years, and the outcome of neither is known to it.',
      cites: [
        ['adoption-act', 's. 31'],
        ['penal-code', 'ss. 162 and 214'],
        ['adoption-authority', 'chapter 4, p. 27'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-04-23T10:10Z', reason: 'Outcome of the two files to be added when the prosecutor answers.' },
    },
  ],
  '3.1.b': [
    {
      by: 'reviewer@government',
      at: '2026-03-30T08:45Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-03-30',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'Section 181E repeats the four acts of the Protocol, and the Court of Appeal has held that the customer “obtains” the child. Section 181H frees the child from punishment. Convictions rose from 14 to 21 a year, and in 2025 nine of them concerned persons who paid. All regions report cases except the Southern Border Region, which reports investigations only; we therefore do not claim “effective”.',
      cites: [
        ['penal-code', 'ss. 181E and 181H'],
        ['ca-112-2022', 'paras. 31–38'],
        ['prosecutions-2023-2025', 'tables 4.1 and 4.6'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-07T13:10Z' },
    },
    {
      by: 'police@government',
      at: '2026-09-15T08:20Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-09-15',
      period: ['2025-01-01', '2026-06-30'],
      reasons:
        'Since the last judgement two convictions from the Southern Border Region have become final, so that every region now shows results. The text of s. 181E is unchanged. We propose to raise the verdict in practice.',
      cites: [
        ['penal-code', 's. 181E'],
        ['prosecutions-2023-2025', 'table 4.6'],
      ],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-09-24T14:05Z',
        reason:
          'The table cited ends in December 2025 and cannot show the two convictions. “Effective” also needs an independent source that agrees; none is cited.',
      },
    },
  ],
  '3.1.c': [
    {
      by: 'police@government',
      at: '2026-03-31T09:30Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-03-31',
      period: ['2024-01-01', '2025-12-31'],
      reasons:
        'Section 181F names all eight acts and follows the definition of Article 2(c), simulated acts included; it punishes possession without regard to purpose, which goes further than the Protocol asks. The Cybercrime Unit took a first measure in a median of three working days and referred 61 identified children to services in two years. Convictions rose from 38 to 57 a year and cover production and sale as well as possession. The hotline’s own count of reports agrees with that of the Unit.',
      cites: [
        ['penal-code', 's. 181F'],
        ['cyber-unit', 'arts. 2–5'],
        ['cyber-caseload', 'sheets 1 and 3'],
        ['prosecutions-2023-2025', 'table 4.2'],
        ['operators-memorandum', 'clause 4'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-04-10T09:00Z' },
    },
  ],
  '3.2': [
    {
      by: 'reviewer@government',
      at: '2026-04-01T10:00Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-04-01',
      reasons:
        'Sections 22 to 26 of the general part apply to chapter XIV A without exception: attempt is punished within the range of the completed offence, and instigators and helpers like principals. The Supreme Court confirmed in 2021 that aiding through a network is enough. Charges for attempt are not recorded apart, so nothing can be said yet about practice.',
      qualifierNote: '“Subject to the provisions of national law”: Aruna makes no use of this allowance.',
      cites: [
        ['penal-code', 'ss. 22–26'],
        ['sc-34-2021', 'paras. 22–29'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-07T13:30Z' },
    },
  ],
  '3.3': [
    {
      by: 'reviewer@government',
      at: '2026-04-14T10:20Z',
      law: 'largely_compliant',
      practice: 'substantial',
      asOf: '2026-04-14',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'The ranges, eight to fifteen years for sale and five to twelve for exploitation in prostitution, match those of the gravest offences against the person, and s. 181H(2) aggravates them for abuse of trust and organised commission. A minor shortcoming remains in s. 95: limitation runs from the offence and not from the victim’s majority. Of the sentences imposed in 2025 under s. 181E, four in five were unsuspended.',
      qualifierNote: '“Appropriate” was measured against the ranges for rape (s. 171) and kidnapping (s. 158).',
      cites: [
        ['penal-code', 'ss. 95, 181B–181H'],
        ['prosecutions-2023-2025', 'table 4.8'],
      ],
      submitted: '2026-10-06T09:00Z',
    },
  ],
  '3.4': [
    {
      by: 'reviewer@government',
      at: '2026-04-15T11:00Z',
      law: 'partially_compliant',
      practice: 'none',
      asOf: '2026-04-15',
      reasons:
        'Sections 31 to 33 of the Penal Code establish an administrative liability of legal persons, which the Protocol leaves to the State’s choice, but only for offences listed in s. 32; of chapter XIV A the list contains s. 181F alone. The fine is fixed at 50,000 in national currency and bears no relation to turnover. No proceedings against a legal person have ever been opened for an offence against a child. The Committee asked for this to be mended in 2009.',
      qualifierNote: 'We did not rely on “where appropriate”: no reason has been stated why liability would be inappropriate.',
      cites: [
        ['penal-code', 'ss. 31–33'],
        ['concluding-observations', 'para. 20'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-04-28T08:20Z' },
    },
  ],
  '3.5': [
    {
      by: 'contributor@government',
      at: '2026-04-20T08:50Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-04-20',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'The Adoption Act reserves matching to the Authority, obliges lawyers, doctors and institutions to act through an accredited body, and forbids gain beyond listed costs. Each of the four bodies was inspected every year, and one accreditation was suspended over undeclared fees. Domestic adoptions of relatives are registered by the courts without notice to the Authority, so the picture is not complete.',
      cites: [
        ['adoption-act', 'ss. 5–20 and 30'],
        ['adoption-authority', 'chapters 2 and 4'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-05-04T09:15Z' },
    },
  ],
};
