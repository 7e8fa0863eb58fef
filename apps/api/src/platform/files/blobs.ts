// What a store of kept files does, whatever it is made of. Files are addressed by organisation and SHA-256 and never change.
import type { Readable } from 'node:stream';

/** A received file that is not kept yet: its place on this machine, its size in bytes and the SHA-256 of its bytes (hex). */
export interface Received {
  path: string;
  size: number;
  sha256: string;
}

/** A file that the store holds. `since`: when it was kept last. */
export interface Kept {
  organisation: string;
  sha256: string;
  size: number;
  since: Date;
}

/** The first and the last byte of a stretch. */
export interface Span {
  first: number;
  last: number;
}

export interface Blobs {
  /** Takes over a received file, whole or not at all. Once it answers, the bytes outlive a kill; in a folder also a loss of power. */
  keep(organisation: string, received: Received): Promise<void>;
  /** Bytes, or null where it is missing. */
  sizeOf(organisation: string, sha256: string): Promise<number | null>;
  /** The bytes as they come, or null where it is missing. Destroy the stream to end early. */
  read(organisation: string, sha256: string, span?: Span): Promise<Readable | null>;
  remove(organisation: string, sha256: string): Promise<void>;
  /** Removes every file of an organisation. */
  forget(organisation: string): Promise<void>;
  /** Every file, in no promised order; what is none of ours is answered by its name. */
  all(): AsyncIterable<Kept | string>;
  state(): Promise<'ok' | 'full' | 'unreachable'>;
  /** Where the bytes lie on this machine, if they do. */
  pathOf?(organisation: string, sha256: string): string;
}

/** The store has no room (`full`), or does not answer (`unreachable`). */
export class StoreFault extends Error {
  readonly why: 'full' | 'unreachable';
  constructor(why: 'full' | 'unreachable', cause: unknown) {
    super(`the file store is ${why}: ${cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause)}`, { cause });
    this.why = why;
  }
}

const organisationId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hash = /^[0-9a-f]{64}$/;

/** The parts of a file's address. Throws for what is no id or no hash: nothing else becomes part of a path. */
export function addressOf(organisation: string, sha256?: string): string[] {
  if (!organisationId.test(organisation)) throw new Error('An organisation is named by its id');
  if (sha256 === undefined) return ['blobs', organisation];
  if (!hash.test(sha256)) throw new Error('A file is named by its SHA-256');
  return ['blobs', organisation, sha256.slice(0, 2), sha256];
}

/** What an address names, or null. */
export function addressedBy(parts: readonly string[]): { organisation: string; sha256: string } | null {
  const [root, organisation = '', start, sha256 = '', ...more] = parts;
  const isOurs = root === 'blobs' && more.length === 0 && organisationId.test(organisation) && hash.test(sha256) && sha256.startsWith(start ?? '-');
  return isOurs ? { organisation, sha256 } : null;
}
