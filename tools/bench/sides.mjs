// The requests to our door and the same to the yardstick, which is first taught the statements and the bytes of ours.
import { says } from './servers.mjs';

/** Tells the yardstick a plan. */
export async function teach({ child }, message) {
  const heard = says(child);
  child.send(message);
  await heard;
}

/** The statements and the bytes of one request to our door; the session look-up is ours alone and is not asked of the yardstick. */
export async function capture(ours, at, init) {
  ours.child.send('listen');
  const answer = await fetch(at, init);
  const bytes = await answer.text();
  if (!answer.ok) throw new Error(`${at} answered ${answer.status}: ${bytes}`);
  const told = says(ours.child);
  ours.child.send('tell');
  const { statements } = await told;
  return { statements: statements.filter((s) => !/app\.session_of/.test(s.text)), bytes };
}

/** Both sides of a reading door; each request reads the next reader's dossier. */
export async function readSides({ ours, bare, readers }, name, part) {
  const path = ({ id }) => `/api/dossiers/${id}${part}`;
  for (const [i, reader] of readers.entries())
    await teach(bare, {
      plan: `${name}-${i}`,
      ...(await capture(ours, `http://127.0.0.1:${ours.port}${path(reader)}`, { headers: { cookie: reader.cookie } })),
    });
  const turn = (n) => readers[n % readers.length];
  return {
    ours: (n) => ({ port: ours.port, method: 'GET', path: path(turn(n)), headers: { cookie: turn(n).cookie } }),
    bare: (n) => ({ port: bare.port, method: 'GET', path: `/read/${name}-${n % readers.length}`, headers: {} }),
  };
}

/** Both sides of recording a judgement. */
export async function writeSides({ ours, bare, cookie, organisation, dossier, db }) {
  const at = `http://127.0.0.1:${ours.port}`;
  // Each side writes on dossiers of its own, one element after the other, so that no write waits for another's row.
  const { rows: own } = await db.query('SELECT id FROM dossier WHERE organisation_id = $1 ORDER BY id', [organisation]);
  const { rows: codes } = await db.query("SELECT code FROM element WHERE rule <> 'non-crc-parties' ORDER BY ordinal");
  const { rows: pieces } = await db.query('SELECT DISTINCT ON (dossier_id) dossier_id, id FROM evidence WHERE organisation_id = $1 ORDER BY dossier_id, id', [
    organisation,
  ]);
  const piece = Object.fromEntries(pieces.map((p) => [p.dossier_id, p.id]));
  const body = (to, basedOn) => ({
    basedOn,
    law: 'compliant',
    practice: 'limited',
    asOf: '2026-03-31',
    reasons: 'The Act covers the conduct. '.repeat(12),
    citations: [{ evidence: piece[to], pinpoint: 's. 12' }],
    submit: true,
  });
  const path = (to, code) => `/api/dossiers/${to}/elements/${code}/assessments`;
  const headers = { cookie, 'content-type': 'application/json' };
  const spare = own[3]?.id ?? dossier;
  const first = await capture(ours, at + path(spare, codes[0].code), { method: 'POST', headers, body: JSON.stringify(body(spare, 5)) });
  const seen = new Map();
  // Each connection has elements of its own: nobody knows a number before it is committed.
  const turn = (to, lane, connections) => {
    const counts = seen.get(to) ?? { next: 0, number: new Map() };
    seen.set(to, counts);
    const own = codes.filter((_, i) => i % connections === lane);
    const code = own[counts.next++ % own.length].code;
    const number = counts.number.get(code) ?? 5;
    counts.number.set(code, number + 1);
    return { code, number };
  };
  const sides = {
    ours: (_, lane, connections) => {
      const { code, number } = turn(own[1].id, lane, connections);
      return { port: ours.port, method: 'POST', path: path(own[1].id, code), headers, body: JSON.stringify(body(own[1].id, number)) };
    },
    bare: (_, lane, connections) => {
      const { code, number } = turn(own[2].id, lane, connections);
      const bench = { id: crypto.randomUUID(), number, dossier: own[2].id, organisation, element: code, piece: piece[own[2].id] };
      return {
        port: bare.port,
        method: 'POST',
        path: '/write/record',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body(own[2].id, number), bench }),
      };
    },
  };
  await teach(bare, {
    plan: 'record',
    ...first,
    was: { id: JSON.parse(first.bytes).id, number: 5, dossier: spare, organisation, element: codes[0].code, piece: piece[spare] },
  });
  return sides;
}
