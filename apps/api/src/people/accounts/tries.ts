import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.ts';
import { refuse } from '../../platform/http/refusal.ts';

/** Room for `burst` tries, of which one comes back after `every` (PostgreSQL interval). */
interface Bucket {
  burst: number;
  every: string;
}

/** Tries counted in PostgreSQL, shared by all processes. */
@Injectable()
export class Tries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Takes one try of `whose` at `what`; refuses with the seconds to wait where none is left. */
  async take(what: string, whose: string, { burst, every }: Bucket): Promise<void> {
    const [row] = await this.db.unscoped<{ wait: number }>('SELECT app.try_at_door($1, $2, $3, $4::interval) AS wait', [what, whose, burst, every]);
    if (row && row.wait > 0) refuse('too_many_requests', { retryAfter: row.wait });
  }

  /** Links are tried from a network: what cannot be guessed need not be hammered on. */
  atLink(peer: string): Promise<void> {
    return this.#fromNetwork('link', peer, { burst: 60, every: '5 seconds' });
  }

  /** Letters are asked for from a network. */
  forLetter(peer: string): Promise<void> {
    return this.#fromNetwork('letter', peer, { burst: 10, every: '6 minutes' });
  }

  async #fromNetwork(what: string, peer: string, bucket: Bucket): Promise<void> {
    const [row] = await this.db.unscoped<{ network: string }>('SELECT app.network_of($1, 64) AS network', [peer]);
    await this.take(what, row?.network ?? peer, bucket);
  }
}
