// Many files that become pieces: what is said of each, and how far each has come. Outside React, so that it can be proven by itself.
import { AddEvidence, type AlikePiece, type Confidentiality, documentTypes, type EvidenceKind, type RefusalCode } from '@servanda/contract';
import { refusedBefore } from '../upload.ts';
import { mayPassLater } from '../why-not.ts';
import { namedSo } from './file-title.ts';

/** What can be said of many at once. */
export interface Said {
  kind: EvidenceKind | '';
  originator: string;
  datedOn: string;
  /** Empty: not said yet. */
  language: string;
  confidentiality: Confidentiality;
}
export interface BulkRow extends Said {
  key: number;
  file: File;
  title: string;
  isChosen: boolean;
  state: 'draft' | 'waiting' | 'adding' | 'sending' | 'kept' | 'refused';
  /** Share of the file that has left, 0 to 1. */
  sent: number;
  /** The piece, once it is in the library; its file may still be on its way. */
  evidence: string | null;
  why: RefusalCode | Error | null;
  alike: readonly AlikePiece[];
  /** Another row with the same file. */
  sameAs: string | null;
  sha256: string | null;
  /** Its language was read from its words, and nobody said another. */
  isRead: boolean;
}
type Body = ReturnType<typeof AddEvidence.parse>;
interface Ways {
  /** Adds the piece and answers its id; the same key makes it once. */
  add: (body: Body, key: string) => Promise<string>;
  send: (evidence: string, file: File, onSent: (share: number) => void) => Promise<unknown>;
  onEnd?: (row: BulkRow) => void;
}

const bodyOf = ({ kind, title, originator, datedOn, language, confidentiality }: BulkRow) => ({
  ...{ kind, title, originator, language, confidentiality },
  datedOn: datedOn || null,
});
const isDocument = ({ name }: File) => Object.keys(documentTypes).some((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** Why a file need not be sent at all. */
export const refusedAtOnce = (file: File): RefusalCode | null => refusedBefore(file) ?? (isDocument(file) ? null : 'file_not_a_document');

/** What is missing or wrong in what is said of a row, by field. */
export function faultsOfRow(row: BulkRow): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of AddEvidence.safeParse(bodyOf(row)).error?.issues ?? []) faults[String(path[0])] ??= message;
  return faults;
}
/** Not to be written in any more: it is in the library, or on its way there. */
export const isClosed = ({ state, evidence }: BulkRow): boolean => evidence !== null || (state !== 'draft' && state !== 'refused');
/** No further try helps: the file itself is refused. What the service said of the words alone can be written anew. */
export const isHopeless = ({ file, state, why, evidence }: BulkRow): boolean =>
  refusedAtOnce(file) !== null || (state === 'refused' && evidence !== null && !mayPassLater(why));
/** Ready to go: complete, and not there yet. */
export const isReady = (row: BulkRow): boolean =>
  (row.state === 'draft' || row.state === 'refused') && !isHopeless(row) && (row.evidence !== null || Object.keys(faultsOfRow(row)).length === 0);

const said = (row: BulkRow, part: Partial<Said & { title: string }>): BulkRow => ({ ...row, ...part, isRead: row.isRead && part.language === undefined });

export class BulkRows {
  #rows: readonly BulkRow[] = [];
  #listeners = new Set<() => void>();
  /** A key for each act of adding; a row that is written anew is another act. */
  #keys = new Map<number, string>();
  #next = 1;
  #isRunning = false;

  constructor(
    private readonly ways: Ways,
    private readonly freshKey: () => string = () => crypto.randomUUID(),
  ) {}

  rows = (): readonly BulkRow[] => this.#rows;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes files in, each with what its name says of it; answers the new rows. */
  add(files: Iterable<File>, said: Said): readonly BulkRow[] {
    const added = [...files].map((file): BulkRow => {
      const { title, datedOn } = namedSo(file.name);
      const why = refusedAtOnce(file);
      return {
        ...{ ...said, key: this.#next++, file, title, datedOn: datedOn || said.datedOn, isChosen: why === null, state: why ? 'refused' : 'draft', why },
        ...{ sent: 0, evidence: null, alike: [], sameAs: null, sha256: null, isRead: false },
      };
    });
    this.#put([...this.#rows, ...added]);
    return added;
  }

  /** Changes what is said of one row that is still open. */
  say(key: number, part: Partial<Said & { title: string }>): void {
    this.#keys.delete(key);
    this.#put(this.#rows.map((row) => (row.key === key && !isClosed(row) ? said(row, part) : row)));
  }

  /** The same of all chosen rows that are still open. */
  sayOfChosen(part: Partial<Said>): void {
    for (const { key } of this.#rows.filter((row) => row.isChosen && !isClosed(row))) this.#keys.delete(key);
    this.#put(this.#rows.map((row) => (row.isChosen && !isClosed(row) ? said(row, part) : row)));
  }

  choose(keys: readonly number[], isChosen: boolean): void {
    this.#put(this.#rows.map((row) => (keys.includes(row.key) ? { ...row, isChosen: isChosen && row.state !== 'kept' && !isHopeless(row) } : row)));
  }

  /** Leaves a row out that is not on its way. */
  remove(key: number): void {
    this.#put(this.#rows.filter((row) => row.key !== key || row.state === 'waiting' || row.state === 'adding' || row.state === 'sending'));
  }

  /** What is known of a row's file: its hash, and which pieces are like it. */
  learn(key: number, part: { sha256?: string | null; alike?: readonly AlikePiece[] }): void {
    const twin = part.sha256 ? this.#rows.find((row) => row.key < key && row.sha256 === part.sha256) : undefined;
    this.#change(key, { ...part, ...(twin ? { sameAs: twin.file.name } : {}) });
  }

  /** The language that a row's words are in, where nobody said one yet. */
  read(key: number, language: string): void {
    this.#put(this.#rows.map((row) => (row.key === key && language && !row.language && !isClosed(row) ? { ...row, language, isRead: true } : row)));
  }

  /** Brings in every chosen row that is ready, one after another; after it, what failed stands there with its reason and can go again. */
  async bring(): Promise<void> {
    this.#put(this.#rows.map((row) => (row.isChosen && isReady(row) ? { ...row, state: 'waiting', why: null, sent: 0 } : row)));
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let row = this.#waiting(); row; row = this.#waiting()) await this.#bringOne(row);
    this.#isRunning = false;
  }

  async #bringOne(row: BulkRow): Promise<void> {
    try {
      const evidence = row.evidence ?? (await this.#add(row));
      this.#change(row.key, { evidence, state: 'sending' });
      await this.ways.send(evidence, row.file, (sent) => this.#change(row.key, { sent }));
      this.#change(row.key, { state: 'kept', sent: 1, isChosen: false });
    } catch (error) {
      const why = error instanceof Error ? error : new Error(String(error));
      const isChosen = (now: BulkRow) => now.isChosen && !isHopeless({ ...now, state: 'refused', why });
      this.#put(this.#rows.map((now) => (now.key === row.key ? { ...now, state: 'refused', why, isChosen: isChosen(now) } : now)));
    }
    const ended = this.#rows.find(({ key }) => key === row.key);
    if (ended) this.ways.onEnd?.(ended);
  }

  #add(row: BulkRow): Promise<string> {
    this.#change(row.key, { state: 'adding' });
    const key = this.#keys.get(row.key) ?? this.freshKey();
    // Kept until what is said changes: a lost answer is asked for again, not made twice.
    this.#keys.set(row.key, key);
    return this.ways.add(AddEvidence.parse(bodyOf(row)), key);
  }

  #waiting = () => this.#rows.find(({ state }) => state === 'waiting');
  #change(key: number, part: Partial<BulkRow>): void {
    this.#put(this.#rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  }
  #put(rows: readonly BulkRow[]): void {
    this.#rows = rows;
    for (const listener of this.#listeners) listener();
  }
}
