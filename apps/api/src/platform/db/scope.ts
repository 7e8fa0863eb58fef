import type { OrganisationKind, Role } from '@servanda/contract';

declare const minted: unique symbol;

/**
 * For whom a transaction works. Minted only by the session gate (and by the demonstration builder),
 * so that an unchecked organisation does not compile; row-level security sees nothing without it.
 */
export interface Scope {
  readonly [minted]: true;
  readonly organisation: string;
  readonly organisationKind: OrganisationKind;
  readonly iso3: string | null;
  readonly person: string;
  readonly personName: string;
  readonly role: Role;
  readonly body: string | null;
  /** The session that acts; null for a key and for the demonstration builder. */
  readonly session: string | null;
  /** The API key that acts; null for a person. */
  readonly key: string | null;
  /** Set for a guest of a coalition: `organisation` is the host's, and nothing of it is seen but this dossier (decision 0043). */
  readonly guest?: { readonly dossier: string; readonly home: string };
  /** The moment the person last proved who he or she is (ISO 8601). */
  readonly confirmedAt: string | null;
}

export const mintScope = (facts: Omit<Scope, typeof minted>): Scope => facts as Scope;
