import { expect, it } from '@jest/globals';
import { byDay } from './day-groups.ts';

const at = (moment: string, toldAt: string | null = null) => ({ at: new Date(moment).toISOString(), toldAt });

it('puts entries under the days of the reader, in their order', () => {
  const entries = [at('2026-11-26T14:00'), at('2026-11-26T09:00'), at('2026-11-25T23:59')];
  expect(byDay(entries)).toEqual([
    { day: '2026-11-26', entries: entries.slice(0, 2) },
    { day: '2026-11-25', entries: entries.slice(2) },
  ]);
});
it('goes by the moment that the demonstration tells', () => {
  const told = at('2026-11-26T14:00', new Date('2026-04-01T12:00').toISOString());
  expect(byDay([told])).toEqual([{ day: '2026-04-01', entries: [told] }]);
});
it('opens a day again where the order of the chain goes back to it', () => {
  expect(byDay([at('2026-11-26T14:00'), at('2026-11-25T14:00'), at('2026-11-26T13:00')]).map(({ day }) => day)).toEqual([
    '2026-11-26',
    '2026-11-25',
    '2026-11-26',
  ]);
});
it('of nothing makes no day', () => expect(byDay([])).toEqual([]));
