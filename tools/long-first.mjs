// The order of a suite on several workers: what takes long begins first, so that none is left alone with it at the end. Jest knows how long
// a file took only where it ran before; in a fresh clone it would go by size, and our shortest files hold the longest walks.
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Files of the suites that take by far the longest, the longest first. */
const longest = [
  ...['pages', 'organisation', 'evidence', 'gaps', 'accounts'].map((name) => `e2e/${name}`),
  ...['matrix', 'uploads', 'throttle', 'as-of', 'raw-lines', 'matrix-without-policy', 'backup', 'downloads', 'kept-files', 'text'].map(
    (name) => `test/${name}`,
  ),
];
const rank = ({ path }) => {
  const at = longest.indexOf(`${basename(dirname(path))}/${basename(path, '.spec.ts')}`);
  return at < 0 ? longest.length : at;
};

export default class LongFirst {
  sort(tests) {
    return tests
      .map((test) => ({ test, rank: rank(test), size: statSync(test.path).size }))
      .sort((a, b) => a.rank - b.rank || b.size - a.size)
      .map(({ test }) => test);
  }
  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, i) => i % shardCount === shardIndex - 1);
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
