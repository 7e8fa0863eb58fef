import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { addressedBy, addressOf, type Blobs, type Kept, type Received, type Span, StoreFault } from './blobs.ts';

/** Where an S3-compatible store is and who asks. `prefix` is empty or ends with a slash. */
export interface S3Place {
  bucket: string;
  prefix: string;
  region: string;
  /** Address of the server; null: Amazon's own. */
  endpoint: string | null;
  /** Whether the bucket stands in the path or in the host name. */
  isPathStyle: boolean;
  accessKeyId: string;
  secretAccessKey: string;
}

const tries = 3;
const nothing = () => undefined;
/** What fails is told by our own log. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const isMissing = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== 'NoSuchBucket';
const statusOf = (error: unknown) => (error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0);
/** Worth another try: no answer at all, too much at once, or a fault of the server's. */
const isPassing = (error: unknown) => [0, 408, 429].includes(statusOf(error)) || (statusOf(error) >= 500 && statusOf(error) !== 507);
const faultOf = (error: unknown) => new StoreFault(statusOf(error) === 507 || /StorageFull|QuotaExceeded/.test(String(error)) ? 'full' : 'unreachable', error);

/** Kept files as objects of a bucket. A PUT appears whole or not at all, and is answered when the server has the bytes. */
export class S3Blobs implements Blobs {
  readonly #client: S3Client;
  readonly #place: S3Place;
  constructor(place: S3Place) {
    this.#place = place;
    this.#client = new S3Client({
      region: place.region,
      ...(place.endpoint ? { endpoint: place.endpoint } : {}),
      forcePathStyle: place.isPathStyle,
      credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
      maxAttempts: tries,
      logger: silent,
      // The checksum that counts is our own; servers that know no other refuse what they do not know.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: 5000,
        requestTimeout: 30_000,
        throwOnRequestTimeout: true,
        httpsAgent: { maxSockets: 64 },
        httpAgent: { maxSockets: 64 },
      },
    });
  }

  #at(organisation: string, sha256?: string) {
    return `${this.#place.prefix}${addressOf(organisation, sha256).join('/')}`;
  }

  async keep(organisation: string, { path, size, sha256 }: Received): Promise<void> {
    for (let tried = 1; ; tried++) {
      const bytes = createReadStream(path);
      try {
        await this.#client.send(
          new PutObjectCommand({
            ...{ Bucket: this.#place.bucket, Key: this.#at(organisation, sha256), Body: bytes, ContentLength: size },
            ...{ ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'), ContentType: 'application/octet-stream' },
          }),
        );
        return;
      } catch (error) {
        if (tried >= tries || !isPassing(error)) throw faultOf(error);
      } finally {
        bytes.destroy();
      }
    }
  }

  async sizeOf(organisation: string, sha256: string): Promise<number | null> {
    const found = await this.#ask(() => this.#client.send(new HeadObjectCommand({ Bucket: this.#place.bucket, Key: this.#at(organisation, sha256) })));
    return found ? (found.ContentLength ?? 0) : null;
  }

  async read(organisation: string, sha256: string, span?: Span): Promise<Readable | null> {
    const wanted = { Bucket: this.#place.bucket, Key: this.#at(organisation, sha256), ...(span ? { Range: `bytes=${span.first}-${span.last}` } : {}) };
    const found = await this.#ask(() => this.#client.send(new GetObjectCommand(wanted)));
    return found?.Body instanceof Readable ? found.Body : null;
  }

  async remove(organisation: string, sha256: string): Promise<void> {
    const gone = new DeleteObjectCommand({ Bucket: this.#place.bucket, Key: this.#at(organisation, sha256) });
    // Shorter than the transaction lives that keeps others from storing the same bytes meanwhile.
    await this.#ask(() => this.#client.send(gone, { abortSignal: AbortSignal.timeout(8000) }));
  }

  async forget(organisation: string): Promise<void> {
    for await (const page of this.#pages(`${this.#at(organisation)}/`)) {
      const Objects = page.map(({ Key }) => ({ Key }));
      const done = await this.#ask(() => this.#client.send(new DeleteObjectsCommand({ Bucket: this.#place.bucket, Delete: { Objects, Quiet: true } })));
      if (done?.Errors?.length) throw new Error(`${done.Errors.length} files of an organisation could not be removed: ${done.Errors[0]?.Code}`);
    }
  }

  async *all(): AsyncGenerator<Kept | string> {
    for await (const page of this.#pages(`${this.#place.prefix}blobs/`))
      for (const { Key, Size, LastModified } of page) {
        const name = Key.slice(this.#place.prefix.length);
        const named = addressedBy(name.split('/'));
        yield named ? { ...named, size: Size ?? 0, since: LastModified ?? new Date() } : name;
      }
  }

  async *#pages(Prefix: string): AsyncGenerator<{ Key: string; Size?: number | undefined; LastModified?: Date | undefined }[]> {
    let from: string | undefined;
    do {
      const query = { Bucket: this.#place.bucket, Prefix, ...(from ? { ContinuationToken: from } : {}) };
      const page = await this.#ask(() => this.#client.send(new ListObjectsV2Command(query)));
      const objects = (page?.Contents ?? []).flatMap(({ Key, Size, LastModified }) => (Key ? [{ Key, Size, LastModified }] : []));
      if (objects.length) yield objects;
      from = page?.IsTruncated ? page.NextContinuationToken : undefined;
    } while (from);
  }

  /** The answer, or null where there is no such object; else a fault of the store. */
  async #ask<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    return ask().catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw faultOf(error);
    });
  }

  async state(): Promise<'ok' | 'full' | 'unreachable'> {
    return this.#client.send(new HeadBucketCommand({ Bucket: this.#place.bucket })).then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    );
  }
}
