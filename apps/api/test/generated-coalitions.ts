// Coalitions of generated organisations: who was asked into whose dossier, who is in it now, and what each may hear of the other for it.
import fc from 'fast-check';
import type { Ledger } from './generated-publications.ts';
import type { Served } from './server.ts';

export const coalitionStep = fc.record({ does: fc.constantFrom('ask' as const, 'join' as const, 'part' as const), of: fc.nat(), other: fc.nat() });
type CoalitionStep = typeof coalitionStep extends fc.Arbitrary<infer S> ? S : never;

export class GeneratedCoalitions {
  /** By host: who has been asked and has not answered, who is in, and everyone it ever asked. */
  readonly #asked = new Map<Ledger, Set<Ledger>>();
  readonly #joined = new Map<Ledger, Set<Ledger>>();
  readonly #met = new Map<Ledger, Set<Ledger>>();

  constructor(
    private readonly served: Served,
    private readonly ledgers: readonly Ledger[],
  ) {}

  isGuest = (guest: Ledger, host: Ledger): boolean => this.#joined.get(host)?.has(guest) === true;
  hasGuests = (): boolean => [...this.#joined.values()].some((guests) => guests.size > 0);

  /** Words of others that somebody may hear for what they have to do with each other. */
  heardBy(own: Ledger): Set<string> {
    const words = new Set<string>();
    const add = (some: Iterable<string>) => {
      for (const word of some) words.add(word);
    };
    for (const [host, guests] of this.#joined)
      if (guests.has(own)) {
        add([...host.words].filter((word) => !host.kept.has(word)));
        for (const { name, person } of this.#met.get(host) ?? []) add([name, person]);
      }
    // Who is asked in reads by whom and into what.
    for (const [host, guests] of this.#asked) if (guests.has(own)) add([host.name, host.title]);
    // It stays in the inbox of who was asked by whom and into what.
    for (const [host, met] of this.#met) if (met.has(own)) add([host.name, host.title]);
    // A host keeps the names of those whom it asked in, and of who gave something: the names alone.
    for (const guest of this.#met.get(own) ?? []) add([guest.name, guest.person]);
    return words;
  }

  /** Asks one auditing organisation into the dossier of another, has it accept, or has it leave: where that is possible. */
  async take({ does, of, other }: CoalitionStep): Promise<void> {
    const auditing = this.ledgers.filter(({ scope }) => scope.organisationKind !== 'government');
    const host = auditing[of % auditing.length];
    const others = auditing.filter((ledger) => ledger !== host);
    const guest = others[other % Math.max(1, others.length)];
    if (!host || !guest) return;
    const [asked, joined, met] = [this.#asked, this.#joined, this.#met].map((all) => all.get(host) ?? all.set(host, new Set()).get(host) ?? new Set<Ledger>());
    if (does === 'part') {
      if (!joined?.delete(guest)) return;
      return this.#answers(guest, host, 'leave');
    }
    if (joined?.has(guest)) return;
    if (!asked?.has(guest)) {
      await this.#send(host, `/api/dossiers/${host.dossier}/coalition`, { organisation: `Organisation ${guest.name}` });
      asked?.add(guest);
      met?.add(guest);
    }
    if (does === 'ask') return;
    asked?.delete(guest);
    joined?.add(guest);
    await this.#answers(guest, host, 'accept');
    await this.#gives(guest, host);
  }

  #answers = (guest: Ledger, host: Ledger, answer: string) => this.#send(guest, `/api/coalitions/${host.dossier}/answer`, { answer });

  /** A piece by the guest, which is the host's from then on. */
  async #gives(guest: Ledger, host: Ledger): Promise<void> {
    const title = host.word();
    await this.#send(guest, `/api/dossiers/${host.dossier}/evidence`, { kind: 'law', title, originator: 'Parliament' });
  }

  async #send({ cookie }: Ledger, path: string, body: object): Promise<void> {
    const { status, text } = await this.served.http().post(path).set('cookie', cookie).send(body);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  }
}
