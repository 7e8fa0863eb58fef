import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Room beside the open part, in pixels: it stands clear of where the line fades. */
const room = 40;

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
    parts.current.scrollLeft += Math.max(0, seen.right + room - line.right) + Math.min(0, seen.left - room - line.left);
  }, [pathname]);
  return parts;
}
