import type { Provided } from '../shapes.ts';

const by = 'reviewer@government';
const years = (minimum: number, maximum: number) => ({ unit: 'years' as const, minimum, maximum });

/** Provisions of Aruna’s laws beside the elements that they serve: one amended in 2024, one to be amended in 2027, one repealed. */
export const governmentProvisions: readonly Provided[] = [
  {
    ...{ by, at: '2026-03-18T09:00Z', law: 'penal-code', article: 's. 181B(1)', title: 'Sale of a child for sexual exploitation', inForceFrom: '2015-01-01' },
    text: 'Whoever offers or delivers a child to another for remuneration or any other consideration for the purpose of sexual exploitation shall be punished by imprisonment of eight to fifteen years.',
    penalties: [years(8, 15)],
    elements: ['1', '3.1.a.i.a', '3.3'],
  },
  {
    ...{ by, at: '2026-03-18T09:10Z', law: 'penal-code', article: 's. 181C', title: 'Sale of a child for the transfer of an organ', inForceFrom: '2024-03-01' },
    text: 'Whoever offers, delivers or accepts a child for the transfer of an organ for profit shall be punished by imprisonment of twelve years to life.',
    penalties: [{ unit: 'years', minimum: 12, toLife: true }],
    elements: ['1', '3.1.a.i.b', '3.3'],
  },
  {
    ...{ by, at: '2026-03-18T09:20Z', law: 'penal-code', article: 's. 181D', title: 'Sale of a child for forced labour', inForceFrom: '2024-03-01' },
    text: 'Whoever offers, delivers or accepts a child for the purpose of forced labour shall be punished by imprisonment of five to twelve years.',
    penalties: [years(5, 12)],
    elements: ['1', '3.1.a.i.c', '3.3'],
  },
  {
    ...{ by, at: '2026-03-18T09:30Z', law: 'penal-code', article: 's. 181E', title: 'Exploitation of a child in prostitution', inForceFrom: '2015-01-01' },
    text: 'Whoever offers, obtains, procures or provides a child for sexual activities for remuneration or any other consideration shall be punished by imprisonment of three to ten years.',
    penalties: [years(3, 10)],
    elements: ['1', '3.1.b', '3.3'],
  },
  {
    ...{
      by,
      at: '2026-03-18T09:40Z',
      law: 'penal-code',
      article: 's. 181F',
      title: 'Material showing the sexual abuse of children',
      inForceFrom: '2015-01-01',
    },
    text: 'Whoever produces, distributes, disseminates, imports, exports, offers, sells or possesses such material shall be punished by imprisonment of six months to three years.',
    penalties: [{ unit: 'months', minimum: 6, maximum: 36 }],
    elements: ['1', '3.1.c', '3.3'],
    amended: {
      at: '2026-03-18T09:50Z',
      changes: {
        inForceFrom: '2024-03-01',
        text: 'Whoever produces, distributes, disseminates, imports, exports, offers, sells or possesses such material shall be punished by imprisonment of two to eight years and a fine of up to 200,000.',
        penalties: [years(2, 8), { unit: 'fine', maximum: 200_000, currency: 'ARU', note: 'together with imprisonment' }],
      },
    },
  },
  {
    ...{ by, at: '2026-03-18T10:00Z', law: 'penal-code', article: 'ss. 22–26', title: 'Attempt and participation', inForceFrom: '1998-09-01' },
    text: 'Attempt is punishable where the completed offence carries imprisonment of one year or more; the minimum is halved. Whoever instigates or assists is punished as the author.',
    elements: ['3.2'],
  },
  {
    ...{ by, at: '2026-03-18T10:10Z', law: 'penal-code', article: 'ss. 31–33', title: 'Liability of legal persons', inForceFrom: '1998-09-01' },
    text: 'A legal person is liable for the offences listed in section 32 that were committed on its behalf.',
    penalties: [{ unit: 'fine', maximum: 50_000, currency: 'ARU' }],
    elements: ['3.4'],
  },
  {
    ...{ by, at: '2026-03-18T10:20Z', law: 'penal-code', article: 'ss. 41–42', title: 'Confiscation of the tools of an offence', inForceFrom: '1998-09-01' },
    elements: ['7.a.i'],
  },
  {
    ...{ by, at: '2026-03-19T08:30Z', law: 'adoption-act', article: 's. 31', title: 'Inducing consent to an adoption' },
    text: 'Whoever, as an intermediary, induces consent to the adoption of a child by payment or pressure shall be punished by imprisonment of one to five years.',
    penalties: [years(1, 5), { unit: 'other', note: 'loss of accreditation' }],
    elements: ['3.1.a.ii', '3.5'],
  },
  {
    ...{ by, at: '2026-03-19T08:45Z', law: 'extradition-act', article: 's. 4(2)', title: 'Extradition without a treaty' },
    text: 'Extradition may be granted without a treaty on the basis of reciprocity.',
    elements: ['5.3', '5.1-1'],
  },
  {
    ...{ by, at: '2026-03-19T09:00Z', law: 'extradition-act', article: 'ss. 7–8', title: 'Own nationals; submission to the Prosecutor General' },
    elements: ['4.3', '5.5'],
  },
  {
    ...{ by, at: '2026-03-19T09:15Z', law: 'mla-act', article: 'ss. 18–22', title: 'Foreign orders of seizure and confiscation' },
    elements: ['6.1', '6.2-2', '7.b'],
  },
  {
    ...{ by, at: '2026-03-19T09:30Z', law: 'proceeds-act', article: 'Schedule', title: 'Predicate offences', inForceFrom: '2013-06-01' },
    text: 'Sections 181E and 181F of the Penal Code.',
    elements: ['7.a.ii'],
    amended: { at: '2026-06-11T14:00Z', changes: { inForceFrom: '2027-01-01', text: 'Sections 181B to 181F of the Penal Code.' } },
  },
  {
    ...{ by, at: '2026-03-19T09:45Z', law: 'lodging-regulations', article: 'reg. 19', title: 'Suspension of a licence' },
    text: 'The licensing office may suspend a licence for up to thirty days.',
    penalties: [{ unit: 'other', note: 'suspension of the licence for up to 30 days' }],
    elements: ['7.c'],
  },
];
