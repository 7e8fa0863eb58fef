// What the working group of Aruna's government asked its colleagues for, and what became of it.
import type { Requested } from '../shapes.ts';

export const governmentRequests: readonly Requested[] = [
  {
    by: 'lead@government',
    at: '2026-09-07T08:15Z',
    element: '7.b',
    wanted: 'The instruction of 2025 on closing premises used for the offences, with its annex',
    dueOn: '2026-10-09',
    of: { body: 'Ministry of the Interior' },
    steps: [],
  },
  {
    by: 'reviewer@government',
    at: '2026-09-10T13:20Z',
    element: '8.1.e',
    wanted: 'Figures for 2025 on legal representation of victims, by region',
    dueOn: '2027-01-15',
    of: { post: 'contributor@government' },
    steps: [],
  },
  {
    by: 'contributor@government',
    at: '2026-09-14T09:05Z',
    element: '9.1-1',
    wanted: 'How many cases the cyber unit opened in 2024 and 2025',
    dueOn: '2026-10-01',
    of: { post: 'police@government' },
    steps: [{ by: 'police@government', at: '2026-09-28T15:40Z', act: 'answer', evidence: 'cyber-caseload', note: 'The table has both years.' }],
  },
  {
    by: 'reviewer@government',
    at: '2026-09-15T10:30Z',
    element: '9.4',
    wanted: 'The payments of compensation since 2023, as a table',
    dueOn: '2026-10-15',
    of: { post: 'contributor@government' },
    steps: [
      { by: 'contributor@government', at: '2026-09-22T08:50Z', act: 'decline', note: 'The courts do not record payments; the figure is not kept anywhere.' },
      { by: 'reviewer@government', at: '2026-09-23T09:10Z', act: 'close', note: '' },
    ],
  },
];
