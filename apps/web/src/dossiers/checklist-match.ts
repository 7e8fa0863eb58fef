import type { ElementState, Obligation, ObligationState } from '@servanda/contract';
import { listed } from '../platform/address-lists.ts';
import type { ChecklistSearch } from './checklist.needs.ts';

type Judged = Pick<ElementState, 'applies' | 'law' | 'practice'>;
type Words = Pick<Obligation, 'citation' | 'title' | 'text' | 'plain'>;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word that was typed stands somewhere in the texts. */
export function saysAll(q: string | undefined, texts: readonly string[]): boolean {
  const all = folded(texts.join(' '));
  return folded(q ?? '')
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The verdict of a lane as the filter names it. */
export const choiceOf = (lane: 'law' | 'practice', state: Judged): string => (!state.applies ? 'not_applicable' : (state[lane] ?? 'not_assessed'));

const isAmong = (list: string | undefined, value: string): boolean => !list || listed(list).includes(value);

/** Whether one element answers to the verdicts, gaps and answerers that are asked for, all at once. */
export const elementMatches = ({ law, practice, gap, body, owner, mine }: ChecklistSearch, state: ElementState): boolean =>
  isAmong(body, state.body?.id ?? 'none') &&
  isAmong(owner, state.owner?.id ?? 'none') &&
  (!mine || state.isMine) &&
  isAmong(law, choiceOf('law', state)) &&
  isAmong(practice, choiceOf('practice', state)) &&
  (!gap || state.gaps.some((kind) => listed(gap).includes(kind)));

/** An obligation is shown where its article, section and words answer, and one of its elements answers to the rest. */
export function obligationMatches(search: ChecklistSearch, state: ObligationState, words: Words | undefined): boolean {
  const texts = [
    state.code,
    state.citation,
    state.title,
    words?.text ?? '',
    words?.plain ?? '',
    ...state.elements.flatMap((one) => [one.code, one.citation, one.title]),
  ];
  return (
    isAmong(search.article, String(state.article)) &&
    isAmong(search.section, state.section) &&
    saysAll(search.q, texts) &&
    state.elements.some((element) => elementMatches(search, element))
  );
}
