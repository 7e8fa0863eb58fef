import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { documentTypes, type EvidenceFile, largestFile, type May } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database, type Sql, sqlIn, type Tx } from '../platform/db/database.ts';
import type { Scope } from '../platform/db/scope.ts';
import type { Received, Span } from '../platform/files/blobs.ts';
import { checkDocument } from '../platform/files/document.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { wantedSpan } from '../platform/files/ranges.ts';
import { Scanner } from '../platform/files/scanner.ts';
import { receiveUpload, type Upload } from '../platform/files/upload.ts';
import { holdsAlready } from '../platform/http/if-none-match.ts';
import { refuse } from '../platform/http/refusal.ts';
import type { DoorRequest } from '../platform/http/request.ts';
import { newId } from '../platform/ids.ts';
import { journal, journalAlone } from '../platform/journal/journal.ts';
import { asCopy, EvidenceCopies } from './copies/copies.service.ts';
import { heldSql, holdSql, sameWordsSql } from './evidence.files.sql.ts';
import { policy } from './evidence.policy.ts';
import { EvidenceQueries, type Place } from './evidence.queries.ts';
import { KeptFiles } from './kept-files.ts';
import { EvidenceText } from './text.service.ts';

const enforce = (may: May) => {
  if (!may.allowed) refuse(may.because === 'state' ? 'wrong_state' : 'forbidden');
};

/** A document as it leaves: whole, or one part of it. */
interface Opened {
  record: EvidenceFile;
  etag: string;
  part: Span | null;
  /** Null where the asker holds these bytes already: none leave. */
  stream: Readable | null;
}

/** A piece that takes a file: `isCited` where a judgement cites its newest revision, `file` where the same bytes belong to it already. */
interface Held {
  version: number;
  isWithdrawn: boolean;
  isCited: boolean;
  file: string | null;
}

/** With or without metadata, which part of it, and what the asker holds already. */
type Asked = Parameters<typeof wantedSpan>[0] & { copy: 'clean' | 'original'; ifNoneMatch: string | undefined };

/** The documents of a piece. The file comes first and its record second, so that no record is ever without its file. */
@Injectable()
export class EvidenceFiles {
  readonly #log = new Logger('files');

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Scanner) private readonly scanner: Scanner,
    @Inject(KeptFiles) private readonly kept: KeptFiles,
    @Inject(EvidenceText) private readonly texts: EvidenceText,
    @Inject(EvidenceCopies) private readonly copies: EvidenceCopies,
    @Inject(EvidenceQueries) private readonly queries: EvidenceQueries,
  ) {}

  /**
   * Receives, checks, keeps and then records one document: in the newest revision while nothing cites that, else in a further one with the
   * same words. The bytes of a file that belongs to the piece already are answered with that file. Whatever is refused leaves nothing behind.
   */
  add(scope: Scope, place: Place, request: DoorRequest): Promise<EvidenceFile> {
    return this.addReceived(scope, place, () => receiveUpload(request, this.store, largestFile));
  }

  /** The same for a document that comes by another way than a form; it is not received before the act is allowed. */
  async addReceived(scope: Scope, place: Place, receive: () => Promise<Upload>): Promise<EvidenceFile> {
    enforce(policy.add(scope));
    const piece = await this.queries.get(scope, { params: place, query: {}, body: undefined });
    enforce(piece.may.addFile);
    const { name, received } = await receive();
    try {
      const type = await checkDocument(received, name);
      await this.scanner.look(received.path);
      const arrival = await this.kept.keep(scope.organisation, received);
      try {
        const arrived = (sql: Sql) => (scope.guest ? this.kept.arrivedFromGuest(sql, arrival) : this.kept.arrived(sql, arrival));
        const file = await this.#record(scope, place, { name, mediaType: documentTypes[type], received }, arrived);
        if (scope.guest) await this.#begin(scope.organisation, file.id);
        return file;
      } catch (error) {
        await this.kept.giveUp(arrival);
        throw error;
      }
    } finally {
      await this.store.discard(received.path);
    }
  }

  #record(
    scope: Scope,
    place: Place,
    { name, mediaType, received }: { name: string; mediaType: string; received: Received },
    arrived: (sql: Sql) => Promise<void>,
  ): Promise<EvidenceFile> {
    const at = this.clock.now();
    const id = newId();
    const stored = { name, mediaType, sizeBytes: received.size, sha256: received.sha256 };
    return this.db.write(scope, async (tx) => {
      await arrived(sqlIn(tx));
      // Held until the end: one withdrawn while the file was on its way takes no more files, and of two with the same bytes the second finds the first.
      await sqlIn(tx)(holdSql, [scope.organisation, place.id, place.evidence]);
      const [piece] = await sqlIn(tx)<Held>(heldSql, [scope.organisation, place.id, place.evidence, received.sha256]);
      if (!piece || piece.isWithdrawn) refuse('wrong_state');
      if (piece.file) return (await this.#file(tx, scope, place, piece.file)) ?? refuse('internal');
      const revision = piece.isCited ? piece.version + 1 : piece.version;
      if (piece.isCited) await sqlIn(tx)(sameWordsSql, [scope.organisation, place.evidence, revision, scope.person, at]);
      await tx.evidence.updateMany({
        where: { organisationId: scope.organisation, dossierId: place.id, id: place.evidence },
        data: { version: revision, changedAt: at },
      });
      await tx.evidenceFile.create({
        data: { organisationId: scope.organisation, id, evidenceId: place.evidence, ...stored, revision, storedBy: scope.person, storedAt: at },
      });
      await this.texts.wait(sqlIn(tx), scope, { ...place, file: id });
      await this.copies.wait(sqlIn(tx), scope, id, stored.mediaType);
      const added = await this.#file(tx, scope, place, id);
      await journal(tx, scope, {
        act: 'evidence.file_added',
        subject: 'evidence',
        subjectId: place.evidence,
        data: { dossier: place.id, version: revision, after: { file: id, mediaType, sizeBytes: stored.sizeBytes, sha256: stored.sha256 } },
      });
      return added ?? refuse('internal');
    });
  }

  /** What follows once a guest's file is recorded, whose transaction reaches no queue. It was kept, whatever becomes of this. */
  async #begin(organisation: string, file: string): Promise<void> {
    await Promise.all([this.texts.begin(organisation, file), this.copies.begin(organisation, file)]).catch((error: Error) =>
      this.#log.warn(`a file that was kept waits for the next start: ${error.message}`),
    );
  }

  async #file(tx: Tx, scope: Scope, place: Place, id: string): Promise<EvidenceFile | undefined> {
    const [row] = await this.queries.fileOf(sqlIn(tx), scope, place.evidence, id);
    return row?.file;
  }

  /**
   * The record of a document and what of its bytes was asked for; the transaction is closed before the first byte leaves.
   * Each opening of a restricted one leaves an entry, also of a part of it; where nothing leaves, for the asker holds the bytes already, there
   * is none. Without its metadata unless the original is asked for by somebody who may have it. Refuses range_unusable, copy_waiting and copy_impossible.
   */
  async open(scope: Scope, place: Place & { file: string }, asked: Asked): Promise<Opened> {
    if (asked.copy === 'original') enforce(policy.original(scope));
    const { file, isRestricted } = await this.queries.file(scope, place);
    const record = asked.copy === 'original' ? file : asCopy(file);
    const etag = `"${record.sha256}"`;
    if (holdsAlready(asked.ifNoneMatch, etag)) return { record, etag, part: null, stream: null };
    const span = wantedSpan(asked, record.sizeBytes, etag);
    if (span === 'none') refuse('range_unusable', { size: record.sizeBytes });
    const part = span === 'whole' ? null : span;
    const stream = await this.store.read(scope.organisation, record.sha256, part ?? undefined);
    try {
      if (isRestricted)
        await journalAlone(this.db, scope, {
          act: 'evidence.file_downloaded',
          subject: 'evidence',
          subjectId: place.evidence,
          data: { dossier: place.id, file: record.id, name: record.name, sha256: record.sha256, copy: asked.copy },
        });
    } catch (error) {
      stream.destroy();
      throw error;
    }
    return { record, etag, part, stream };
  }
}
