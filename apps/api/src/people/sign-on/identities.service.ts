import { Inject, Injectable } from '@nestjs/common';
import type { contract, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { FactorLetters } from '../factors/factor-letters.ts';
import { FactorsQueries } from '../factors/factors.queries.ts';
import type { SessionFacts } from '../people.queries.ts';
import { scopeOf } from '../session.gate.ts';
import { type Provider, Providers } from './providers.ts';
import { SignOnService } from './sign-on.service.ts';

interface Linked {
  id: string;
  issuer: string;
  linked_at: Date;
  last_used_at: Date | null;
}

/** The own account's links to sign-ins of organisations. */
@Injectable()
export class IdentitiesService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(SignOnService) private readonly signOn: SignOnService,
    @Inject(FactorsQueries) private readonly factors: FactorsQueries,
    @Inject(FactorLetters) private readonly letters: FactorLetters,
  ) {}

  async list({ person, organisation }: SessionFacts): Promise<Returned<typeof contract.people.identities>> {
    const rows = await this.db.unscoped<Linked>('SELECT * FROM app.identities_of($1)', [person.id]);
    const provider = await this.providers.find({ organisation: organisation.id });
    return {
      items: rows.map(({ id, issuer, linked_at, last_used_at }) => ({
        ...{ id, issuer, linkedAt: linked_at.toISOString(), lastUsedAt: last_used_at?.toISOString() ?? null },
      })),
      mayLink: provider !== null && !rows.some(({ issuer }) => issuer === provider.issuer),
    };
  }

  async beginLink(who: SessionFacts): Promise<{ url: string; token: string }> {
    return this.signOn.begin(await this.#provider(who), { purpose: 'link', session: who.sessionId });
  }

  /** For an account that has neither a password nor a second factor here. */
  async beginConfirmation(who: SessionFacts): Promise<{ url: string; token: string }> {
    if (!(await this.factors.proofsOf(who.person.id)).includes('single_sign_on')) refuse('wrong_state');
    return this.signOn.begin(await this.#provider(who), { purpose: 'confirm', session: who.sessionId });
  }

  async unlink(who: SessionFacts, id: string): Promise<void> {
    const scope = scopeOf(who);
    await this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ done: string }>('SELECT app.unlink_identity($1, $2, $3) AS done', [id, who.person.id, this.clock.now()]);
      if (row?.done !== 'unlinked') refuse(row?.done === 'only' ? 'wrong_state' : 'not_found');
      await this.letters.send(sql, who.person, 'single_sign_on_unlinked');
      await journalHot(sql, scope, { act: 'identity.unlinked', subject: 'identity', subjectId: id });
    });
  }

  async #provider({ organisation }: SessionFacts): Promise<Provider> {
    return (await this.providers.find({ organisation: organisation.id })) ?? refuse('wrong_state');
  }
}
