// The link in a letter by which whoever has it stops these letters, without signing in. It can do nothing else.
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.ts';

/** Whose letters they are. */
export interface Recipient {
  organisation: string;
  person: string;
}
const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Nothing is kept for a link: it carries whose it is under a seal, so that every letter's works for as long as the key of the instance stands. */
@Injectable()
export class StopLinks {
  readonly #key: Buffer;
  readonly #origin: string;

  constructor(@Inject(CONFIG) { contextKey, publicUrl }: Config) {
    this.#key = Buffer.from(hkdfSync('sha256', contextKey, '', 'servanda: stop the letters of news', 32));
    this.#origin = publicUrl;
  }

  tokenFor({ organisation, person }: Recipient): string {
    const whose = Buffer.concat([bytesOf(organisation), bytesOf(person)]);
    return Buffer.concat([whose, this.#seal(whose)]).toString('base64url');
  }
  /** Whose it is, or null where we did not make it. */
  read(token: string): Recipient | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 64) return null;
    const whose = bytes.subarray(0, 32);
    return timingSafeEqual(this.#seal(whose), bytes.subarray(32)) ? { organisation: idOf(bytes.subarray(0, 16)), person: idOf(bytes.subarray(16, 32)) } : null;
  }

  /** For people: a page with a button, for some mail programs open links by themselves. */
  page = (to: Recipient): string => `${this.#origin}/letters/stop#${this.tokenFor(to)}`;
  /** For mail programs, which send a POST (RFC 8058). */
  oneClick = (to: Recipient): string => `${this.#origin}/api/letters/stop?token=${this.tokenFor(to)}`;

  #seal(whose: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(whose).digest();
  }
}
