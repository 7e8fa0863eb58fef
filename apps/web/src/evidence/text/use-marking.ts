import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../platform/announce.tsx';
import { directionOf } from './direction.ts';
import { type Span, trimmed } from './span.ts';
import { stepOf, stepped, unitsOf } from './step.ts';

export interface Marking {
  place: RefObject<HTMLDivElement | null>;
  /** The passage marked; null: none. */
  marked: Span | null;
  clear: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What of the browser's selection lies in the element, in its text's own count; `undefined`: it is elsewhere. */
function selectedIn(element: HTMLElement): Span | null | undefined {
  const selection = window.getSelection();
  if (!selection?.rangeCount) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(element)) return undefined;
  if (range.collapsed) return element.contains(range.startContainer) ? null : undefined;
  const whole = document.createRange();
  whole.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(whole.startContainer, whole.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(whole.endContainer, whole.endOffset);
  whole.setEnd(range.startContainer, range.startOffset);
  const from = whole.toString().length;
  return { from, to: from + range.toString().length };
}

/** Selects a stretch of the element's text in the browser, and brings it into sight. */
function select(element: HTMLElement, { from, to }: Span): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ends: [Node, number][] = [];
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    for (const place of [from, to].slice(ends.length)) if (place <= before + length) ends.push([node, place - before]);
    before += length;
  }
  const [start, end] = ends;
  const selection = window.getSelection();
  if (!start || !end || !selection) return;
  selection.setBaseAndExtent(...start, ...end);
  const { top, bottom } = selection.getRangeAt(0).getBoundingClientRect();
  if (top < 160 || bottom > window.innerHeight - 160) window.scrollBy({ top: bottom - window.innerHeight / 2 });
}

/** Marking a passage of a text, with the mouse, by touch or with the keyboard (see `step.ts`). Enter cites what is marked. */
export function useMarking(text: string, language: string, cite: () => void): Marking {
  const place = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<Span | null>(null);
  const units = useMemo(() => ({ word: unitsOf(text, language, 'word'), sentence: unitsOf(text, language, 'sentence') }), [text, language]);
  const clear = useCallback(() => {
    window.getSelection()?.removeAllRanges();
    setMarked(null);
  }, []);
  useEffect(() => {
    const onSelect = () => {
      const span = place.current ? selectedIn(place.current) : undefined;
      if (span !== undefined) setMarked(span && trimmed(text, span));
    };
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !place.current) return;
    if (event.key === 'Enter' && marked) {
      event.preventDefault();
      return cite();
    }
    if (event.key === 'Escape' && marked) return clear();
    const step = stepOf(event, directionOf(language));
    if (!step) return;
    event.preventDefault();
    const next = stepped(units[step.unit], marked, step);
    if (!next) return;
    select(place.current, next);
    setMarked(next);
    announce(text.slice(next.from, next.to));
  };
  return { place, marked, clear, onKeyDown };
}
