import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, ReleaseMatter } from '@servanda/contract';
import type { Sql } from '../platform/db/database.ts';
import { PublicDatabase } from '../platform/db/public-database.ts';
import type { Span } from '../platform/files/blobs.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { wantedSpan } from '../platform/files/ranges.ts';
import { holdsAlready } from '../platform/http/if-none-match.ts';
import { refuse } from '../platform/http/refusal.ts';
import { PublicQueries } from './public.queries.ts';
import { addBytesSql, addFileSql, fileSql, hasBytesSql, partSql } from './release-files.sql.ts';

interface File {
  organisation: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}
/** Bytes read of a file at once. */
const stretch = 1024 * 1024;

/** Files of releases: copied out of the private store when a release is published, and served to anyone as long as it stands. */
@Injectable()
export class ReleaseFiles {
  constructor(
    @Inject(PublicDatabase) private readonly db: PublicDatabase,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(PublicQueries) private readonly releases: PublicQueries,
  ) {}

  /** Within the transaction that publishes: the bytes of each file, once for each organisation, then what the release calls them. */
  async copy(sql: Sql, organisation: string, publication: string, { evidence }: ReleaseMatter): Promise<void> {
    for (const { id, name, mediaType, sizeBytes, sha256 } of evidence.flatMap(({ files }) => files)) {
      const [there] = await sql(hasBytesSql, [organisation, sha256]);
      if (!there) await sql(addBytesSql, [organisation, sha256, await buffer(await this.store.read(organisation, sha256))]);
      await sql(addFileSql, [organisation, publication, id, name, mediaType, sizeBytes, sha256]);
    }
  }

  /** What was asked for of a file. `stream` is null where the asker holds it already. Refuses not_found, withdrawn and range_unusable. */
  async open(
    { params: { publication, file } }: Received<(typeof contract)['publications']['releaseFile']>,
    asked: { range: string | undefined; ifRange: string | undefined; ifNoneMatch: string | undefined },
  ): Promise<{ record: File; etag: string; part: Span | null; stream: Readable | null }> {
    const [record] = await this.db.read((sql) => sql<File>(fileSql, [publication, file]));
    if (!record) {
      // A release that was withdrawn says so also of its files.
      await this.releases.release({ params: { publication }, query: undefined, body: undefined });
      refuse('not_found');
    }
    const etag = `"${record.sha256}"`;
    if (holdsAlready(asked.ifNoneMatch, etag)) return { record, etag, part: null, stream: null };
    const span = wantedSpan(asked, record.sizeBytes, etag);
    if (span === 'none') refuse('range_unusable', { size: record.sizeBytes });
    const part = span === 'whole' ? null : span;
    return { record, etag, part, stream: Readable.from(this.#bytes(record, part ?? { first: 0, last: record.sizeBytes - 1 })) };
  }

  /** A file in stretches, each by a statement of its own: no transaction waits for a slow reader. */
  async *#bytes({ organisation, sha256 }: File, { first, last }: Span): AsyncGenerator<Buffer> {
    for (let at = first; at <= last; at += stretch) {
      const length = Math.min(stretch, last - at + 1);
      const [row] = await this.db.read((sql) => sql<{ bytes: Buffer }>(partSql, [organisation, sha256, at + 1, length]));
      if (row?.bytes.length !== length) throw new Error('The release was withdrawn while its file was read.');
      yield row.bytes;
    }
  }
}
