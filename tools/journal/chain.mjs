// What makes a chain whole. Knows nothing of the product but the form of its entries: it recomputes every hash itself and
// asks no function of the database that is being checked. Node's own modules only, so that anybody can run it.
import { createHash, createPublicKey, verify } from 'node:crypto';

/** Hash before the first entry of an organisation. */
export const origin = (organisation) => createHash('sha256').update(organisation).digest('hex');
const hashOf = (prev, sealed) => createHash('sha256').update(Buffer.from(prev, 'hex')).update(sealed, 'utf8').digest('hex');
export const anchorText = (organisation, { number, seq, hash, atUs, key, previous }) =>
  JSON.stringify(['servanda anchor 1', organisation, number, seq, hash, atUs, key, previous]);
/** What an entry tells, as an array; empty where it is no such text. */
export function toldBy(sealed) {
  try {
    const told = JSON.parse(sealed);
    return Array.isArray(told) ? told : [];
  } catch {
    return [];
  }
}
export const keyIdOf = (spki) => createHash('sha256').update(spki).digest('hex').slice(0, 32);

function isSigned(spki, text, signature) {
  try {
    return verify(null, Buffer.from(text), createPublicKey({ key: spki, format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/**
 * Checks one chain, entry by entry in the order of their numbers; `finish` checks head and anchors.
 * `keys`: public keys (SPKI, DER) by id; `trusted`: ids of the keys that are believed, or null for all that are given.
 */
export function checkChain(organisation, { keys, trusted }) {
  const problems = [];
  let last = { seq: 0, hash: origin(organisation) };
  const hashes = new Map();
  // A deleted organisation's entries are redacted: their hashes are believed, if the entry that tells of the deletion comes after them.
  const redaction = { last: 0, toldAt: 0 };
  const wrong = (seq, what) => problems.push({ organisation, seq, what });
  return {
    /** `{ seq, prev, hash, sealed }`, and from a database whether the columns beside it `repeats` what it says; `wanted`: numbers whose hashes are needed again for anchors. */
    entry({ seq, prev, hash, sealed, repeats = true, isRedacted = false }, wanted) {
      const told = toldBy(sealed);
      const [form, of, number] = told;
      if (told[9] === 'organisation.erased') redaction.toldAt = seq;
      if (isRedacted) redaction.last = seq;
      else if (hashOf(prev, sealed) !== hash) wrong(seq, 'the entry does not match its hash: it was changed');
      else if ((form !== 'v1' && form !== 'v2') || of !== organisation || number !== seq) wrong(seq, 'the entry says that it belongs elsewhere');
      else if (!repeats) wrong(seq, 'the dossier beside the entry is not the one it names');
      if (seq !== last.seq + 1) {
        const missing = seq - last.seq - 1;
        wrong(last.seq + 1, missing > 0 ? `${missing === 1 ? 'an entry is' : `${missing} entries are`} missing` : 'the entry stands out of its place');
      } else if (prev !== last.hash) wrong(seq, 'the link to the entry before it is broken');
      if (wanted.has(seq)) hashes.set(seq, hash);
      last = { seq, hash };
    },
    /** `head`: `{ seq, hash }` or null; `anchors` in their order. Answers the problems, the first broken link first. */
    finish(head, anchors) {
      if (redaction.last > redaction.toldAt) wrong(redaction.last, 'the entry was redacted, and no entry after it tells that its organisation was deleted');
      if (head && head.seq !== last.seq)
        wrong(Math.min(head.seq, last.seq) + 1, `the head of the chain names entry ${head.seq}, the last entry is ${last.seq}`);
      else if (head && head.hash !== last.hash) wrong(last.seq, 'the head of the chain has another hash than its last entry');
      if (!head && last.seq > 0) wrong(last.seq, 'the chain has no head');
      let before = { number: 0, signature: '' };
      for (const anchor of anchors) {
        const spki = keys.get(anchor.key);
        const name = `anchor ${anchor.number}`;
        if (!spki || keyIdOf(spki) !== anchor.key) wrong(anchor.seq, `${name} is signed by a key that nobody knows`);
        else if (trusted && !trusted.has(anchor.key)) wrong(anchor.seq, `${name} is signed by key ${anchor.key}, which is not one of those you trust`);
        else if (!isSigned(spki, anchorText(organisation, anchor), anchor.signature)) wrong(anchor.seq, `${name} is not what was signed: it was changed`);
        else if (anchor.number !== before.number + 1 || anchor.previous !== before.signature)
          wrong(anchor.seq, `${name} does not follow anchor ${before.number}`);
        if (anchor.seq > last.seq) wrong(last.seq + 1, `${name} vouches for entry ${anchor.seq}, but the chain ends at ${last.seq}: its tail was cut off`);
        else if (hashes.has(anchor.seq) && hashes.get(anchor.seq) !== anchor.hash)
          wrong(anchor.seq, `${name} vouches for another entry: the chain was rewritten`);
        before = anchor;
      }
      return { organisation, entries: last.seq, anchors: anchors.length, head: last, problems: problems.sort((a, b) => a.seq - b.seq) };
    },
  };
}
