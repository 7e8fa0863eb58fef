import { Inject, Injectable } from '@nestjs/common';
import type { contract, Received, Returned } from '@servanda/contract';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { hashPassword } from '../passwords.ts';
import { sessionIdle } from '../session.lifetime.ts';
import { deviceWords } from './device-words.ts';
import { inEveryLanguage } from './letters-to.ts';
import { checkNewPassword } from './new-password.ts';
import { PasswordGate } from './password.gate.ts';

type People = typeof contract.people;
type Listed = Omit<Returned<People['sessions']>['items'][number], 'browser' | 'system' | 'form'> & { agent: string | null };
const ownSql = 'SELECT app.my_password() AS stored, (SELECT name FROM organisation WHERE id = $1) AS organisation';

/** What a person does with the own account. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async changeProfile(scope: Scope, { name, locale }: Received<People['changeProfile']>['body']): Promise<void> {
    await this.db.hotWrite(scope, (sql) => sql('SELECT app.change_my_profile($1, $2)', [name, locale]));
  }

  /** Compares the current password, sets the new one, and ends the other sessions. */
  async changePassword(scope: Scope, email: string, { current, password, language }: Received<People['changePassword']>['body']): Promise<void> {
    const [own] = await this.db.read(scope, (sql) => sql<{ stored: string | null; organisation: string }>(ownSql, [scope.organisation]));
    const stored = own?.stored ?? refuse('wrong_state');
    if (!(await this.passwords.isOwn(scope.person, stored, current)))
      refuse('wrong_credentials', { fields: [{ path: 'current', code: 'custom', message: 'This is not your current password' }] });
    checkNewPassword(password, email, scope.personName, own?.organisation ?? '');
    const hash = await hashPassword(password);
    const letters = inEveryLanguage(email, 'passwordChanged', { when: this.clock.now().toISOString(), link: `${this.config.publicUrl}/reset` });
    await this.db.hotWrite(scope, async (sql) => {
      const [row] = await sql<{ changed: boolean }>('SELECT app.change_my_password($1, $2, $3, $4) AS changed', [
        stored,
        hash,
        JSON.stringify(letters),
        language,
      ]);
      if (!row?.changed) refuse('wrong_state');
      await sql('SELECT app.end_my_sessions(NULL)');
    });
  }

  async sessions(scope: Scope): Promise<Returned<People['sessions']>> {
    const [row] = await this.db.read(scope, (sql) => sql<{ list: Listed[] }>('SELECT app.my_sessions($1) AS list', [sessionIdle]));
    const moment = (at: string) => new Date(at).toISOString();
    return {
      items: (row?.list ?? []).map(({ agent, ...s }) => ({
        ...s,
        ...deviceWords(agent),
        signedInAt: moment(s.signedInAt),
        lastSeenAt: moment(s.lastSeenAt),
        expiresAt: moment(s.expiresAt),
      })),
    };
  }

  /** Ends one session of the own ones, or all but this one. */
  async endSession(scope: Scope, one: string | null): Promise<null> {
    const [row] = await this.db.hotWrite(scope, (sql) => sql<{ ended: number }>('SELECT app.end_my_sessions($1) AS ended', [one]));
    if (one && !row?.ended) refuse('not_found');
    return null;
  }
}
