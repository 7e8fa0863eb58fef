// Reads an exported journal and checks it, without any database. Node's own modules only.
import { createPublicKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { anchorText, checkChain, keyIdOf, toldBy } from './chain.mjs';

/** What was given is no exported journal at all. */
export class Unreadable extends Error {}

const parsed = (line, number) => {
  try {
    return JSON.parse(line);
  } catch {
    throw new Unreadable(`line ${number} is no JSON`);
  }
};
export const spkiOf = (pem) => {
  try {
    return createPublicKey(pem).export({ format: 'der', type: 'spki' });
  } catch {
    throw new Unreadable('a public key cannot be read');
  }
};
/** An anchor as the file carries it, with its moment as it was signed. */
const anchorOf = (organisation, { text, ...anchor }) => {
  const atUs = parsed(text ?? 'null', 'an anchor')?.[5];
  return { ...anchor, atUs, isItself: text === anchorText(organisation, { ...anchor, atUs }) };
};

/** The readable fields of a line must say what was sealed; the name is no part of the chain. */
function fieldsDiffer({ sealed, person, role, session, key, act, subject, subjectId, data }) {
  const [form, , , , ...told] = toldBy(sealed);
  const says = form === 'v1' ? [person, role, act, subject, subjectId, data] : [person, role, session, key, act, subject, subjectId, data];
  return !isDeepStrictEqual(form === 'v1' ? told : told.slice(1), says);
}

/** Checks the file at `path`. Throws Unreadable where it is no exported journal. */
export async function checkFile(path, { trusted = null } = {}) {
  const input = createReadStream(path, 'utf8');
  const failed = new Promise((_, reject) => input.once('error', (error) => reject(new Unreadable(`${path}: ${error.message}`))));
  return Promise.race([readLines(createInterface({ input, crlfDelay: Infinity }), trusted), failed]);
}

async function readLines(lines, trusted) {
  let number = 0;
  let first;
  let chain;
  let end = null;
  const keys = new Map();
  const anchors = [];
  const extra = [];
  // Anchors come after the entries: which hashes they need is known only then, so every hash is kept.
  const wanted = { has: () => true };
  for await (const text of lines) {
    number++;
    if (text === '') continue;
    const line = parsed(text, number);
    if (!first) {
      if (line?.kind !== 'servanda journal 1' || typeof line.organisation?.id !== 'string')
        throw new Unreadable('the first line is not that of an exported journal');
      first = line;
      for (const { publicKey } of line.keys ?? []) {
        const spki = spkiOf(publicKey);
        keys.set(keyIdOf(spki), spki);
      }
      chain = checkChain(first.organisation.id, { keys, trusted });
    } else if (line.kind === 'entry') {
      if (typeof line.sealed !== 'string' || typeof line.prev !== 'string') throw new Unreadable(`line ${number} is no entry`);
      chain.entry(line, wanted);
      if (fieldsDiffer(line)) extra.push({ organisation: first.organisation.id, seq: line.seq, what: 'the readable fields are not those that were sealed' });
    } else if (line.kind === 'anchor') {
      const anchor = anchorOf(first.organisation.id, line);
      if (!anchor.isItself)
        extra.push({ organisation: first.organisation.id, seq: anchor.seq, what: `anchor ${anchor.number} says something else than its text` });
      anchors.push(anchor);
    } else if (line.kind === 'end') end = line;
    else throw new Unreadable(`line ${number} is none that an exported journal has`);
  }
  if (!first) throw new Unreadable('the file is empty');
  const result = chain.finish(first.head, anchors);
  if (!end) extra.push({ organisation: first.organisation.id, seq: result.entries + 1, what: 'the file ends before its last line' });
  else if (end.entries !== result.entries || end.anchors !== anchors.length)
    extra.push({
      organisation: first.organisation.id,
      seq: result.entries + 1,
      what: `the file should hold ${end.entries} entries and ${end.anchors} anchors`,
    });
  return { ...result, name: first.organisation.name, keys: [...keys.keys()], problems: [...result.problems, ...extra].sort((a, b) => a.seq - b.seq) };
}
