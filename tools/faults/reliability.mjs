// docs/reliability.md: what was broken, what was seen, and which fault of the list is shown by which test.

const list = [
  ['R1', 'API killed in mid-write', '`faults/api-killed`, `killed` (opening of dossiers)', 'shown'],
  ['R2', 'PostgreSQL killed with all its processes', '`faults/database-killed`, `failure` (a line cut at INSERT and at COMMIT)', 'shown'],
  ['R3', 'disk of the file store full', '`faults/full-disk`, `uploads`', 'shown where the account may mount, else counted as skipped'],
  ['R4', 'pool exhausted', '`faults/pool`', 'shown'],
  [
    'R5',
    'slow clients',
    '`raw-lines`',
    'shown with 200 lines at once, and with 500 by themselves (`FAULTS=large`); header, body and unread answer are each cut',
  ],
  ['R6', 'duplicate and reordered submits', '`faults/repeated`, `repeats`', 'shown'],
  ['R7', 'concurrent edits', '`faults/edits`, `concurrency`', 'shown; the version stands in the body and the refusal is 409, not If-Match and 412'],
  ['R8', 'clocks that differ', '`faults/skew`', 'shown where libfaketime is; ten minutes with the large figures; see below what is not'],
  ['R9', 'rolling restart of two instances', '`faults/rolling`, `health`', 'shown'],
  [
    'R10',
    'migration while running',
    '`faults/migration`, `faults/versions`',
    'widening and narrowing under load shown; two versions beside each other by `npm run faults -- versions` (with the large figures and a history only)',
  ],
  [
    'R11',
    'backup during load, restore',
    '`faults/backup`, `backup`',
    'shown: each archive restored into an empty instance and compared row by row and file by file with the one it came from; twenty minutes of load with `npm run faults -- backup`',
  ],
  [
    'R12',
    'virus scanner away',
    '`scanner`',
    'shown: where `CLAMD_URL` names a clamd that does not answer, hangs up or fails, uploads are refused with 503 and `Retry-After`, everything else goes on, and nothing unscanned is kept; without `CLAMD_URL` nothing is scanned. Not kept waiting, for an unscanned file in the store is one that somebody must not forget',
  ],
  ['R13', 'mail server or identity provider away', '`mail`, `faults/provider`', 'shown'],
  ['R14', 'memory', '`faults/exports`, `uploads` (25 MB held by no request)', 'shown'],
  ['R15', 'scraping', '`faults/scraping`, `edge` (limits by the real address), `doors` (foreign and unknown get the same answer)', 'shown'],
  [
    'R16',
    'tampering with the journal',
    '`faults/tampering`, `journal-tampering`, `isolation`',
    'shown, at places drawn by chance in a chain of 20,000 entries too; a chain that is rewritten to its end, or cut, with its head is told by the anchors alone',
  ],
  [
    'R17',
    'killed between file and row',
    '`faults/api-killed` (a third of its acts are uploads)',
    'shown: no row without its file, every file has its hash; orphans are not collected but for those still being received',
  ],
  ['R18', 'disk of PostgreSQL full', '`faults/full-disk`', 'shown where the account may mount, else counted as skipped'],
];

const facts = (all) =>
  Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');

/** A line of the table for each fault. */
export const figuresOf = (rows) => rows.map(({ fault, facts: all }) => `| ${fault} | ${facts(all)} |`);

/** The page as Markdown. */
export function reliability(rows, { machine, seconds, counts, size }) {
  return [
    '# Reliability',
    '',
    `Measured by \`npm run faults\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; load, API and PostgreSQL share the machine. ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s. ${size === 'large' ? 'These are the large figures; `npm test` runs the same faults with smaller ones.' : 'These are the figures of every `npm test`; `npm run faults` takes larger ones.'}`,
    '',
    'Writers add evidence, record judgements and upload documents, each act with an idempotency key; what was answered with 201 is synced to a file outside the system before the next act. After each fault that ledger is compared with the database: **every acknowledged write is there exactly once and in its own organisation, every act has one journal entry, every document has its file with its hash, judgements have no gap, the current rows follow from the log (`differencesSql`), the journal verifies (`app.journal_problems`), no transaction is left open.** Without the keys the same suite fails: acts then stand twice.',
    '',
    '| fault | figures |',
    '|---|---|',
    ...figuresOf(rows),
    '',
    '## The list of faults',
    '',
    '| | fault | test (`apps/api/test`) | state |',
    '|---|---|---|---|',
    ...list.map((row) => `| ${row.join(' | ')} |`),
    '',
    '## What to know',
    '',
    '- A request that meets a database that is away, full or too busy is answered 503 with `Retry-After` within three seconds of waiting; nothing of it is written. Whether a write whose answer was lost was done is settled by sending it again with its key.',
    '- The limit of the pool is two waits of 1.4 s in one request. The readiness check has a connection of its own, so that a busy process is not taken for a broken one.',
    '- Sessions and one-time links run out by the clock of the process that is asked; the journal and idempotency keys go by the database’s clock. A process an hour behind honours a session an hour longer, though never one that was ended. Keep clocks by NTP.',
    '- Behind a balancer set `DRAIN_SECONDS` to twice the interval of its health checks or more. Restart the next instance when the balancer has seen the new one ready, not when it says that it listens. The balancer of the test asks each 100 ms, leaves out who twice was not ready, tries nothing again, and saw no failure with 2 s on a machine far busier than a server should be. A connection that falls idle after the server has closed is ended by the server: with the large figures the end once waited for such connections until its last resort, 25 s; now it takes as long as the slowest request.',
    '- PostgreSQL whose disk is full refuses what needs room, and goes on once there is some; were it to stop for want of room for its log, whoever keeps it starts it again (the test would, and counts it).',
    '',
  ].join('\n');
}
