import { Inject, Injectable } from '@nestjs/common';
import { type contract, openMinutes, type Received, type Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { addSql, pieceSql } from './opening.sql.ts';

type Doors = typeof contract.evidence;

/** Restricted evidence opens for a quarter of an hour to the one who says why (decision 0022). */
@Injectable()
export class EvidenceOpenings {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a restricted piece for the asker's session; the purpose goes into the journal and nowhere else. */
  open(scope: Scope, { params, body }: Received<Doors['open']>): Promise<Returned<Doors['open']>> {
    const at = this.clock.now();
    const until = new Date(at.getTime() + openMinutes * 60_000);
    return this.db.hotWrite(scope, async (sql) => {
      const [piece] = await sql<{ confidentiality: string; erased: boolean }>(pieceSql, [scope.organisation, params.id, params.evidence]);
      if (!piece) refuse('not_found');
      if (piece.confidentiality !== 'restricted' || piece.erased) refuse('wrong_state');
      await sql(addSql, [scope.organisation, newId(), params.evidence, scope.person, scope.session, at, until]);
      const data = { dossier: params.id, purpose: body.purpose, openUntil: until.toISOString() };
      await journalHot(sql, scope, { act: 'evidence.opened', subject: 'evidence', subjectId: params.evidence, data });
      return { openUntil: until.toISOString() };
    });
  }
}
