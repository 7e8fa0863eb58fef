// Organisations that record, publish, withdraw, reply, ask and answer as they are told: the model against which the public's doors are held. Every word is a
// canary of its own: told in public by something that stands, or known to one organisation alone.
import { type ReleaseMatter, SayInPublic } from '@servanda/contract';
import fc from 'fast-check';
import type pg from 'pg';
import { AssessmentsService } from '../src/assessments/assessments.service.ts';
import { foundOrganisation } from '../src/demo/people.ts';
import type { Scope } from '../src/platform/db/scope.ts';
import { Proposals } from '../src/publications/proposals.service.ts';
import { Publications } from '../src/publications/publications.service.ts';
import { findingsIn } from '../src/publications/statements/statements.rules.ts';
import { Statements } from '../src/publications/statements/statements.service.ts';
import { asOwner } from '../src/reference/owner.ts';
import { coalitionStep, GeneratedCoalitions } from './generated-coalitions.ts';
import { addedEvidence, openedDossier } from './ledger.ts';
import { scopeFor, signIn } from './people.ts';
import { filled } from './plant-matrix.ts';
import { previewed, withdrawn } from './plant-publication.ts';
import { plantSaying } from './plant-statement.ts';
import type { Served } from './server.ts';

export interface Ledger {
  scope: Scope;
  cookie: string;
  email: string;
  iso3: string;
  dossier: string;
  /** The canaries in the names of the organisation and of its person, and in the title of its dossier. */
  name: string;
  person: string;
  title: string;
  /** Judgements recorded by element. */
  recorded: Map<string, number>;
  /** Version of its criminalisation matrix. */
  filled: number;
  /** Every word of its own, told or not. */
  words: Set<string>;
  /** Those of them that not even a guest of its dossier ever hears. */
  kept: Set<string>;
  /** Another word of its own. */
  word: () => string;
}
export interface Released {
  ledger: Ledger;
  matter: ReleaseMatter;
  isWithdrawn: boolean;
}
interface Said {
  ledger: Ledger;
  kind: SayInPublic['kind'];
  element: string;
  /** The release that it is about. */
  to: string;
  isAnswered: boolean;
  words: string[];
}
export const codes = ['3.2', '4.1', '8.1.e'] as const;
export const wordsIn = (text: string): string[] => [...new Set(text.match(/canary\d+x/g) ?? [])];
/** An organisation at most: founding one takes its time. */
const mostLedgers = 5;

const index = fc.nat();
const code = fc.constantFrom(...codes);
export const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('found' as const), kind: fc.constantFrom('ngo' as const, 'nhri' as const), iso3: fc.constantFrom('XAA', 'XAB') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('record' as const),
      of: index,
      code,
      law: fc.constantFrom('compliant' as const, 'non_compliant' as const),
      confidentiality: fc.constantFrom('public', 'internal', 'restricted'),
      isDraft: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('publish' as const, 'publish' as const, 'propose' as const),
      of: index,
      articles: fc.subarray([3, 4, 8], { minLength: 1 }),
      reasons: fc.boolean(),
      evidence: fc.boolean(),
      files: fc.boolean(),
      matrix: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('fill' as const),
      of: index,
      column: fc.constantFrom('C01', 'C02'),
      confidentiality: fc.constantFrom('public', 'internal', 'restricted', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), nth: index }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('reply' as const, 'request' as const, 'wait' as const), of: index, nth: index, code }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), nth: index, declines: fc.boolean() }) },
  { weight: 2, arbitrary: coalitionStep },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Doing<D extends Step['does']> = Extract<Step, { does: D }>;

export class GeneratedWorld {
  readonly ledgers: Ledger[] = [];
  readonly coalitions: GeneratedCoalitions;
  readonly released = new Map<string, Released>();
  readonly said = new Map<string, Said>();
  /** Words that nobody outside may ever read: of restricted and internal pieces, drafts, people, and what waits for a second person. */
  readonly secret = new Set<string>();
  /** Things that exist, and are nobody's but their organisation's. */
  readonly hidden: string[] = [];
  #words = 0;

  constructor(
    private readonly served: Served,
    private readonly superuser: pg.Client,
  ) {
    this.coalitions = new GeneratedCoalitions(served, this.ledgers);
  }

  /** Words that the public may read: of releases that stand, of statements, and the names of who published or said anything. */
  shown(): Set<string> {
    const releases = [...this.released.values()];
    const told = [...releases.filter(({ isWithdrawn }) => !isWithdrawn).flatMap(({ matter }) => wordsIn(JSON.stringify(matter)))];
    return new Set([...told, ...releases.map(({ ledger }) => ledger.name), ...[...this.said.values()].flatMap(({ words }) => words)]);
  }
  standing(): [id: string, Released][] {
    return [...this.released].filter(([, { isWithdrawn }]) => !isWithdrawn);
  }

  async found(kind: 'government' | 'ngo' | 'nhri', iso3: string): Promise<void> {
    const words = new Set<string>();
    const word = (isSecret = false) => this.#word(words, isSecret);
    const [name, email] = [word(), `lead${this.#words}@generated.example`];
    const [person, body, title] = [word(true), word(true), word()];
    const organisation = { kind, name: `Organisation ${name}`, ...(kind === 'government' ? { iso3 } : {}) };
    await asOwner(this.served.adminUrl, (db) => foundOrganisation(db, organisation, [{ email, name: `Somebody ${person}`, role: 'lead', body }]));
    const scope = await scopeFor(this.served, email);
    const dossier = await openedDossier(this.served, { ...scope, iso3 }, `Dossier ${title}`);
    this.hidden.push(dossier, scope.organisation, scope.person);
    const known = { name, person, title, words, kept: new Set([body]), word };
    this.ledgers.push({ scope, cookie: await signIn(this.served, email), email, iso3, dossier, recorded: new Map(), filled: 0, ...known });
  }

  async take(one: Step): Promise<void> {
    switch (one.does) {
      case 'found':
        return this.ledgers.length < mostLedgers ? this.found(one.kind, one.iso3) : undefined;
      case 'record':
        return this.#record(this.#of(one.of), one);
      case 'publish':
      case 'propose':
        return this.#publish(this.#of(one.of), one);
      case 'fill':
        return this.#fill(this.#of(one.of), one);
      case 'withdraw':
        return this.#withdraw(one);
      case 'answer':
        return this.#answer(one);
      case 'ask':
      case 'join':
      case 'part':
        return this.coalitions.take(one);
      default:
        return this.#say(this.#of(one.of), one);
    }
  }

  #word(words: Set<string>, isSecret = false): string {
    const made = `canary${++this.#words}x`;
    words.add(made);
    if (isSecret) this.secret.add(made);
    return made;
  }
  /** A word that no guest hears either. */
  #kept({ words, kept }: Ledger, isSecret: boolean): string {
    const made = this.#word(words, isSecret);
    kept.add(made);
    return made;
  }
  #of(nth: number): Ledger {
    const ledger = this.ledgers[nth % this.ledgers.length];
    if (!ledger) throw new Error('nobody has been founded');
    return ledger;
  }

  async #record(ledger: Ledger, { code: element, law, confidentiality, isDraft }: Doing<'record'>): Promise<void> {
    const { scope, dossier, recorded, words } = ledger;
    const title = confidentiality === 'restricted' ? this.#kept(ledger, true) : this.#word(words, confidentiality !== 'public');
    const evidence = await addedEvidence(this.served, scope, dossier, { title });
    await this.superuser.query('UPDATE evidence SET confidentiality = $2::confidentiality WHERE id = $1', [evidence, confidentiality]);
    this.hidden.push(evidence);
    const before = recorded.get(element) ?? 0;
    const rest = { practice: null, asOf: '2026-03-31', periodFrom: null, periodTo: null, reasons: this.#word(words, isDraft), qualifierNote: '' };
    await this.served.app.get(AssessmentsService).record(scope, {
      params: { id: dossier, code: element },
      query: undefined,
      body: { ...rest, law, basedOn: before || null, citations: [{ evidence, pinpoint: 's. 4', stance: 'supports', passage: null }], submit: !isDraft },
    });
    recorded.set(element, before + 1);
  }

  /** A cell read from a piece, or from words of its own where there is none. */
  async #fill(ledger: Ledger, { column, confidentiality }: Doing<'fill'>): Promise<void> {
    const { scope, dossier, words } = ledger;
    const isSecret = confidentiality !== 'public';
    const evidence = confidentiality
      ? await addedEvidence(this.served, scope, dossier, { title: confidentiality === 'restricted' ? this.#kept(ledger, true) : this.#word(words, isSecret) })
      : null;
    await this.superuser.query('UPDATE evidence SET confidentiality = $2::confidentiality WHERE id = $1', [evidence, confidentiality]);
    const source = evidence
      ? { kind: 'evidence' as const, evidence, pinpoint: this.#kept(ledger, isSecret) }
      : { kind: 'words' as const, words: this.#kept(ledger, false) };
    ledger.filled = await filled(this.served, scope, dossier, [{ row: 'STATE', column, value: 'partly', source }], ledger.filled);
  }

  async #publish(ledger: Ledger, { does, articles, reasons, evidence, files, matrix }: Doing<'publish' | 'propose'>): Promise<void> {
    const { scope, dossier } = ledger;
    const { choice, preview } = await previewed(this.served, scope, dossier, {
      parts: { articles, reasons, evidence, files, ...(matrix ? { criminalisation: true as const } : {}) },
      note: this.#kept(ledger, does === 'propose'),
    });
    const sending = { params: { id: dossier }, query: undefined, body: { choice, preview: preview.sha256 } };
    if (does === 'propose') this.hidden.push((await this.served.app.get(Proposals).propose(scope, sending)).id);
    else this.released.set((await this.served.app.get(Publications).publish(scope, sending)).id, { ledger, matter: preview.matter, isWithdrawn: false });
  }

  async #withdraw({ nth }: Doing<'withdraw'>): Promise<void> {
    const standing = this.standing();
    const [id, release] = standing[nth % Math.max(1, standing.length)] ?? [];
    if (!id || !release) return;
    await withdrawn(this.served, release.ledger.scope, release.ledger.dossier, id);
    release.isWithdrawn = true;
  }

  /** A reply or a request to a release of another on the State, or one that waits for a second person: where there is such a release. */
  async #say(ledger: Ledger, { does, nth, code: element }: Doing<'reply' | 'request' | 'wait'>): Promise<void> {
    const { scope, dossier, iso3 } = ledger;
    const others = this.standing().filter(
      ([, one]) => one.ledger !== ledger && one.ledger.iso3 === iso3 && one.matter.elements.some((e) => e.code === element),
    );
    const [to, about] = others[nth % Math.max(1, others.length)] ?? [];
    if (!to || !about) return;
    const word = this.#kept(ledger, does === 'wait');
    if (does === 'wait') {
      this.hidden.push(await plantSaying(this.superuser, { ...scope, dossier }, to, word));
      return;
    }
    const isOpen = [...this.said.values()].some(
      (one) => one.ledger === ledger && one.kind === 'request' && one.to === to && one.element === element && !one.isAnswered,
    );
    if (does === 'request' && isOpen) return;
    const body = does === 'request' ? { kind: 'request', to, element, text: word } : { kind: 'reply', to, element, stand: 'disagree', text: word };
    const id = await this.#publicly(ledger, body);
    this.said.set(id, { ledger, kind: does, element, to, isAnswered: false, words: [word, ledger.name, about.ledger.name] });
  }

  async #answer({ nth, declines }: Doing<'answer'>): Promise<void> {
    const open = [...this.said].filter(([, { kind, isAnswered }]) => kind === 'request' && !isAnswered);
    const [request, asked] = open[nth % Math.max(1, open.length)] ?? [];
    const ledger = asked && this.released.get(asked.to)?.ledger;
    if (!request || !asked || !ledger) return;
    const own = this.standing().findLast(([, one]) => one.ledger === ledger && one.matter.evidence.length > 0);
    const piece = own?.[1].matter.evidence[0];
    const word = this.#word(ledger.words);
    const shows = own && piece && !declines;
    const answer = shows ? { evidence: { publication: own[0], refs: [piece.ref] }, ground: null } : { evidence: null, ground: 'not_held' };
    const id = await this.#publicly(ledger, { kind: 'answer', request, ...answer, text: word });
    asked.isAnswered = true;
    // What was shown in an answer stays shown, whatever becomes of the release.
    this.said.set(id, {
      ledger,
      kind: 'answer',
      element: asked.element,
      to: asked.to,
      isAnswered: false,
      words: [word, ledger.name, ...(shows ? wordsIn(piece.title) : [])],
    });
  }

  async #publicly({ scope, dossier }: Ledger, body: Record<string, unknown> & { text: string }): Promise<string> {
    const said = SayInPublic.parse({ ...body, confirmed: findingsIn(body.text, []).map(({ key }) => key) });
    const { statement } = await this.served.app.get(Statements).say(scope, { params: { id: dossier }, query: undefined, body: said });
    if (!statement) throw new Error('it waits for nobody');
    return statement.id;
  }
}
