// Ends with 0: a release or a statement that nobody has changed · 1: not, with what is wrong · 2: it cannot be read.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkRelease } from './release.mjs';

const usage = 'npm run publication:verify -- FILE [--sha256 HASH]   (HASH: as the portal shows it)';

function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { sha256: { type: 'string' } } });
  if (positionals.length !== 1) throw new Error('one file');
  return { bytes: readFileSync(positionals[0]), expected: values.sha256?.toLowerCase() };
}

const ofRelease = ({ organisation, number, state, publishedAt, asOf, elements, evidence }) => [
  `release ${number} of ${organisation.name} (${organisation.kind}) on ${state}, published ${publishedAt}, record of ${asOf}`,
  `${elements.length} elements, ${evidence.length} pieces of evidence`,
];
const ofStatement = ({ kind, organisation, element, state, publishedAt, to }) => [
  `${kind} of ${organisation.name} (${organisation.kind}) on ${element}, ${state}, published ${publishedAt}`,
  `about release ${to.number} of ${to.organisation.name}, SHA-256 ${to.sha256}`,
];

let given;
try {
  given = readArguments();
} catch (error) {
  console.error(`${error.message}\n${usage}`);
  process.exit(2);
}
const { sha256, release, statement, problems } = await checkRelease(given.bytes, given.expected);
if (problems.length > 0) {
  console.error(`NOT VALID  ${problems[0]}`);
  for (const problem of problems.slice(1)) console.error(`           ${problem}`);
  process.exitCode = 1;
} else {
  console.log(`valid   ${sha256}`);
  for (const line of release ? ofRelease(release) : ofStatement(statement)) console.log(`        ${line}`);
  if (!given.expected) console.log('        Whole in itself. That it is the one published: compare the hash with the portal, or give it with --sha256.');
}
