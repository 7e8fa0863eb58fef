// What the government and the audit say to each other once both have published: two threads, and a request shown, one declined, one still without an answer.
import type { DeclineGround, Stand } from '@servanda/contract';
import type { At } from './shapes.ts';

/** A statement on an element of the other's newest release. `within`: below the other's newest reply on it; an answer is to the other's newest request. */
export type Saying = { at: At; element: string; text: string } & (
  | { kind: 'reply'; stand: Stand; within?: true }
  | { kind: 'request' }
  | { kind: 'answer'; shows: readonly string[] }
  | { kind: 'answer'; ground: DeclineGround }
);

export const governmentSaid: readonly Saying[] = [
  {
    at: '2026-10-14T10:10Z',
    kind: 'reply',
    element: '9.2-1',
    stand: 'agree',
    within: true,
    text: 'The survey of 2019 cannot carry the verdict any longer. It is repeated in the schools this winter; until its figures are there, the verdict in practice will be taken back, and the next release will say so. The text is unchanged, and so is our reading of it.',
  },
  {
    at: '2026-10-15T08:30Z',
    kind: 'reply',
    element: '3.1.c',
    stand: 'disagree',
    text: 'Reports of the hotline that were left without an answer are not cases left without an inquiry: where several reports concern the same material, the Unit opens one case and answers once. Convictions cover production and sale as well as possession, and they have risen in each of the three years.',
  },
  {
    at: '2026-10-16T09:15Z',
    kind: 'answer',
    element: '3.1.c',
    shows: ['prosecutions-2023-2025'],
    text: 'Table 4.2 has the convictions of each year, by act. It does not tell how many reports were merged into one case; the Unit has been asked to count these from January.',
  },
  {
    at: '2026-10-16T11:40Z',
    kind: 'request',
    element: '8.1.d',
    text: 'The audit says that one worker has forty to sixty children in three regions. Which services were asked, and when? The registers of the Victim Support Service do not show such a load.',
  },
];

export const ngoSaid: readonly Saying[] = [
  {
    at: '2026-10-13T09:00Z',
    kind: 'request',
    element: '3.1.c',
    text: 'On what does “effective” rest? We ask for the convictions of each year by act, and for the number of reports that led to none.',
  },
  {
    at: '2026-10-13T09:20Z',
    kind: 'request',
    element: '8.1.e',
    text: 'The government reads “in any other manner” as covering networks. We ask to see one decision, of whatever authority, in which section 27 was applied to a network.',
  },
  {
    at: '2026-10-13T14:05Z',
    kind: 'reply',
    element: '9.2-1',
    stand: 'disagree',
    text: 'Figures of 2019 cannot show that prevention works in 2026: most of those who were asked have left school. And the article speaks of the public at large, of which no measurement exists, as the release itself says.',
  },
  {
    at: '2026-10-19T08:50Z',
    kind: 'reply',
    element: '3.1.c',
    stand: 'evidence_asked',
    within: true,
    text: 'Then the number of merged reports decides the matter. As long as it is not shown we stay with our verdict, and gladly revise it once it is.',
  },
  {
    at: '2026-10-19T09:30Z',
    kind: 'answer',
    element: '8.1.d',
    ground: 'protects_somebody',
    text: 'Staff of the services spoke to us on the condition that neither they nor their services can be told from it. What may be shown of the load is in the tables of the budget, which the release lists.',
  },
];
