// What a person decides of the rows in which somebody else wrote meanwhile: the record, the sheet, or words of his or her own. Pure.
import { WrittenAnew } from '@servanda/contract';
import * as z from 'zod';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import type { Planned } from './plan.rules.ts';

interface Decisions {
  take?: readonly string[] | undefined;
  keep?: readonly string[] | undefined;
  anew: readonly WrittenAnew[];
}
const AllAnew = z.array(WrittenAnew).max(100);

/** What stands in the form beside the workbook. Refuses invalid_input with the place in it. */
export function anewIn(text: string): WrittenAnew[] {
  if (text.trim() === '') return [];
  const read = AllAnew.safeParse(jsonOf(text));
  if (read.data) return read.data;
  const fields = read.error.issues.map(({ path, code = 'custom', message }) => ({ path: ['anew', ...path].join('.'), code, message }));
  return refuse('invalid_input', { fields: fields.slice(0, 100) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuseField('anew', 'This is not JSON');
  }
}

/** The rows that are written once every conflict is decided; refuses rows that cannot be used, and conflicts that nobody decided, or twice. */
export function chosen(planned: readonly Planned[], { take = [], keep = [], anew }: Decisions) {
  const own = new Map(anew.map((one) => [one.element, one]));
  const decided = (element: string) => Number(take.includes(element)) + Number(keep.includes(element)) + anew.filter((one) => one.element === element).length;
  const conflicts = planned.filter(({ shown }) => shown.outcome === 'conflict');
  const fields = [
    ...planned.flatMap(({ shown }) => shown.faults.map(({ cell, message }) => ({ path: `rows.${shown.row}.${cell}`, code: 'custom', message }))),
    ...conflicts
      .filter(({ shown }) => decided(shown.element) !== 1)
      .map(({ shown }) => ({
        path: `rows.${shown.row}`,
        code: 'custom',
        message: 'Somebody wrote here meanwhile: choose what is recorded or what the sheet says',
      })),
    // Where nobody wrote meanwhile, the sheet says it all: another text belongs into the sheet.
    ...anew
      .filter(({ element }) => !conflicts.some(({ shown }) => shown.element === element))
      .map(({ element }) => ({ path: `anew.${element}`, code: 'custom', message: 'This row is no conflict: change it in the workbook' })),
  ];
  if (fields.length) refuse('invalid_input', { fields: fields.slice(0, 100) });
  const isKept = ({ shown }: Planned) => shown.outcome === 'conflict' && keep.includes(shown.element);
  const written = planned.flatMap(({ shown, write }) => {
    if (!write || isKept({ shown, write })) return [];
    const { element: _, ...words } = own.get(write.code) ?? { element: '' };
    return [{ ...write, ...words }];
  });
  return { written, kept: planned.filter(isKept).length, unchanged: planned.filter(({ shown }) => shown.outcome === 'unchanged').length };
}
