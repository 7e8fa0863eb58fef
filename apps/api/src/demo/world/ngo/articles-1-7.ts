import type { Judgements } from '../shapes.ts';

const accepted = (at: `2026-${string}T${string}Z`) => ({ by: 'lead@ngo' as const, at });

/** The audit’s judgements on Articles 1 to 7. */
export const articles1to7: Judgements = {
  '1': [
    {
      by: 'auditor@ngo',
      at: '2026-03-30T09:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-03-30',
      reasons:
        'All three practices are forbidden by name for everyone under 18, and no custom or regional rule stands against that. In the trials we watched, prosecutors relied on ss. 181E and 181F without hesitation; not one of 64 was brought as sale of a child. That is a matter of detection rather than of the prohibition.',
      cites: [
        ['own-penal-code', 'ss. 181A–181F'],
        ['court-monitoring', 'part B, table 1'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-03T10:00Z'),
    },
  ],
  '3.1.a.i.a': [
    {
      by: 'auditor@ngo',
      at: '2026-03-30T10:10Z',
      law: 'non_compliant',
      practice: 'none',
      asOf: '2026-03-30',
      reasons:
        'The Protocol asks that offering, delivering and accepting be “fully covered”; s. 181B(1) names two acts and leaves out the buyer, without whom there is no sale. That trafficking law may catch him does not help, because it asks for another act and another proof. No conviction for sale for sexual exploitation could be found in any court, and 71 of 418 adults in tourism say that they have seen a child offered.',
      qualifierNote: 'An act left out for every child is not a partial but a missing coverage: we read “as a minimum” in this way.',
      cites: [
        ['own-penal-code', 's. 181B(1)'],
        ['field-survey', 'table 3'],
        ['court-monitoring', 'part B, table 1'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-03T10:20Z'),
    },
  ],
  '3.1.a.i.c': [
    {
      by: 'auditor@ngo',
      at: '2026-03-31T08:40Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-03-31',
      reasons:
        'Section 181D covers the three acts and every child, and it exempts no customary placement. Staff of two services told us that children brought from the north for household work come to them only after they have run away, and that the police record a labour dispute. Fishing boats are outside everybody’s view.',
      cites: [
        ['own-penal-code', 's. 181D'],
        ['court-monitoring', 'part B, p. 11'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-03T10:40Z'),
    },
  ],
  '3.1.a.ii': [
    {
      by: 'lead@ngo',
      at: '2026-04-10T10:30Z',
      law: 'partially_compliant',
      practice: 'limited',
      asOf: '2026-04-10',
      reasons:
        'Section 31 knows inducement by payment only. In seven of forty files read with a receiving State’s authority the mother had been deceived about the length of the placement and nobody had been paid; general fraud needs a loss of property and does not reach such a case. A whole form of improper inducement is thus left unpunished.',
      cites: [
        ['own-child-act', 'Adoption Act, s. 31'],
        ['adoption-review', 'findings 2 and 3'],
      ],
      submitted: 'at once',
    },
  ],
  '3.1.b': [
    {
      by: 'auditor@ngo',
      at: '2026-04-01T09:30Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-04-01',
      period: ['2024-01-01', '2025-12-31'],
      reasons:
        'The four acts are there and the customer is included. A minor shortcoming is that the Court of Appeal left open whether any mistake about age excuses, and defence counsel pleaded it in eleven of the trials observed. On the Coral Coast 19 of 71 adults who saw a child offered told the police or the helpline; in the Southern Border Region we know of no trial at all.',
      cites: [
        ['own-penal-code', 'ss. 181E and 181H'],
        ['ca-judgment', 'para. 41'],
        ['field-survey', 'tables 3–5'],
        ['court-monitoring', 'part B, table 2'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-08T09:00Z'),
    },
  ],
  '3.1.c': [
    {
      by: 'auditor@ngo',
      at: '2026-04-01T11:00Z',
      law: 'compliant',
      practice: 'limited',
      asOf: '2026-04-01',
      period: ['2024-01-01', '2025-12-31'],
      reasons:
        'We agree that s. 181F covers all acts and follows the definition. We cannot agree with any claim that it works throughout: the hotline had no answer from the police to 44 per cent of its reports, and in only six of 38 trials was a child in the material looked for. Possession is what is prosecuted; production was charged twice.',
      cites: [
        ['own-penal-code', 's. 181F'],
        ['hotline', 'tables 2 and 5'],
        ['court-monitoring', 'part C, table 6'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-08T09:15Z'),
    },
  ],
  '3.3': [
    {
      by: 'auditor@ngo',
      at: '2026-04-02T09:00Z',
      law: 'largely_compliant',
      practice: 'substantial',
      asOf: '2026-04-02',
      reasons:
        'Penalties are grave on paper and mostly so in the courtroom: of 43 sentences heard, 34 were unsuspended. Limitation runs while the child is a child, which bars those who speak late. We found no case ended by marriage or settlement.',
      cites: [
        ['own-penal-code', 'ss. 95 and 181B–181H'],
        ['court-monitoring', 'part D, table 9'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-08T09:30Z'),
    },
  ],
  '3.4': [
    {
      by: 'auditor@ngo',
      at: '2026-04-02T10:30Z',
      law: 'partially_compliant',
      practice: 'none',
      asOf: '2026-04-02',
      reasons:
        'The list in s. 32 contains one of the offences, child sexual abuse material, and leaves out sale and exploitation in prostitution, for which hotels and carriers matter most. Eighty-four adults in tourism know premises that tolerate the latter, and no company has been called to account. A fixed fine that a hotel earns in a night deters nobody.',
      cites: [
        ['own-penal-code', 'ss. 31–33'],
        ['field-survey', 'table 8'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-08T09:45Z'),
    },
  ],
  '3.5': [
    {
      by: 'lead@ngo',
      at: '2026-04-10T11:40Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-04-10',
      reasons:
        'The Adoption Act gives every actor a place under the Authority, and inspections do take place. The joint review found that fees were declared and checked in all forty files. Its findings on consent are judged under the offence of inducement.',
      cites: [
        ['own-child-act', 'Adoption Act, ss. 5–20'],
        ['adoption-review', 'findings 1 and 6'],
      ],
      submitted: 'at once',
    },
  ],
  '4.3': [
    {
      by: 'auditor@ngo',
      at: '2026-04-20T09:00Z',
      law: 'partially_compliant',
      practice: 'no_data',
      asOf: '2026-04-20',
      reasons:
        'Aruna refuses to extradite its nationals and yet tries them for acts abroad only where those acts are also criminal there and the victim complains. Both conditions defeat the purpose of the paragraph. The Ministry answered our request for figures by saying that it keeps none.',
      cites: [
        ['own-extradition', 's. 7'],
        ['own-penal-code', 's. 8'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-04-29T10:00Z'),
    },
  ],
  '5.1-1': [
    {
      by: 'auditor@ngo',
      at: '2026-04-20T10:00Z',
      law: 'compliant',
      practice: 'no_data',
      asOf: '2026-04-20',
      reasons:
        'Ratified treaties have the force of law in Aruna, so the Protocol supplements the two treaties that were in force before it. Both use a list of offences; no notice in the gazette tells a foreign authority that the list has grown, which would be good practice though the Protocol does not ask for it. We know of no request.',
      cites: [['own-extradition', 's. 2(2)']],
      submitted: 'at once',
      accepted: accepted('2026-04-29T10:20Z'),
    },
  ],
  '5.5': [
    {
      by: 'auditor@ngo',
      at: '2026-04-20T11:20Z',
      law: 'partially_compliant',
      practice: 'no_data',
      asOf: '2026-04-20',
      reasons:
        'Section 8 of the Extradition Act sounds like a duty, but rule 12 of the implementing rules lets the Minister “consider” submission to the Prosecutor General. What the Protocol requires is that the case be submitted. We have asked twice how many cases were submitted and have had no answer.',
      cites: [['own-extradition', 's. 8; rule 12']],
      submitted: 'at once',
      accepted: accepted('2026-04-29T10:40Z'),
    },
  ],
  '7.c': [
    {
      by: 'auditor@ngo',
      at: '2026-05-19T09:20Z',
      law: 'non_compliant',
      practice: 'none',
      asOf: '2026-05-19',
      reasons:
        'There is no power to close premises since the licensing rules were repealed in June 2025. One adult in five asked on the Coral Coast knows a place that tolerates exploitation. Staff of services say that such places change their name and stay open.',
      cites: [
        ['field-survey', 'table 8'],
        ['strategy', 'measure 4.6'],
        ['providers', 'summary, point 12'],
      ],
      submitted: 'at once',
      accepted: accepted('2026-05-27T09:00Z'),
    },
  ],
};
