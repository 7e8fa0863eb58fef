import { Inject, Injectable } from '@nestjs/common';
import { PublicDatabase } from '../platform/db/public-database.ts';
import type { Scope } from '../platform/db/scope.ts';
import { type ContestedPoint, contestedOf } from './contested.rules.ts';
import { type ContestedRow, contestedSql } from './contested.sql.ts';

/** Dossiers whose points are kept at most. */
const mostKept = 500;

/** The contested points of a dossier. One statement in the public's role; what nobody has changed since is not read again. */
@Injectable()
export class Contested {
  readonly #kept = new Map<string, { stamp: string; points: ContestedPoint[] }>();

  constructor(@Inject(PublicDatabase) private readonly db: PublicDatabase) {}

  /** `moment`: null is now. */
  async points({ organisation }: Scope, dossier: string, moment: string | null): Promise<ContestedPoint[]> {
    const key = `${organisation} ${dossier}`;
    const known = moment === null ? this.#kept.get(key) : undefined;
    const [row] = await this.db.read((sql) => sql<ContestedRow>(contestedSql, [organisation, dossier, moment, known?.stamp ?? null]));
    if (!row) return [];
    if (row.published === null) return known?.points ?? [];
    const points = contestedOf(dossier, row.published);
    if (moment === null) {
      if (this.#kept.size >= mostKept) this.#kept.clear();
      this.#kept.set(key, { stamp: row.stamp, points });
    }
    return points;
  }
}
