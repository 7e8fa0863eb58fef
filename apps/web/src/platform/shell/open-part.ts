import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** For a line of parts that goes on beyond the edge of a phone: the part that is open is brought into sight. */
export function useOpenPart(): RefObject<HTMLElement | null> {
  const parts = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = [...(parts.current?.querySelectorAll('a') ?? [])].findLast(
      (part) => part.dataset['status'] === 'active' || pathname.startsWith(part.pathname),
    );
    if (!open || !parts.current) return;
    // The line alone is moved, and only sideways: the page stays where it is.
    const [seen, line] = [open.getBoundingClientRect(), parts.current.getBoundingClientRect()];
    parts.current.scrollLeft += Math.max(0, seen.right - line.right) + Math.min(0, seen.left - line.left);
  }, [pathname]);
  return parts;
}
