// Checks the bytes of a release, or of a statement on one, offline: nothing is asked of the instance that published it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** The sources where they are, as they never lag behind; in an image the built packages. */
async function loadPackages() {
  const at = (path) => new URL(`../../packages/${path}`, import.meta.url);
  const sources = ['contract/src/publications/release.ts', 'contract/src/publications/statements.ts', 'catalogue/src/canonical-json.ts'].map(at);
  const built = ['contract/dist/publications/release.js', 'contract/dist/publications/statements.js', 'catalogue/dist/canonical-json.js'].map(at);
  const isClone = sources.every(existsSync);
  if (isClone) await import('@oxc-node/core/register');
  const [release, statement, canonical] = await Promise.all((isClone ? sources : built).map(({ href }) => import(href)));
  return [{ ...release, ...statement }, canonical];
}

/** Where two texts part, with a little of what stands there. */
function firstDifference(is, should) {
  let at = 0;
  while (at < is.length && is[at] === should[at]) at++;
  return `character ${at + 1}: it says ${JSON.stringify(is.slice(at, at + 30))}`;
}

const lanes = ['law', 'practice'];
/** What the elements of a release add up to, counted anew. */
function tally(elements, lane) {
  const proofs = elements.map((element) => element[`${lane}Proof`]);
  const count = (is) => proofs.filter(is).length;
  return {
    applicable: elements.filter(({ applies }) => applies).length,
    assessed: elements.filter((element) => element.applies && element[lane] !== null).length,
    claimed: count((proof) => proof !== 'none'),
    evidenced: count((proof) => proof === 'evidenced' || proof === 'verified'),
    verified: count((proof) => proof === 'verified'),
  };
}
const same = (one, other) => Object.keys(one).every((key) => one[key] === other[key]);

function contents({ elements, evidence, coverage, parts }) {
  const refs = new Set(evidence.map(({ ref }) => ref));
  return [
    ...elements.filter(({ article }) => !parts.articles.includes(article)).map(({ code }) => `element ${code} is of an article that is not published`),
    ...elements.flatMap(({ code, citations }) =>
      citations.filter(({ ref }) => !refs.has(ref)).map(({ ref }) => `element ${code} cites ${ref}, which is not in the list of evidence`),
    ),
    ...lanes.filter((lane) => !same(tally(elements, lane), coverage.overall[lane])).map((lane) => `coverage in ${lane} is not what the elements add up to`),
    ...coverage.byArticle.flatMap((row) =>
      lanes
        .filter(
          (lane) =>
            !same(
              tally(
                elements.filter(({ article }) => article === row.article),
                lane,
              ),
              row[lane],
            ),
        )
        .map((lane) => `coverage of article ${row.article} in ${lane} is not what its elements add up to`),
    ),
  ];
}

/** What a statement of its kind says, and nothing else. */
function saying({ kind, parent, stand, ground, evidence, organisation, to }) {
  const says = {
    reply: stand !== null && ground === null && evidence === null && (parent !== null || to.organisation.id !== organisation.id),
    request: stand === null && ground === null && evidence === null && parent === null && to.organisation.id !== organisation.id,
    answer: stand === null && (ground === null) !== (evidence === null) && parent !== null && to.organisation.id === organisation.id,
  };
  return says[kind] ? [] : [`a ${kind} does not say what this one says`];
}

/** { sha256, release, statement, problems }: no problems where the bytes are those of a release or a statement that nobody has changed; one of both is told. */
export async function checkRelease(bytes, expected, packages) {
  const hash = sha256(bytes);
  const wrong = (...problems) => ({ sha256: hash, release: null, statement: null, problems: [...problems, ...unlike] });
  const unlike = expected && expected !== hash ? [`its SHA-256 is ${hash}, not ${expected}`] : [];
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return wrong('it is not UTF-8');
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong(`it is not JSON: ${error.message}`);
  }
  const [{ Release, Statement, statementFormat }, { canonicalJson }] = packages ?? (await loadPackages());
  const isStatement = value?.format === statementFormat;
  const read = (isStatement ? Statement : Release).safeParse(value);
  if (!read.success) return wrong(...read.error.issues.slice(0, 20).map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`));
  const canonical = canonicalJson(value);
  if (canonical !== text) return wrong(`it is not in canonical form, from ${firstDifference(text, canonical)}`);
  const { seal, ...unsealed } = value;
  const right = sha256(canonicalJson(unsealed));
  if (seal !== right) return wrong(`its seal does not fit what it says: ${seal} stands there, its content has ${right}`);
  const told = isStatement ? saying : contents;
  const problems = canonicalJson(read.data) === text ? told(read.data) : ['it holds more than its format knows'];
  return { sha256: hash, release: isStatement ? null : read.data, statement: isStatement ? read.data : null, problems: [...problems, ...unlike] };
}
