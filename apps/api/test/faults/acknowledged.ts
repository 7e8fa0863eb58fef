// The ledger of what the service acknowledged: kept outside the system, synced before the next act, compared afterwards.
import { fsyncSync, mkdtempSync, openSync, readFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One act that was answered with 201: its own word, and what it was. */
export interface Act {
  kind: 'evidence' | 'judgement' | 'file';
  /** Stands in the written row and nowhere else. */
  word: string;
  id: string;
  organisation: string;
}

export class Acknowledged {
  readonly path = join(mkdtempSync(join(tmpdir(), 'servanda-ledger-')), 'acknowledged.jsonl');
  readonly #file = openSync(this.path, 'a');
  /** How many acts were acknowledged. */
  size = 0;

  keep(act: Act): void {
    writeSync(this.#file, `${JSON.stringify(act)}\n`);
    fsyncSync(this.#file);
    this.size++;
  }
  all(): Act[] {
    const lines = readFileSync(this.path, 'utf8').split('\n').filter(Boolean);
    return lines.map((line): Act => JSON.parse(line));
  }
}
