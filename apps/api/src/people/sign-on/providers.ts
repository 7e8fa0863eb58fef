import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  type DiscoveryRequestOptions,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import { Seal } from '../../platform/seal.ts';
import { tokenHash } from '../tokens.ts';
import { checkOutside, isLoopback, outsideFetch } from './public-address.ts';

export interface Provider {
  organisation_id: string;
  issuer: string;
  client_id: string;
  sealed_secret: Buffer;
  domains: string[];
  second_factor_acr: string[];
  version: number;
}
/** What a client secret is sealed for. */
export const secretPurpose = (organisation: string): string => `sign-on ${organisation}`;
/** Descriptions of providers are read anew after this, milliseconds; keys in between by openid-client. */
const keptFor = 10 * 60 * 1000;

/** The providers of organisations: found by sign-in name, invitation or organisation, and described by themselves. */
@Injectable()
export class Providers {
  readonly #known = new Map<string, { until: number; described: Promise<Configuration> }>();
  readonly #isLocal: boolean;

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(CONFIG) config: Config,
  ) {
    this.#isLocal = isLoopback(new URL(config.publicUrl));
  }

  async find(by: { name: string } | { invitation: string } | { organisation: string }): Promise<Provider | null> {
    const [row] = await this.db.unscoped<Provider>('SELECT * FROM app.provider_for($1, $2, $3)', [
      'name' in by ? by.name : null,
      'invitation' in by ? tokenHash(by.invitation) : null,
      'organisation' in by ? by.organisation : null,
    ]);
    return row ?? null;
  }

  /** The provider's description and our place in it; read once in ten minutes. Throws where it cannot be had. */
  described(provider: Provider, now: Date): Promise<Configuration> {
    const key = `${provider.organisation_id} ${provider.version}`;
    const known = this.#known.get(key);
    if (known && known.until > now.getTime()) return known.described;
    if (this.#known.size > 200) this.#known.clear();
    const secret = this.seal.open(provider.sealed_secret, secretPurpose(provider.organisation_id));
    const described = this.describe(provider.issuer, provider.client_id, secret);
    this.#known.set(key, { until: now.getTime() + keptFor, described });
    described.catch(() => this.#known.delete(key));
    return described;
  }

  /** Reads the description of an issuer. Signatures of ID tokens are always checked, also those that came over TLS. */
  async describe(issuer: string, clientId: string, secret: string): Promise<Configuration> {
    const address = new URL(issuer);
    checkOutside(address, this.#isLocal);
    const fetchOutside = outsideFetch(this.#isLocal);
    const options: DiscoveryRequestOptions = {
      [customFetch]: (url, { headers, method, body }) =>
        fetchOutside(url, { method, headers, body: body instanceof URLSearchParams ? body.toString() : undefined }),
      execute: [enableNonRepudiationChecks, ...(this.#isLocal ? [allowInsecureRequests] : [])],
      timeout: 8,
    };
    return discovery(
      address,
      clientId,
      undefined,
      (server, client, body, headers) => {
        const offered = server.token_endpoint_auth_methods_supported;
        const authenticate = offered && !offered.includes('client_secret_basic') ? ClientSecretPost(secret) : ClientSecretBasic(secret);
        authenticate(server, client, body, headers);
      },
      options,
    );
  }
}
