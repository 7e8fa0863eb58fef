import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.ts';
import { Sealing } from './sealing.ts';

/** Where a sealed revision stands; it opens nowhere else. */
export interface SealedPlace {
  organisation: string;
  source: string;
  number: number;
}
const block = 1024;
const padded = (text: string): string => text + ' '.repeat((block - (Buffer.byteLength(text) % block)) % block);
const purposeOf = ({ organisation, source, number }: SealedPlace) => `source ${organisation} ${source} ${number}`;

/** Seals sources by SOURCE_KEY, made into a key of each organisation's own (HKDF-SHA-256), and binds them to their row (decision 0030). */
@Injectable()
export class SourceSeal {
  readonly #keys: readonly Buffer[];

  constructor(@Inject(CONFIG) { sourceKeys }: Pick<Config, 'sourceKeys'>) {
    this.#keys = sourceKeys;
  }

  /** `text` is JSON; it is padded to whole kilobytes, so that its length tells little. */
  seal(place: SealedPlace, text: string): Buffer {
    return this.#of(place).seal(padded(text), purposeOf(place));
  }

  open(place: SealedPlace, sealed: Uint8Array): string {
    return this.#of(place).open(sealed, purposeOf(place)).trimEnd();
  }

  isByNewest(place: SealedPlace, sealed: Uint8Array): boolean {
    return this.#of(place).isByNewest(sealed);
  }

  #of({ organisation }: SealedPlace): Sealing {
    const own = this.#keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', `servanda sources of ${organisation}`, 32)));
    return new Sealing(own, 'SOURCE_KEY');
  }
}
