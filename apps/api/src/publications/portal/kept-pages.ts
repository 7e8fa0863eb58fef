// Pages as they were made, so that what nobody has changed is made once. Bounded in bytes; the longest unread goes first.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Made {
  status: number;
  type: string;
  text: string;
  /** When what it says last changed, where that is known. */
  modified?: Date;
}
export type Encoding = 'br' | 'gzip' | 'identity';

const compressed = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** One page as bytes, under each encoding that was asked for. */
export class KeptPage {
  readonly etag: string;
  readonly #bytes: Map<Encoding, Promise<Buffer>>;
  readonly size: number;

  constructor(readonly made: Made) {
    const whole = Buffer.from(made.text);
    this.size = whole.length * 2;
    this.etag = `W/"${createHash('sha256').update(whole).digest('base64url').slice(0, 27)}"`;
    this.#bytes = new Map([['identity', Promise.resolve(whole)]]);
  }

  bytes(encoding: Encoding): Promise<Buffer> {
    const known = this.#bytes.get(encoding);
    if (known) return known;
    const made = this.#bytes
      .get('identity')
      ?.then((whole) =>
        encoding === 'br'
          ? compressed.br(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } })
          : compressed.gzip(whole, { level: 7 }),
      );
    const kept = made ?? Promise.resolve(Buffer.alloc(0));
    this.#bytes.set(encoding, kept);
    return kept;
  }
}

export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  #size = 0;

  constructor(private readonly most = 32 * 2 ** 20) {}

  get(key: string): KeptPage | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  keep(key: string, page: KeptPage): void {
    if (page.size > this.most / 4) return;
    this.#drop(key);
    this.#pages.set(key, page);
    this.#size += page.size;
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= this.most) break;
      this.#drop(oldest);
    }
  }

  clear(): void {
    this.#pages.clear();
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  #drop(key: string): void {
    this.#size -= this.#pages.get(key)?.size ?? 0;
    this.#pages.delete(key);
  }
}

/** The best encoding that the asker reads. */
export function encodingFor(accepted: string | undefined): Encoding {
  const reads = (name: string) => new RegExp(`(?:^|[\\s,])${name}(?!\\s*;\\s*q=0(?:\\.0*)?(?:[\\s,]|$))(?:[\\s,;]|$)`).test(accepted ?? '');
  return reads('br') ? 'br' : reads('gzip') ? 'gzip' : 'identity';
}
