// Which bytes a download asks for (RFC 9110, 14): a stretch, the rest from a place, or the last so many.
import type { Span } from './blobs.ts';

const one = /^(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/;

/** The stretch that one range names within `size` bytes; null where it names none of them, undefined where it is none. */
function spanOf(range: string, size: number): Span | null | undefined {
  const found = one.exec(range);
  if (!found) return undefined;
  const [, from, to, tail] = found;
  if (tail !== undefined) return Number(tail) === 0 ? null : { first: Math.max(0, size - Number(tail)), last: size - 1 };
  const first = Number(from);
  const last = to === undefined ? size - 1 : Number(to);
  if (to !== undefined && last < first) return undefined;
  return first < size ? { first, last: Math.min(last, size - 1) } : null;
}

/**
 * What to answer to `Range` and `If-Range` for a file of `size` bytes under this ETag: one stretch (206), `whole` (200), or `none`
 * (416). Several stretches are answered by the whole, as is what is no range of bytes; an If-Range that names another state as well.
 */
export function wantedSpan(
  { range, ifRange }: { range?: string | undefined; ifRange?: string | undefined },
  size: number,
  etag: string,
): Span | 'whole' | 'none' {
  const asked = /^bytes=(.+)$/i.exec(range?.trim() ?? '')?.[1];
  if (!asked || (ifRange !== undefined && ifRange.trim() !== etag)) return 'whole';
  const spans = asked.split(',', 100).flatMap((part) => (part.trim() ? [spanOf(part.trim(), size)] : []));
  if (!spans.length || spans.includes(undefined)) return 'whole';
  const [first, ...more] = spans;
  if (spans.every((span) => span === null)) return 'none';
  return first && !more.length ? first : 'whole';
}
