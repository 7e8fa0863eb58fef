import { expect, test } from '@jest/globals';
import { writtenNow } from './presence.ts';

const seenAt = Date.parse('2026-11-27T12:00:00Z');
const of = (by: string, time: string, version = 2) => ({ by, at: `2026-11-27T${time}Z`, version });

test('others who kept a text a moment ago write now, the latest first; oneself, first drafts and those who have gone do not', () => {
  const [early, late] = [of('Desk officer', '11:58:00'), of('Reviewer', '11:59:40')];
  const paragraphs = [early, of('Me', '11:59:50'), late, of('Lead', '11:59:00', 1), of('Lead', '11:50:00')];
  expect(writtenNow(paragraphs, seenAt, 'Me')).toEqual([late, early]);
});

test('a clock that goes behind that of the service loses nobody', () => {
  expect(writtenNow([of('Reviewer', '12:00:30')], seenAt, 'Me')).toHaveLength(1);
});
