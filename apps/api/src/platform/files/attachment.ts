import type { Span } from './blobs.ts';

/** What a served file says of itself. */
interface Served {
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  etag: string;
  /** Where only a part of it is served. */
  part: Span | null;
}

const plain = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
// RFC 8187: what encodeURIComponent leaves and attr-char does not allow.
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name as it is saved under, in any script. */
export const dispositionOf = (name: string) => `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`;

/** Headers of a download that no browser opens in our name: attachment (RFC 6266), its own type unsniffed, sandboxed, not kept. */
export const attachmentHeaders = ({ name, mediaType, sizeBytes, sha256, etag, part }: Served): Record<string, string | number> => ({
  'content-type': mediaType,
  'content-length': part ? part.last - part.first + 1 : sizeBytes,
  ...(part ? { 'content-range': `bytes ${part.first}-${part.last}/${sizeBytes}` } : {}),
  'accept-ranges': 'bytes',
  etag,
  'content-disposition': dispositionOf(name),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
});
