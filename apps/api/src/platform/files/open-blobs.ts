// Which store holds the kept files. Named by a setting; also read by the commands for backup and restore, outside of the API.
import type { Blobs } from './blobs.ts';
import { FolderBlobs } from './folder-blobs.ts';
import type { S3Place } from './s3-blobs.ts';

/** Settings of the file store, as they stand in the environment. */
interface Settings {
  FILES_URL?: string | undefined;
  FILES_S3_KEY_ID?: string | undefined;
  FILES_S3_SECRET?: string | undefined;
}

const known = ['endpoint', 'region', 'style', 'tls'];
const ownMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const wrong = (why: string) => new Error(`The settings cannot be used: FILES_URL: ${why}`);

function endpointOf(url: URL): string | null {
  const given = url.searchParams.get('endpoint');
  if (!given) return null;
  const endpoint = URL.canParse(given) ? new URL(given) : null;
  if (!endpoint || !/^https?:$/.test(endpoint.protocol) || endpoint.username || endpoint.search)
    throw wrong('endpoint is the https:// address of the server, without a name or a question mark.');
  if (endpoint.protocol === 'http:' && (url.searchParams.get('tls') !== 'off' || !ownMachine.test(endpoint.hostname)))
    throw wrong('an http:// endpoint would send evidence in the clear; it is only for a server on this machine, together with tls=off.');
  return endpoint.href.replace(/\/$/, '');
}

/**
 * `s3://bucket/folder?endpoint=https://…&region=…&style=path|host`, with the key in FILES_S3_KEY_ID and FILES_S3_SECRET; null where
 * FILES_URL is not set, for then files stay in FILES_DIR. Throws a sentence, without a secret in it, for what cannot be used.
 */
export function s3PlaceOf({ FILES_URL: given, FILES_S3_KEY_ID: accessKeyId, FILES_S3_SECRET: secretAccessKey }: Settings): S3Place | null {
  if (!given) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname))
    throw wrong('write s3://bucket, or s3://bucket/folder, with ?endpoint=https://… where it is not the server of Amazon.');
  if (url.username || url.password) throw wrong('the key stands in FILES_S3_KEY_ID and FILES_S3_SECRET (or their _FILE), never in the address.');
  for (const name of url.searchParams.keys()) if (!known.includes(name)) throw wrong(`"${name}" is not known; there are ${known.join(', ')}.`);
  if (!accessKeyId || !secretAccessKey) throw new Error('The settings cannot be used: FILES_URL needs FILES_S3_KEY_ID and FILES_S3_SECRET (or their _FILE).');
  const endpoint = endpointOf(url);
  const style = url.searchParams.get('style') ?? (endpoint ? 'path' : 'host');
  if (!['path', 'host'].includes(style)) throw wrong('style is "path" or "host".');
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    ...{ bucket: url.hostname, prefix: folder ? `${folder}/` : '', region: url.searchParams.get('region') ?? 'us-east-1', endpoint },
    ...{ isPathStyle: style === 'path', accessKeyId, secretAccessKey },
  };
}

/** The store of kept files: objects of a bucket where one is named, else the folder in which files are received. */
export async function openBlobs(folder: string, place: S3Place | null): Promise<Blobs> {
  if (!place) return new FolderBlobs(folder);
  // Some 40 MB of memory, which only those take who use it.
  const { S3Blobs } = await import('./s3-blobs.ts');
  return new S3Blobs(place);
}

/** Injection token of the store. */
export const BLOBS = Symbol('blobs');
