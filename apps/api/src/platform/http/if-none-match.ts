const parts = /(?:W\/)?"[^"]*"/g;
const weak = (tag: string) => tag.replace(/^W\//, '');

/** Whether the asker holds what stands under this ETag already (RFC 9110, 13.1.2: weak comparison; `*` holds whatever there is). */
export function holdsAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch?.trim() === '*') return true;
  return (ifNoneMatch?.match(parts) ?? []).some((held) => weak(held) === weak(etag));
}
