import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type contract, type HouseStyle, largestLogo, type Received } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { receiveUpload } from '../../platform/files/upload.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import type { DoorReply, DoorRequest } from '../../platform/http/request.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { DocumentMaker } from '../documents/document-maker.ts';
import { plain } from '../documents/model.ts';
import { policy } from '../templates/templates.policy.ts';
import { dressSql, lastSql, logoSql, reviseSql } from './style.sql.ts';

type Doors = typeof contract.reports;
type Row = Omit<HouseStyle, 'may'>;
const unchosen: Row = { number: 0, name: '', colour: plain.ink, paper: 'a4', logo: null };

/** How documents look; each choice is added, the last one counts. */
@Injectable()
export class StyleService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(DocumentMaker) private readonly maker: DocumentMaker,
  ) {}

  get(scope: Scope): Promise<HouseStyle> {
    return this.db.read(scope, async (sql) => shaped(scope, await this.#last(sql, scope)));
  }

  async logo(scope: Scope, reply: DoorReply): Promise<StreamableFile> {
    const [row] = await this.db.read(scope, (sql) => sql<{ bytes: Buffer | null }>(dressSql, [scope.organisation]));
    const bytes = row?.bytes ?? refuse('not_found');
    reply.headers({ 'content-type': 'image/png', 'content-length': String(bytes.length) });
    return new StreamableFile(bytes);
  }

  /** Refuses stale_version with what somebody else chose meanwhile. */
  revise(scope: Scope, { body }: Received<Doors['reviseHouseStyle']>): Promise<HouseStyle> {
    const { number, name, colour, paper, withoutLogo } = body;
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#last(sql, scope);
      if (before.number !== number) refuse('stale_version', { current: shaped(scope, before) });
      const [added] = await sql(reviseSql, [scope.organisation, number + 1, name, colour, paper, withoutLogo, scope.person, this.clock.now()]);
      return this.#changed(sql, scope, before, added);
    });
  }

  /** Draws the logo anew and puts it on documents. Refuses invalid_input with what is wrong in it. */
  async putLogo(scope: Scope, request: DoorRequest): Promise<HouseStyle> {
    const { received } = await receiveUpload(request, this.store, largestLogo);
    const sent = await readFile(received.path).finally(() => this.store.discard(received.path));
    const drawn = await this.maker.draw(sent);
    if ('flaw' in drawn) return refuseField('file', drawn.flaw);
    const { width, height } = drawn;
    const png = Buffer.from(drawn.png, 'base64');
    const sha256 = createHash('sha256').update(png).digest('hex');
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#last(sql, scope);
      const looks = [before.number + 1, before.name, before.colour, before.paper];
      const [added] = await sql(logoSql, [scope.organisation, ...looks, png, sha256, width, height, scope.person, this.clock.now()]);
      return this.#changed(sql, scope, before, added);
    });
  }

  async #changed(sql: Sql, scope: Scope, before: Row, added: object | undefined): Promise<HouseStyle> {
    const after = await this.#last(sql, scope);
    if (!added) refuse('stale_version', { current: shaped(scope, after) });
    const facts = ({ name, colour, paper, logo }: Row) => ({ name, colour, paper, logo: logo?.sha256 ?? null });
    const data = { before: facts(before), after: facts(after) };
    await journalHot(sql, scope, { act: 'house_style.revised', subject: 'organisation', subjectId: scope.organisation, data });
    return shaped(scope, after);
  }

  async #last(sql: Sql, scope: Scope): Promise<Row> {
    const [row] = await sql<Row>(lastSql, [scope.organisation]);
    return row ?? unchosen;
  }
}

const shaped = (scope: Scope, row: Row): HouseStyle => ({ ...row, may: { change: policy.change(scope) } });
