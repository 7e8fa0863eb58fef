import type { Judgements } from '../shapes.ts';

/** The government’s judgements on Articles 4 to 7. */
export const articles4to7: Judgements = {
  '4.1': [
    {
      by: 'reviewer@government',
      at: '2026-04-22T08:30Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-04-22',
      reasons:
        'Section 6 of the Penal Code extends to the whole territory, the territorial sea and the airspace; s. 7 adds ships flying the flag of Aruna and aircraft on its register, wherever they are. Under s. 6(3) an offence is committed also where its result occurs, which covers material made available from abroad. How port and flag-State officers apply this has not been examined.',
      cites: [['penal-code', 'ss. 6 and 7']],
      submitted: 'at once',
    },
  ],
  '4.3': [
    {
      by: 'reviewer@government',
      at: '2026-04-22T09:20Z',
      law: 'partially_compliant',
      practice: 'no_data',
      asOf: '2026-04-22',
      reasons:
        'Nationals are not extradited (Extradition Act, s. 7), so jurisdiction over acts abroad must follow in every such case. Section 8 of the Penal Code gives it, but only where the act is also punishable at the place of commission and, for offences under ten years, on a complaint by the victim. Neither condition is found in the Protocol. The two refusals on nationality since 2022 were not followed up in any register that we could find.',
      cites: [
        ['penal-code', 's. 8'],
        ['extradition-act', 's. 7'],
        ['mla-register', 'part C, entries 3 and 5'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-05-05T08:05Z' },
    },
  ],
  '5.1-2': [
    {
      by: 'lead@government',
      at: '2026-04-14T08:30Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-04-14',
      reasons:
        'One extradition treaty has been concluded since entry into force, that with Belmora of 2014. Its Article 2(1) uses a threshold of one year, which every act of Article 3(1) meets in both States, and Article 2(3) adds offences that a multilateral convention makes extraditable. The treaty circular obliges negotiators to keep to this model. The one request made under the treaty so far concerned another matter.',
      cites: [
        ['treaty-belmora-extradition', 'art. 2(1) and (3)'],
        ['mfa-circular', 'annex B'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-04-24T09:40Z' },
    },
  ],
  '5.3': [
    {
      by: 'reviewer@government',
      at: '2026-04-23T08:20Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-04-23',
      period: ['2022-01-01', '2025-12-31'],
      reasons:
        'Aruna does not make extradition conditional on a treaty: under s. 4(2) of the Extradition Act reciprocity suffices, and the Supreme Court presumes it between parties to the same convention. The threshold of one year in s. 3 reaches every act of Article 3(1), attempt and complicity included. Of six requests, four were granted and two refused on nationality alone. The time taken is not recorded.',
      qualifierNote: '“Subject to the conditions provided by the law of the requested State”: none of the conditions in ss. 3–9 is peculiar to these offences.',
      cites: [
        ['extradition-act', 'ss. 3 and 4(2)'],
        ['sc-ext-3-2019', 'paras. 20–27'],
        ['mla-register', 'part C'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-05-05T08:25Z' },
    },
  ],
  '5.4': [
    {
      by: 'reviewer@government',
      at: '2026-05-26T14:30Z',
      law: 'largely_compliant',
      practice: null,
      asOf: '2026-05-26',
      reasons:
        'Section 5 of the Extradition Act lets the court accept the requesting State’s jurisdiction over acts outside its territory where Aruna would have jurisdiction in the like case. To be checked: since s. 8 of the Penal Code demands dual criminality, the like case may fail for requests based on the offender’s nationality.',
      cites: [['extradition-act', 's. 5']],
    },
  ],
  '5.5': [
    {
      by: 'reviewer@government',
      at: '2026-04-23T09:10Z',
      law: 'compliant',
      practice: null,
      asOf: '2026-04-23',
      reasons:
        'Where extradition is refused because the person is a national, the Minister of Justice must submit the case to the Prosecutor General within thirty days and without a further request. The prosecutor then decides by the ordinary standards. The provision should be cited with the implementing rules, which have been asked for.',
      cites: [],
      submitted: 'at once',
    },
  ],
  '6.1': [
    {
      by: 'reviewer@government',
      at: '2026-04-16T09:00Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-04-16',
      period: ['2022-01-01', '2025-12-31'],
      reasons:
        'The Act of 2011 allows testimony by video, search, production of data and transfer of objects for these offences, through one central authority. Search and seizure are refused where the act is not punishable in Aruna (s. 9(2)), which narrows “the greatest measure of assistance”. A median of 118 days is too long where data are kept for 90.',
      cites: [
        ['mla-act', 'ss. 4, 9 and 12'],
        ['mla-register', 'part A'],
        ['communications-act', 's. 54', 'contradicts'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-05-06T13:00Z' },
    },
    {
      by: 'police@government',
      at: '2026-10-05T11:45Z',
      law: 'largely_compliant',
      practice: 'substantial',
      asOf: '2026-10-05',
      period: ['2022-01-01', '2026-08-31'],
      reasons:
        'The law is as judged in April. Since June the central authority answers preservation requests through the police contact point under the revised Regional Arrangement, so that data are secured within two days even where the formal request takes months. A joint team with Belmora led to 11 identified victims in the summer of 2026. The figures for 2026 are those of the contact point and await the annual return.',
      cites: [
        ['mla-act', 's. 12'],
        ['mla-register', 'part A'],
        ['police-arrangement', 'arts. 7 and 9'],
      ],
      submitted: 'at once',
    },
  ],
  '6.2-1': [
    {
      by: 'reviewer@government',
      at: '2026-04-16T10:30Z',
      law: 'compliant',
      practice: 'effective',
      asOf: '2026-04-16',
      reasons:
        'Three treaties and the Regional Arrangement are in force; s. 3 of the Act gives them precedence over its own grounds of refusal, so that nothing in domestic procedure stands against what they promise. Requests under treaties were answered within the time set in 2018 and 2019. Later returns no longer count them apart, and the figures ought to be renewed.',
      qualifierNote: '“Any treaties or other arrangements that may exist”: the list of the Ministry of Foreign Affairs of 1 March 2026 was used.',
      cites: [
        ['mla-act', 's. 3'],
        ['treaty-belmora-mla', 'arts. 6 and 11'],
        ['mla-2019', 'table 12'],
      ],
      submitted: 'at once',
      accepted: { by: 'lead@government', at: '2026-05-06T13:20Z', reason: 'Accepted as to law. Renew the figures before the next report.' },
    },
  ],
  '7.a.i': [
    {
      by: 'police@government',
      at: '2026-06-16T14:00Z',
      law: 'compliant',
      practice: 'substantial',
      asOf: '2026-06-16',
      period: ['2023-01-01', '2025-12-31'],
      reasons:
        'Sections 41 and 42 of the Penal Code provide for confiscation of goods used for any offence of at least one year, which covers materials, vehicles, devices and accounts; the Code of Criminal Procedure secures them before judgment. In 132 of the 147 cases under s. 181F decided in three years devices were confiscated. No figures exist for sale and forced labour.',
      qualifierNote: '“As appropriate” was read as leaving room for the rights of third parties in good faith (s. 43) and for nothing else.',
      cites: [
        ['penal-code', 'ss. 41–43'],
        ['criminal-procedure', 's. 120'],
        ['prosecutions-2023-2025', 'table 4.9'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-07-02T08:50Z' },
    },
  ],
  '7.a.ii': [
    {
      by: 'police@government',
      at: '2026-06-17T09:10Z',
      law: 'largely_compliant',
      practice: 'limited',
      asOf: '2026-06-17',
      reasons:
        'The Proceeds of Crime Act allows freezing and confiscation, also of equal value. The Financial Intelligence Unit has described how payments for live-streamed abuse are split into small transfers, and two accounts were frozen in 2025.',
      cites: [
        ['proceeds-act', 'ss. 5–14'],
        ['fiu-note', 'pp. 2–4'],
      ],
      submitted: 'at once',
      returned: {
        by: 'reviewer@government',
        at: '2026-07-03T09:30Z',
        reason:
          'The Schedule to the Act lists ss. 181E and 181F but not ss. 181B to 181D. Offences that carry the highest penalties are thus left out: please reconsider “largely compliant”, and give the amounts confiscated.',
      },
    },
  ],
  '7.b': [
    {
      by: 'police@government',
      at: '2026-06-18T15:20Z',
      law: 'largely_compliant',
      practice: null,
      asOf: '2026-06-18',
      reasons:
        'Sections 18 to 22 of the Mutual Legal Assistance Act provide for the execution of foreign orders for seizure and confiscation of goods and proceeds alike. Open: whether the closed list of the Proceeds of Crime Act limits execution as it limits domestic orders. Question sent to the Prosecutor General on 17 June.',
      cites: [['mla-act', 'ss. 18–22']],
    },
  ],
  '7.c': [
    {
      by: 'police@government',
      at: '2026-05-08T08:40Z',
      law: 'non_compliant',
      practice: 'none',
      asOf: '2026-05-08',
      reasons:
        'Until June 2025 the licensing office could suspend a guest house for thirty days; since the Regulations of 2004 were repealed no authority can close premises, for a time or for good. The District Court said so already in 2024 for anything beyond those thirty days. The Strategy lists the closure of premises among its measures, and the evaluation counts it among those not begun.',
      qualifierNote: '“Subject to the provisions of their national law” was not read as a reason for having no provision at all.',
      cites: [
        ['dc-88-2024', 'paras. 9–16'],
        ['lodging-regulations', 'reg. 19', 'contradicts'],
        ['evaluation-2025', 'p. 9'],
      ],
      submitted: 'at once',
      accepted: { by: 'reviewer@government', at: '2026-05-18T12:00Z' },
    },
  ],
};
