import { Inject, Injectable } from '@nestjs/common';
import type { ConfigureSignOn, contract, Received, Returned } from '@servanda/contract';
import pg from 'pg';
import { Clock } from '../../platform/clock.ts';
import { Database, type Sql } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse, refuseField } from '../../platform/http/refusal.ts';
import { journalHot } from '../../platform/journal/journal.ts';
import { Seal } from '../../platform/seal.ts';
import { holdsSecondFactor } from '../factors/factors.rules.ts';
import type { SessionFacts } from '../people.queries.ts';
import { scopeOf } from '../session.gate.ts';
import { Providers, secretPurpose } from './providers.ts';
import { SignOnService } from './sign-on.service.ts';

type Rule = Returned<typeof contract.people.signInRule>;
interface Kept {
  second_factor_from: Date | null;
  is_single_sign_on_only: boolean | null;
  without: number;
  provider: Rule['provider'];
}
const day = 24 * 60 * 60 * 1000;
const keptSql = `SELECT r.second_factor_from, r.is_single_sign_on_only, app.members_without_second_factor() AS without,
    CASE WHEN p.is_on THEN jsonb_build_object('signInName', p.sign_in_name, 'issuer', p.issuer, 'clientId', p.client_id, 'domains', p.domains, 'secondFactorAcr', p.second_factor_acr) END AS provider
  FROM (SELECT $1::uuid AS id) o LEFT JOIN sign_in_rule r ON r.organisation_id = o.id LEFT JOIN identity_provider p ON p.organisation_id = o.id`;
const ruleSql = `INSERT INTO sign_in_rule (organisation_id, second_factor_from, is_single_sign_on_only, changed_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (organisation_id) DO UPDATE SET second_factor_from = excluded.second_factor_from,
    is_single_sign_on_only = excluded.is_single_sign_on_only, changed_at = excluded.changed_at`;
const providerSql = `INSERT INTO identity_provider AS p (organisation_id, sign_in_name, issuer, client_id, sealed_secret, domains, second_factor_acr, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organisation_id) DO UPDATE SET sign_in_name = excluded.sign_in_name, issuer = excluded.issuer,
    client_id = excluded.client_id, sealed_secret = excluded.sealed_secret, domains = excluded.domains, second_factor_acr = excluded.second_factor_acr,
    is_on = true, version = p.version + 1, changed_at = excluded.changed_at`;

/** Also where the other organisation has ended its provider, or takes the name at the same moment. */
const nameTaken = (error: unknown): never => {
  if (error instanceof pg.DatabaseError && error.constraint === 'identity_provider_sign_in_name_key') refuse('already_exists');
  throw error;
};

/** How the members of an organisation come in, as its lead sets it. */
@Injectable()
export class SignInRuleService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(SignOnService) private readonly signOn: SignOnService,
  ) {}

  async rule(scope: Scope): Promise<Rule> {
    return this.#shape(scope, await this.db.read(scope, (sql) => this.#kept(sql, scope)));
  }

  /** Nobody asks of others what he or she does not do; so no lead is shut out by the own rule. */
  async revise(who: SessionFacts, { body }: Received<typeof contract.people.reviseSignInRule>): Promise<Rule> {
    const scope = scopeOf(who);
    if (body.secondFactor && !holdsSecondFactor(who.methods)) refuse('second_factor_missing');
    if (body.isSingleSignOnOnly && !who.methods.includes('single_sign_on')) refuse('single_sign_on_missing');
    const now = this.clock.now();
    return this.db.hotWrite(scope, async (sql) => {
      const before = await this.#kept(sql, scope);
      const from = body.secondFactor ? (before.second_factor_from ?? new Date(now.getTime() + body.graceDays * day)) : null;
      await sql(ruleSql, [scope.organisation, from, body.isSingleSignOnOnly, now]);
      const after = this.#shape(scope, await this.#kept(sql, scope));
      const told = ({ secondFactorFrom, isSingleSignOnOnly }: Rule) => ({ secondFactorFrom, isSingleSignOnOnly });
      const data = { before: told(this.#shape(scope, before)), after: told(after) };
      await journalHot(sql, scope, { act: 'sign_in_rule.changed', subject: 'organisation', subjectId: scope.organisation, data });
      return after;
    });
  }

  /** Reads the provider's description first: what cannot be reached, or says another name of itself, is not kept. */
  async configure(scope: Scope, { clientSecret, ...facts }: ConfigureSignOn): Promise<Rule> {
    const { organisation } = scope;
    const known = await this.providers.find({ organisation });
    // A secret belongs to the issuer it was given for; it is not sent to another.
    if (!clientSecret && known?.issuer !== facts.issuer) refuseField('clientSecret', 'Give the client secret that the provider has issued');
    const secret = clientSecret ?? (known ? this.seal.open(known.sealed_secret, secretPurpose(organisation)) : '');
    const described = await this.providers.describe(facts.issuer, facts.clientId, secret).catch(() => null);
    if (!described) refuseField('issuer', 'No OpenID Connect provider of this name answers at this address. It must be reachable from the open net by https');
    const sealed = this.seal.seal(secret, secretPurpose(organisation));
    return this.db.hotWrite(scope, async (sql) => {
      const { signInName, issuer, clientId, domains, secondFactorAcr } = facts;
      const taken = await sql('SELECT 1 FROM app.provider_for($1, NULL, NULL) p WHERE p.organisation_id <> $2', [signInName, organisation]);
      if (taken.length) refuse('already_exists');
      await sql(providerSql, [organisation, signInName, issuer, clientId, sealed, domains, secondFactorAcr, this.clock.now()]).catch(nameTaken);
      await journalHot(sql, scope, { act: 'sign_on.configured', subject: 'organisation', subjectId: organisation, data: { after: facts } });
      return this.#shape(scope, await this.#kept(sql, scope));
    });
  }

  /** Nobody is left before a door that is gone: with the provider goes the rule that asks for it. */
  async remove(scope: Scope): Promise<void> {
    await this.db.hotWrite(scope, async (sql) => {
      const off = await sql(
        'UPDATE identity_provider SET is_on = false, version = version + 1, changed_at = $2 WHERE organisation_id = $1 AND is_on RETURNING 1',
        [...[scope.organisation, this.clock.now()]],
      );
      if (!off.length) refuse('not_found');
      await sql('UPDATE sign_in_rule SET is_single_sign_on_only = false WHERE organisation_id = $1', [scope.organisation]);
      await journalHot(sql, scope, { act: 'sign_on.removed', subject: 'organisation', subjectId: scope.organisation });
    });
  }

  async #kept(sql: Sql, { organisation }: Scope): Promise<Kept> {
    const [row] = await sql<Kept>(keptSql, [organisation]);
    return row ?? refuse('internal');
  }

  #shape({ organisation }: Scope, kept: Kept): Rule {
    return {
      secondFactorFrom: kept.second_factor_from?.toISOString() ?? null,
      membersWithout: kept.without,
      isSingleSignOnOnly: kept.is_single_sign_on_only ?? false,
      redirectUri: this.signOn.redirectUri(organisation),
      provider: kept.provider,
    };
  }
}
