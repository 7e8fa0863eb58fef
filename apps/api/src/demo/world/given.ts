// Who answers for which elements: the ministries of Aruna, and the two auditors.
import type { Given } from './shapes.ts';

export const governmentGiven: readonly Given[] = [
  {
    at: '2026-03-05T08:10Z',
    body: 'Ministry of Justice',
    elements: [
      '1',
      '3.1.a.i.a',
      '3.1.a.i.b',
      '3.1.a.i.c',
      '3.1.a.ii',
      '3.1.b',
      '3.1.c',
      '3.2',
      '3.3',
      '3.4',
      '4.1',
      '4.3',
      '5.1-1',
      '5.1-2',
      '5.3',
      '5.4',
      '5.5',
    ],
  },
  { at: '2026-03-05T08:20Z', body: 'Ministry of the Interior', post: 'police@government', elements: ['7.a.i', '7.a.ii', '7.b', '7.c', '10.1-1', '10.1-2'] },
  {
    at: '2026-03-05T08:30Z',
    body: 'Ministry of Social Affairs',
    elements: [
      '3.5',
      '8.1.a',
      '8.1.b',
      '8.1.c',
      '8.1.d',
      '8.1.f',
      '8.1.g',
      '8.2-1',
      '8.3-1',
      '8.4',
      '8.5',
      '9.1-1',
      '9.1-2',
      '9.2-1',
      '9.2-2',
      '9.3',
      '9.4',
      '9.5',
      '10.2',
      '10.3',
    ],
  },
  { at: '2026-03-05T08:40Z', body: 'Ministry of Social Affairs', post: 'contributor@government', elements: ['8.1.e', '8.1.f', '9.3', '9.4'] },
  { at: '2026-03-05T08:50Z', body: 'National Mechanism for Reporting and Follow-up', post: 'lead@government', elements: ['12.1', '12.2-1'] },
  // Mutual legal assistance went from the police to the ministry after the summer.
  { at: '2026-09-01T09:00Z', body: 'Ministry of Justice', elements: ['6.1', '6.2-1', '6.2-2'] },
];

export const ngoGiven: readonly Given[] = [
  { at: '2026-03-12T09:00Z', post: 'auditor@ngo', elements: ['8.1.a', '8.1.b', '8.1.c', '8.1.d', '8.1.e', '8.1.f', '8.1.g', '9.1-1', '9.2-1'] },
  { at: '2026-03-12T09:10Z', post: 'lead@ngo', elements: ['3.1.a.i.a', '3.1.b', '3.1.c', '3.4'] },
];
