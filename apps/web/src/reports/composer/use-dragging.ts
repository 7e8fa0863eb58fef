// A paragraph is dragged by its handle to a place before or after another. The arrows beside it do the same for the keyboard.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

export type Edge = 'before' | 'after';

const dragged = ({ data }: { data: Record<string, unknown> }): string => (typeof data['paragraph'] === 'string' ? data['paragraph'] : '');
const edgeOf = (element: Element, { clientY }: { clientY: number }): Edge => {
  const { top, height } = element.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
};

/** `place` is the paragraph, `handle` what it is taken by; `edge` where another would come to stand, and `onDrop` hears which one does. */
export function useDragging(id: string, isAllowed: boolean, onDrop: (paragraph: string, edge: Edge) => void) {
  const place = useRef<HTMLElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const element = place.current;
    const dragHandle = handle.current;
    if (!isAllowed || !element || !dragHandle) return undefined;
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ paragraph: id }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => dragged(source) !== '' && dragged(source) !== id,
        onDrag: ({ self, location }) => setEdge(edgeOf(self.element, location.current.input)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source, location }) => {
          setEdge(null);
          drop(dragged(source), edgeOf(self.element, location.current.input));
        },
      }),
    );
  }, [id, isAllowed]);
  return { place, handle, edge };
}
