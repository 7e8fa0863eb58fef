import { Inject, Injectable, Logger } from '@nestjs/common';
import type { contract, Returned } from '@servanda/contract';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { refuse } from '../../platform/http/refusal.ts';
import { Ceremonies } from '../factors/ceremonies.ts';
import { type Provider, Providers } from './providers.ts';
import { type Claims, isOfDomains } from './sign-on.rules.ts';

export type Purpose = Returned<typeof contract.people.finishSignOn>['purpose'];
/** What is remembered while the browser is away. */
export interface Away {
  organisation: string;
  purpose: Purpose;
  state: string;
  nonce: string;
  verifier: string;
  /** Whose session began it, where one did. */
  session: string | null;
  invitation: { token: string; language: string } | null;
}
type Begin = Pick<Away, 'purpose'> & Partial<Pick<Away, 'session' | 'invitation'>>;

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** The way to a provider and back: state, nonce, PKCE, issuer and signature; each return counts once. */
@Injectable()
export class SignOnService {
  readonly #log = new Logger('sign-on');

  constructor(
    @Inject(Providers) private readonly providers: Providers,
    @Inject(Ceremonies) private readonly ceremonies: Ceremonies,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Each organisation has a return address of its own, so that an answer meant for another is not taken here (mix-up). */
  redirectUri(organisation: string): string {
    return `${this.config.publicUrl}/sign-on/${organisation}`;
  }

  /** Where the browser goes, and the token of the cookie that it comes back with. */
  async begin(provider: Provider, begin: Begin): Promise<{ url: string; token: string }> {
    const described = await this.providers.described(provider, this.clock.now()).catch((error: unknown) => this.#unusable(error));
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(described, {
      ...{ redirect_uri: this.redirectUri(provider.organisation_id), scope: 'openid email profile', state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      ...(provider.second_factor_acr.length ? { acr_values: provider.second_factor_acr.join(' ') } : {}),
      ...(begin.purpose === 'confirm' ? { prompt: 'login', max_age: '0' } : {}),
    });
    const away: Away = { organisation: provider.organisation_id, state, nonce, verifier, session: null, invitation: null, ...begin };
    return { url: url.href, token: await this.ceremonies.beginOpen('single_sign_on', away) };
  }

  /** What the provider says of whoever came back; refuses, always alike, what does not fit what was begun. */
  async come(token: string | null, organisation: string, query: string): Promise<{ away: Away; provider: Provider; claims: Claims }> {
    const step = token ? await this.ceremonies.attempt<Away>('single_sign_on', { token }) : null;
    if (!step || !(await this.ceremonies.end(step)) || step.facts.organisation !== organisation) refuse('sign_on_refused');
    const away = step.facts;
    const provider = (await this.providers.find({ organisation })) ?? refuse('sign_on_refused');
    const claims = await this.#claims(provider, away, query).catch((error: unknown) => this.#unusable(error));
    if (!isOfDomains(claims, provider.domains)) refuse('sign_on_refused');
    return { away, provider, claims };
  }

  async #claims(provider: Provider, away: Away, query: string): Promise<Claims> {
    const described = await this.providers.described(provider, this.clock.now());
    const address = new URL(this.redirectUri(provider.organisation_id));
    address.search = query;
    const answer = await authorizationCodeGrant(described, address, {
      ...{ pkceCodeVerifier: away.verifier, expectedState: away.state, expectedNonce: away.nonce, idTokenExpected: true },
      ...(away.purpose === 'confirm' ? { maxAge: 60 } : {}),
    });
    const told = answer.claims();
    if (!told) throw new Error('no ID token');
    const needsEmail = provider.domains.length > 0 && text(told['email']) === null;
    const more = needsEmail ? await fetchUserInfo(described, answer.access_token, told.sub) : {};
    const all: Record<string, unknown> = { ...more, ...told };
    return {
      ...{ issuer: told.iss, subject: told.sub, email: text(all['email']), isEmailVerified: all['email_verified'] !== false },
      ...{ name: text(all['name'])?.slice(0, 120) ?? '', acr: text(told['acr']) },
      amr: Array.isArray(told['amr']) ? told['amr'].filter((one) => typeof one === 'string') : [],
    };
  }

  /** Why is for the operator's log; the browser learns that it was refused. */
  #unusable(error: unknown): never {
    this.#log.warn(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return refuse('sign_on_refused');
  }
}
