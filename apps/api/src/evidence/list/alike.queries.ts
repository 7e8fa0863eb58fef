import { Inject, Injectable } from '@nestjs/common';
import type { AlikePiece, contract, Received } from '@servanda/contract';
import { seeDossier } from '../../dossiers/hold.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { alikeSql, ownSql } from './alike.sql.ts';

type Doors = typeof contract.evidence;
/** What is asked about: a title, and the SHA-256 of files. */
export interface Asked {
  title: string;
  sha256: string[];
}

/** Which pieces look like others. */
@Injectable()
export class AlikeQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** For each thing asked, in its order, the pieces that are there already. */
  async alike(scope: Scope, { params, body }: Received<Doors['alike']>): Promise<{ items: AlikePiece[][] }> {
    return this.db.read(scope, async (sql) => {
      await seeDossier(sql, scope, params.id);
      return { items: await this.to(sql, scope, params.id, body.pieces) };
    });
  }

  /** The likes of a piece that is kept. */
  async twins(scope: Scope, { params }: Received<Doors['twins']>): Promise<{ items: AlikePiece[] }> {
    return this.db.read(scope, async (sql) => {
      const [own] = await sql<Asked>(ownSql, [scope.organisation, params.id, params.evidence]);
      if (!own) refuse('not_found');
      const [items = []] = await this.to(sql, scope, params.id, [own], params.evidence);
      return { items };
    });
  }

  /** The same within a transaction: one statement, however many are asked about. */
  async to(sql: Sql, scope: Scope, dossier: string, asked: readonly Asked[], itself: string | null = null): Promise<AlikePiece[][]> {
    if (!asked.length) return [];
    const numbered = asked.map((one, n) => ({ n, ...one }));
    const rows = await sql<{ n: number; items: AlikePiece[] }>(alikeSql, [scope.organisation, dossier, JSON.stringify(numbered), itself]);
    const found = new Map(rows.map(({ n, items }) => [n, items]));
    return asked.map((_, n) => found.get(n) ?? []);
  }
}
