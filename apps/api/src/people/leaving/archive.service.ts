import { PassThrough, pipeline, Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { contract, ExportContents, Received } from '@servanda/contract';
import { ZipFile } from 'yazl';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { codeOf } from '../../platform/files/faults.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { journalAlone } from '../../platform/journal/journal.ts';
import { SourceSeal } from '../../platform/source-seal.ts';
import { openedLines, revisionsSql, type SealedRevision } from './archive.sources.ts';
import { countSql, filesSql, type Table, tablesSql } from './archive.sql.ts';
import { type Written, writeTable } from './archive.tables.ts';
import { leavingSql } from './leaving.sql.ts';

interface KeptFile {
  id: string;
  evidence: string;
  name: string;
  sha256: string;
  size: number;
}
interface Gathered {
  tables: { name: string; rows: number; files: Written[] }[];
  files: KeptFile[];
  /** Null: they were not asked for. */
  sources: SealedRevision[] | null;
}
type Asked = Received<typeof contract.people.exportOrganisation>['query'];

const sourcesPath = 'sources/sources.jsonl';

/**
 * The whole data of an organisation as a ZIP. Rows are written down beside the file store from one snapshot, in a short
 * transaction; then the archive flows from there, so that a slow reader holds no connection and no memory.
 */
@Injectable()
export class ArchiveService {
  readonly #log = new Logger('archive');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SourceSeal) private readonly seal: SourceSeal,
  ) {}

  contents(scope: Scope): Promise<ExportContents> {
    return this.db.read(scope, async (sql) => {
      const tables: ExportContents['tables'] = [];
      for (const table of await sql<Table>(tablesSql)) {
        const [row] = await sql<{ rows: number }>(countSql(table));
        tables.push({ name: table.name, rows: row?.rows ?? 0 });
      }
      const files = await sql<KeptFile>(filesSql);
      return { tables, files: { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) } };
    });
  }

  /** Notes the export, which is thereby in the journal that it carries, and answers the archive as it flows. */
  async open(scope: Scope, asked: Asked): Promise<{ name: string; stream: Readable }> {
    const isWithSources = asked.sources === 'mine';
    if (isWithSources) await this.#askTwice(scope, asked.name);
    const data = isWithSources ? { sources: 'mine' } : {};
    await journalAlone(this.db, scope, { act: 'organisation.exported', subject: 'organisation', subjectId: scope.organisation, data });
    const folder = await this.store.workplace();
    const clear = () => void this.store.discard(folder);
    try {
      const gathered = await this.#gather(scope, folder, isWithSources);
      const zip = this.#pack(scope, gathered);
      // A reader that hangs up, and one that has it all, both leave nothing behind.
      return { name: `servanda-organisation-${this.clock.today()}.zip`, stream: this.#flow(zip).once('close', clear) };
    } catch (error) {
      clear();
      if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) refuse('storage_full');
      throw error;
    }
  }

  /** Sources go along where the name of the organisation was typed as well. */
  async #askTwice(scope: Scope, typed: string | undefined): Promise<void> {
    const [row] = await this.db.read(scope, (sql) => sql<{ name: string }>(leavingSql, [scope.organisation]));
    if (!row || typed?.normalize('NFC') !== row.name.normalize('NFC')) refuseField('name', 'Type the name of the organisation exactly as it stands');
  }

  #gather(scope: Scope, folder: string, isWithSources: boolean): Promise<Gathered> {
    return this.db.snapshot(scope, async (sql) => {
      const tables: Gathered['tables'] = [];
      for (const table of await sql<Table>(tablesSql)) tables.push({ name: table.name, ...(await writeTable(sql, folder, table)) });
      const sources = isWithSources ? await sql<SealedRevision>(revisionsSql) : null;
      return { tables, files: await sql<KeptFile>(filesSql), sources };
    });
  }

  #pack(scope: Scope, { tables, files, sources }: Gathered): ZipFile {
    const zip = new ZipFile();
    const mtime = this.clock.now();
    const named = files.map((file) => ({ ...file, path: `files/${file.evidence}/${file.id}-${file.name}` }));
    const manifest = {
      format: 'servanda organisation 1',
      organisation: scope.organisation,
      madeAt: mtime.toISOString(),
      tables: tables.map(({ name, rows, files: written }) => ({ name, rows, files: written.map(({ path, sha256 }) => ({ path, sha256 })) })),
      files: named.map(({ path, sha256, size }) => ({ path, sha256, bytes: size })),
      ...(sources ? { sources: { path: sourcesPath, revisions: sources.length } } : {}),
    };
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime });
    if (sources) zip.addBuffer(openedLines(scope, this.seal, sources), sourcesPath, { mtime });
    for (const { place, path } of tables.flatMap((table) => table.files)) zip.addFile(place, path, { mtime });
    for (const { path, sha256, size } of named) zip.addReadStreamLazy(path, { mtime, compress: false, size }, (take) => void this.#hand(scope, sha256, take));
    zip.end();
    return zip;
  }

  /** Opens a file when its turn comes; what goes wrong ends the archive. */
  async #hand(scope: Scope, sha256: string, take: (error: unknown, stream: Readable) => void): Promise<void> {
    const stream = await this.store.read(scope.organisation, sha256).catch((error: Error) => new Readable().destroy(error));
    // An archive that ends before its time has no more use for it.
    stream.once('error', (error) => this.#log.warn(`a file of an archive could not be read: ${error.message}`));
    take(stream.errored, stream);
  }

  #flow(zip: ZipFile): Readable {
    const stream = new PassThrough();
    zip.on('error', (error: Error) => stream.destroy(error));
    pipeline(zip.outputStream, stream, () => undefined);
    return stream;
  }
}
