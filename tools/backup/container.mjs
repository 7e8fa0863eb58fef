// The outside of an archive: frames of at most 1 MiB, each proven as it is read, the last one marked, so that a cut, a change,
// a repetition or a swap anywhere is found. With a key each frame is sealed by AES-256-GCM (the STREAM construction: the nonce
// counts, and the length with the mark of the last frame is authenticated); without one each frame carries a link of a SHA-256 chain.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const frame = 1024 * 1024;
const lastMark = 0x8000_0000;
const tagLength = 16;
const name = 'servanda-backup 1';

/** What is wrong with an archive or a key, as a sentence for the person at the keyboard. */
export class ArchiveFault extends Error {}

function keysOf(key, salt) {
  const bytes = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'utf8'), salt, 'servanda backup 1', 48));
  return { cipherKey: bytes.subarray(0, 32), check: bytes.subarray(32).toString('hex') };
}

function sealer(header, cipherKey) {
  let link = createHash('sha256').update(header).digest();
  let count = 0n;
  const nonce = () => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigUInt64BE(count++, 4);
    return bytes;
  };
  const chained = (length, data) => {
    link = createHash('sha256').update(link).update(length).update(data).digest();
    return link.subarray(0, tagLength);
  };
  return {
    seal(length, data) {
      if (!cipherKey) return Buffer.concat([length, data, chained(length, data)]);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce()).setAAD(Buffer.concat([header, length]));
      return Buffer.concat([length, cipher.update(data), cipher.final(), cipher.getAuthTag()]);
    },
    /** The plain bytes, or null where they are not what was sealed. */
    open(length, data, tag) {
      if (!cipherKey) return timingSafeEqual(chained(length, data), tag) ? data : null;
      const cipher = createDecipheriv('aes-256-gcm', cipherKey, nonce())
        .setAAD(Buffer.concat([header, length]))
        .setAuthTag(tag);
      const plain = cipher.update(data);
      try {
        return Buffer.concat([plain, cipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** Gathers bytes from a stream; `take(n)` gives exactly n, or fewer at its end. */
function gatherer(source) {
  const chunks = source[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  return async (wanted) => {
    const parts = [held];
    let length = held.length;
    while (length < wanted) {
      const { value, done } = await chunks.next();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(wanted);
    return all.subarray(0, wanted);
  };
}

/** The archive's bytes for these plain bytes. */
export async function* seal(source, key) {
  const salt = randomBytes(32);
  const keys = key ? keysOf(key, salt) : null;
  const header = Buffer.from(keys ? `${name} aes-256-gcm ${salt.toString('hex')} ${keys.check}\n` : `${name} plain\n`);
  yield header;
  const { seal: sealed } = sealer(header, keys?.cipherKey);
  const take = gatherer(source);
  let data = await take(frame);
  for (let next; ; data = next) {
    next = data.length === frame ? await take(frame) : Buffer.alloc(0);
    const length = Buffer.alloc(4);
    length.writeUInt32BE((data.length | (next.length ? 0 : lastMark)) >>> 0);
    yield sealed(length, data);
    if (!next.length) return;
  }
}

/** The plain bytes of an archive; throws an ArchiveFault at the first that is not as it was written. */
export async function* open(source, key) {
  const take = gatherer(source);
  const begin = await take(name.length + 7);
  const isPlain = begin.toString('latin1') === `${name} plain\n`;
  const header = isPlain ? begin : Buffer.concat([begin, await take(`${name} aes-256-gcm `.length + 64 + 1 + 32 + 1 - begin.length)]);
  const sealedBy = /^servanda-backup 1 aes-256-gcm ([0-9a-f]{64}) ([0-9a-f]{32})\n$/.exec(header.toString('latin1'));
  if (!isPlain && !sealedBy) throw new ArchiveFault('This is no Servanda backup of format 1, or its first line was changed.');
  if (sealedBy && !key) throw new ArchiveFault('The archive is encrypted: give its key in BACKUP_KEY or BACKUP_KEY_FILE.');
  const keys = sealedBy ? keysOf(key, Buffer.from(sealedBy[1], 'hex')) : null;
  if (keys && keys.check !== sealedBy[2]) throw new ArchiveFault('This key does not open the archive (or the first line of the archive was changed).');
  const { open: opened } = sealer(header, keys?.cipherKey);
  let at = header.length;
  for (;;) {
    const length = await take(4);
    const size = length.length === 4 ? length.readUInt32BE() : 0;
    const wanted = (size & ~lastMark) >>> 0;
    if (wanted > frame) throw new ArchiveFault(`The archive was changed or damaged near byte ${at}.`);
    const body = length.length === 4 ? await take(wanted + tagLength) : length;
    if (length.length < 4 || body.length < wanted + tagLength)
      throw new ArchiveFault(`The archive is cut off after ${at + length.length + body.length} bytes.`);
    const data = opened(length, body.subarray(0, wanted), body.subarray(wanted));
    if (!data) throw new ArchiveFault(`The archive was changed or damaged near byte ${at}.`);
    at += 4 + body.length;
    yield data;
    if (size & lastMark) break;
  }
  if ((await take(1)).length) throw new ArchiveFault('Something was added after the end of the archive.');
}
