import type { Piece } from '../shapes.ts';

const law = (key: string, at: Piece['at'], piece: Omit<Piece, 'key' | 'at' | 'kind' | 'by' | 'originator'> & { originator?: string }): Piece => ({
  key,
  at,
  kind: 'law',
  by: 'reviewer@government',
  originator: 'Parliament of Aruna',
  confidentiality: 'public',
  ...piece,
});

/** Legislation in the government’s dossier. */
export const laws: readonly Piece[] = [
  law('penal-code', '2026-03-09T08:20Z', {
    title: 'Penal Code, consolidated to 1 March 2024',
    citation: 'Act No. 12 of 1998, Official Gazette of Aruna 1998, No. 20, as last amended by Official Gazette 2024, No. 17',
    datedOn: '1998-05-14',
    inForceFrom: '1998-09-01',
    summary:
      'General part: jurisdiction (ss. 6–9), attempt and participation (ss. 22–26), legal persons (ss. 31–33), confiscation (ss. 41–44), limitation (s. 95). Chapter XIV A, offences against children (ss. 181A–181H), inserted in 2014 and extended in 2024.',
    file: {
      name: 'penal-code-chapter-XIV-A-extract.pdf',
      lines: [
        'REPUBLIC OF ARUNA - PENAL CODE, CHAPTER XIV A (extract)',
        '181A. In this chapter "child" means every person under the age of eighteen years.',
        '181B. (1) Whoever offers or delivers a child to another for remuneration or any other consideration',
        'for the purpose of sexual exploitation shall be punished by imprisonment of eight to fifteen years.',
        '181C. Whoever offers, delivers or accepts a child for the transfer of an organ for profit ...',
        '181D. Whoever offers, delivers or accepts a child for the purpose of forced labour ...',
        '181E. Whoever offers, obtains, procures or provides a child for sexual activities for remuneration ...',
        'Invented text of an invented State, for demonstration only.',
      ],
    },
  }),
  law('penal-amendment-2014', '2026-03-09T08:35Z', {
    title: 'Penal Code (Offences against Children) Amendment Act 2014',
    citation: 'Official Gazette of Aruna 2014, No. 71',
    datedOn: '2014-10-02',
    inForceFrom: '2015-01-01',
    summary: 'Inserted chapter XIV A (ss. 181A, 181B and 181E–181H). The explanatory memorandum names the Protocol as the reason for the amendment.',
  }),
  law('penal-amendment-2024', '2026-03-09T08:40Z', {
    title: 'Penal Code (Amendment) Act 2024',
    citation: 'Official Gazette of Aruna 2024, No. 17',
    datedOn: '2024-02-08',
    inForceFrom: '2024-03-01',
    summary: 'Inserted ss. 181C (transfer of organs) and 181D (forced labour) and raised the penalties of s. 181F. Section 181B was left as it stood.',
  }),
  law('trafficking-act', '2026-03-09T09:05Z', {
    title: 'Prevention of Trafficking in Persons Act 2010',
    citation: 'Official Gazette of Aruna 2010, No. 44',
    datedOn: '2010-07-15',
    inForceFrom: '2010-10-01',
    summary:
      'Section 4 defines trafficking by recruitment, transport, transfer, harbouring or receipt for exploitation. Where the victim is a child no means need be shown.',
  }),
  law('child-labour-act', '2026-03-11T10:15Z', {
    title: 'Worst Forms of Child Labour (Prohibition) Act 2009',
    citation: 'Official Gazette of Aruna 2009, No. 61',
    datedOn: '2009-09-24',
    inForceFrom: '2010-01-01',
    summary:
      'Prohibits hazardous and forced labour of persons under 18 and gives labour inspectors entry to farms and private households with a magistrate’s order (s. 12).',
  }),
  law('adoption-act', '2026-03-11T10:40Z', {
    title: 'Adoption Act 2012',
    citation: 'Official Gazette of Aruna 2012, No. 25',
    datedOn: '2012-04-19',
    inForceFrom: '2012-07-01',
    summary:
      'Central authority and accreditation (ss. 5–14), consent and counselling (ss. 17–20), prohibition of improper gain (s. 30), offence of inducing consent (s. 31).',
  }),
  law('extradition-act', '2026-03-12T09:10Z', {
    title: 'Extradition Act 2008',
    citation: 'Official Gazette of Aruna 2008, No. 33',
    datedOn: '2008-05-22',
    inForceFrom: '2008-08-01',
    summary:
      'Extraditable offences by a threshold of one year’s imprisonment (s. 3); extradition without a treaty (s. 4(2)); place of the act (s. 5); own nationals not extradited and case submitted to the Prosecutor General (ss. 7–8).',
  }),
  law('mla-act', '2026-03-12T09:25Z', {
    title: 'Mutual Legal Assistance in Criminal Matters Act 2011',
    citation: 'Official Gazette of Aruna 2011, No. 48',
    datedOn: '2011-08-11',
    inForceFrom: '2011-11-01',
    summary:
      'Assistance on the basis of a treaty or of reciprocity (s. 3), central authority (s. 4), grounds of refusal (s. 9), execution of foreign seizure and confiscation orders (ss. 18–22).',
  }),
  law('criminal-procedure', '2026-03-12T09:50Z', {
    title: 'Code of Criminal Procedure, consolidated to 1 July 2022',
    citation: 'Act No. 7 of 2005, Official Gazette of Aruna 2005, No. 80, as amended by Official Gazette 2022, No. 39',
    datedOn: '2005-11-10',
    inForceFrom: '2006-01-01',
    summary:
      'Best interests of the child (s. 10A, inserted 2022), opening of investigations (s. 33), information to victims (s. 88), legal representation (s. 91), interviews with children (ss. 146–149), closed hearings and identity (ss. 150–151), order of the list (s. 204).',
    file: {
      name: 'code-of-criminal-procedure-sections-146-151.rtf',
      lines: [
        'CODE OF CRIMINAL PROCEDURE OF ARUNA (extract)',
        '146. A child victim shall be interviewed by a trained officer, and the interview shall be recorded by sound and image.',
        '147. The number of interviews shall be limited as far as possible.',
        '149. A person of the child’s confidence may be present at every act of the procedure.',
        'Invented text of an invented State, for demonstration only.',
      ],
    },
  }),
  law('child-protection-act', '2026-03-12T10:05Z', {
    title: 'Child Protection Act 2007, consolidated to 1 January 2020',
    citation: 'Official Gazette of Aruna 2007, No. 52, as amended by Official Gazette 2019, No. 83',
    datedOn: '2007-08-30',
    inForceFrom: '2008-01-01',
    summary:
      'Best interests (s. 7), duty to report (s. 15), support services during proceedings (s. 24), publication ban (s. 27), recovery plans (s. 29), checks of persons who work with children (s. 36).',
  }),
  law('proceeds-act', '2026-03-16T13:30Z', {
    title: 'Proceeds of Crime Act 2013',
    citation: 'Official Gazette of Aruna 2013, No. 15',
    datedOn: '2013-02-21',
    inForceFrom: '2013-06-01',
    summary:
      'Freezing and confiscation of proceeds, with a closed list of predicate offences in the Schedule. The Schedule was not amended when ss. 181C and 181D entered the Penal Code.',
  }),
  law('legal-aid-act', '2026-03-16T13:50Z', {
    title: 'Legal Aid Act 2016',
    citation: 'Official Gazette of Aruna 2016, No. 27',
    datedOn: '2016-04-07',
    inForceFrom: '2016-09-01',
    summary: 'Free representation of child victims irrespective of means (s. 6(3)); exemption from court fees in claims for damages (s. 11).',
  }),
  law('communications-act', '2026-03-17T08:30Z', {
    title: 'Electronic Communications Act 2018',
    citation: 'Official Gazette of Aruna 2018, No. 64',
    datedOn: '2018-09-13',
    inForceFrom: '2019-01-01',
    summary:
      'Duty of service providers to remove unlawful content within 24 hours of an order of the regulator (s. 52), and to keep data for 90 days on request (s. 54).',
  }),
  law('lodging-regulations', '2026-03-17T08:45Z', {
    title: 'Tourist Accommodation (Licensing) Regulations 2004',
    citation: 'Official Gazette of Aruna 2004, No. 96',
    originator: 'Minister of Tourism',
    datedOn: '2004-12-02',
    inForceFrom: '2005-01-01',
    inForceTo: '2025-06-30',
    summary:
      'Regulation 19 let the licensing office suspend a licence for 30 days. Repealed with the deregulation package of 2025; nothing has taken its place.',
  }),
];
