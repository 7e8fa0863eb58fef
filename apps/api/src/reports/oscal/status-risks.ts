// What is to be done next, as OSCAL knows it: an open risk for each element with gaps, its remedies, and a task for each request with the day on which it is due.
import type { StatusReport, StatusRow } from '@servanda/contract';
import { kinds } from '../../gaps/gaps.rules.ts';
import { actionWords } from '../documents/actions.words.ts';
import { words } from '../documents/words.en.ts';
import { line, prop, prose } from './oscal-text.ts';

type Of = (...parts: string[]) => string;

/** The elements that a risk is told of: with a gap, or with a request outstanding. */
export const hasRisk = (row: StatusRow, report: StatusReport): boolean => row.gaps.length > 0 || report.requests.some(({ element }) => element === row.element);

export const riskOf = (row: StatusRow, of: Of): string => of('risk', row.element);

export function risksIn(report: StatusReport, of: Of) {
  return report.rows
    .filter((row) => hasRisk(row, report))
    .map((row) => {
      const requests = report.requests.filter(({ element }) => element === row.element);
      const gaps = row.gaps.map((gap) => words.gap[gap]).join(', ');
      return {
        uuid: riskOf(row, of),
        title: line(`${row.citation}: ${gaps || actionWords.en.requests}`),
        description: line(row.title),
        statement: line(gaps || actionWords.en.requests),
        props: [
          prop('element', row.element),
          ...row.gaps.map((gap) => prop('gap', gap)),
          ...(row.responsible?.body ? [prop('responsible-body', row.responsible.body)] : []),
          ...(row.responsible?.role ? [prop('responsible-role', row.responsible.role)] : []),
        ],
        status: 'open',
        remediations: [...row.gaps.map((gap) => step(row, gap, of)), ...requests.map((request) => asked(request, of))],
        ...(row.recordedAt && row.applies ? { 'related-observations': [{ 'observation-uuid': of('observation', row.element) }] } : {}),
      };
    });
}

const step = (row: StatusRow, gap: StatusRow['gaps'][number], of: Of) => ({
  uuid: of('remedy', row.element, gap),
  lifecycle: 'recommendation',
  title: line(words.step[kinds[gap].next]),
  description: line(words.gap[gap]),
  props: [prop('next-action', kinds[gap].next)],
});

function asked({ id, wanted, dueOn, askedOn, of: whom, state, isOverdue }: StatusReport['requests'][number], of: Of) {
  return {
    uuid: of('request', id),
    lifecycle: 'planned',
    title: line(actionWords.en.requests),
    description: prose(wanted) || '—',
    props: [prop('request', id), prop('state', state), prop('is-overdue', String(isOverdue)), ...(whom.body ? [prop('asked-of', whom.body)] : [])],
    tasks: [
      {
        uuid: of('task', id),
        type: 'action',
        title: line(wanted),
        timing: { 'within-date-range': { start: `${askedOn}T00:00:00Z`, end: `${dueOn}T23:59:59Z` } },
      },
    ],
  };
}
