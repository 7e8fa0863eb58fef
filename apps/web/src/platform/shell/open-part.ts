import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** For a line of parts that goes on beyond the edge of a phone: the part that is open is brought into sight. */
export function useOpenPart(): RefObject<HTMLElement | null> {
  const parts = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = [...(parts.current?.querySelectorAll('a') ?? [])].findLast((part) => pathname.startsWith(part.pathname));
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return parts;
}
