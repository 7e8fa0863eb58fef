import type { SignInMethod } from '@servanda/contract';

/** What a provider has said of somebody, its signature checked. */
export interface Claims {
  issuer: string;
  subject: string;
  email: string | null;
  /** False only where the provider says that it is not. */
  isEmailVerified: boolean;
  name: string;
  acr: string | null;
  amr: readonly string[];
}

/** By what a sign-in at the provider counts: a second factor only where the provider says so in a way that the lead has named, or by `mfa`. */
export const methodsOf = ({ acr, amr }: Pick<Claims, 'acr' | 'amr'>, secondFactorAcr: readonly string[]): SignInMethod[] =>
  amr.includes('mfa') || (acr !== null && secondFactorAcr.includes(acr)) ? ['single_sign_on', 'single_sign_on_mfa'] : ['single_sign_on'];

/** Whether the account at the provider has an address of the named domains. The address joins nobody to anything. */
export const isOfDomains = ({ email, isEmailVerified }: Pick<Claims, 'email' | 'isEmailVerified'>, domains: readonly string[]): boolean =>
  domains.length === 0 || (email !== null && isEmailVerified && domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase()));
