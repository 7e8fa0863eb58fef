import { Inject, Injectable } from '@nestjs/common';
import type { OrganisationKind, Role, SignInMethod } from '@servanda/contract';
import { Clock } from '../platform/clock.ts';
import { Database } from '../platform/db/database.ts';
import { sessionIdle } from './session.lifetime.ts';
import { tokenHash } from './tokens.ts';

interface OrganisationFacts {
  id: string;
  name: string;
  kind: OrganisationKind;
  iso3: string | null;
}

/** What the gate finds behind a token. */
export interface SessionFacts {
  sessionId: string;
  signedInAt: string;
  expiresAt: string;
  /** When the person last proved who he or she is, and by what in this session. */
  confirmedAt: string;
  methods: SignInMethod[];
  hasSecondFactor: boolean;
  /** From when the organisation asks every member for a second factor. */
  secondFactorFrom: string | null;
  isSingleSignOnOnly: boolean;
  /** The one organisation in which a session counts that came by that organisation's own sign-in. */
  boundTo: string | null;
  person: { id: string; email: string; name: string; locale: 'en' | 'fr' | 'ar' | null };
  organisation: OrganisationFacts;
  role: Role;
  body: string | null;
  organisations: (OrganisationFacts & { role: Role })[];
  /** The dossier asked for, where the session's organisation is in its coalition, what its people are there, and from when the host asks for a second factor. */
  shared: { dossier: string; host: Omit<OrganisationFacts, 'name'>; role: Role; secondFactorFrom: string | null } | null;
}

const plainSql = 'SELECT s || app.trust_of(s) AS found FROM app.session_of($1, $2, $3) AS s';
const guestSql = "SELECT s || app.trust_of(s) || jsonb_build_object('shared', app.shared_with(s, $4)) AS found FROM app.session_of($1, $2, $3) AS s";

@Injectable()
export class PeopleQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The live session of a token, or null; with `dossier`, also whether it may work there as a guest. One statement. */
  async sessionOf(token: string, dossier: string | null = null): Promise<SessionFacts | null> {
    const [row] = await this.db.unscoped<{ found: SessionFacts | null }>(dossier === null ? plainSql : guestSql, [
      tokenHash(token),
      this.clock.now(),
      sessionIdle,
      ...(dossier === null ? [] : [dossier]),
    ]);
    const found = row?.found ?? null;
    // What came by one organisation's own sign-in opens nothing elsewhere.
    return found && (found.boundTo === null || found.boundTo === found.organisation.id) ? found : null;
  }
}
