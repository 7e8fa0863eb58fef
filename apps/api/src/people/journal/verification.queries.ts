import { Inject, Injectable } from '@nestjs/common';
import type { contract, JournalAnchor, JournalKey, JournalProblem, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { publicKeyOf } from '../../platform/journal/signing-key.ts';
import { anchorText } from './anchor-text.ts';
import { anchorsSql, headSql, keysSql } from './anchors.sql.ts';
import { problemsSql } from './journal.sql.ts';
import { anchorProblems, type KeptAnchor } from './verification.rules.ts';

type Doors = typeof contract.people;
interface Key {
  id: string;
  spki: Buffer;
}

@Injectable()
export class VerificationQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads the whole chain of the organisation, recomputes every hash and checks every anchor. */
  async verify(scope: Scope): Promise<Returned<Doors['journalVerification']>> {
    const { chain, head, anchors, keys } = await this.db.read(scope, async (sql) => ({
      chain: await sql<{ seq: number; problem: JournalProblem }>(problemsSql),
      ...(await this.#anchored(sql, scope)),
    }));
    const problems = [...chain, ...anchorProblems(scope.organisation, anchors, new Map(keys.map(({ id, spki }) => [id, spki])))]
      .sort((a, b) => a.seq - b.seq)
      .slice(0, 100);
    return {
      ...{ isWhole: problems.length === 0, entries: head?.seq ?? 0, anchors: anchors.length, head, problems },
      unanchored: (head?.seq ?? 0) - (anchors.at(-1)?.seq ?? 0),
      checkedAt: this.clock.now().toISOString(),
    };
  }

  /** The head and the anchors of the organisation, to be kept elsewhere. */
  async anchors(scope: Scope): Promise<Returned<Doors['journalAnchors']>> {
    const { head, anchors, keys } = await this.db.read(scope, (sql) => this.#anchored(sql, scope));
    return { organisation: scope.organisation, head, anchors: anchors.map((anchor) => shown(scope.organisation, anchor)), keys: this.#shownKeys(keys) };
  }

  /** Every public key that ever signed an anchor. */
  async keys(): Promise<JournalKey[]> {
    return this.#shownKeys(await this.db.unscoped<Key>(keysSql));
  }

  async #anchored(sql: Sql, scope: Scope) {
    const [head] = await sql<{ seq: number; hash: string }>(headSql);
    return { head: head ?? null, anchors: await sql<KeptAnchor>(anchorsSql, [scope.organisation]), keys: await sql<Key>(keysSql) };
  }

  #shownKeys(keys: Key[]): JournalKey[] {
    return keys.map(({ id, spki }) => ({
      id,
      publicKey: publicKeyOf(spki).export({ format: 'pem', type: 'spki' }).toString(),
      isCurrent: id === this.config.journalKey?.id,
    }));
  }
}

const shown = (organisation: string, { hashToday: _, atUs, signature, ...anchor }: KeptAnchor): JournalAnchor => ({
  ...anchor,
  at: new Date(atUs / 1000).toISOString(),
  signature,
  text: anchorText({ organisation, atUs, ...anchor }),
});
