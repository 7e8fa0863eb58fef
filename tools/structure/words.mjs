// The ten words and their order: a word may import earlier words, never later ones.
import { posix } from 'node:path';

export const words = ['people', 'treaties', 'obligations', 'dossiers', 'evidence', 'assessments', 'actions', 'gaps', 'publications', 'reports'];
const before = ['platform'];
const after = ['reference', 'demo'];
const rank = (name) => [...before, ...words, ...after].indexOf(name);
/** Verdict and gap scales are the contract's common vocabulary: shapes that earlier words carry. */
const vocabulary = /\/(verdicts|kinds)\.ts$/;

const wordOf = (path) => /^(?:apps\/(?:api|web)|packages\/contract)\/src\/([^/]+)\//.exec(path)?.[1];

/** Imports that go against the order, as sentences with the remedy. */
export function againstTheOrder(files) {
  return files.flatMap(({ path, text }) => {
    const from = wordOf(path);
    if (!from || /\.spec\.tsx?$/.test(path)) return [];
    return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, to]) => {
      const target = posix.join(posix.dirname(path), to);
      const word = wordOf(target);
      if (!word || word === from || vocabulary.test(target) || rank(word) < 0) return [];
      return rank(word) > rank(from)
        ? [`${path} imports ${to}: "${from}" comes before "${word}". Move the piece to the earlier word, or the user of it to the later.`]
        : [];
    });
  });
}

/** Folders under src that are none of the words. */
export function strangeFolders(files) {
  const allowed = { 'apps/api': [...before, ...words, ...after, 'generated'], 'apps/web': [...before, ...words], 'packages/contract': words };
  const seen = new Set();
  return files.flatMap(({ path }) => {
    const match = /^(apps\/api|apps\/web|packages\/contract)\/src\/([^/]+)\//.exec(path);
    if (!match || allowed[match[1]].includes(match[2]) || seen.has(`${match[1]}/${match[2]}`)) return [];
    seen.add(`${match[1]}/${match[2]}`);
    return [`${match[1]}/src/${match[2]} is none of the ten words. Put it under the word it belongs to, or under platform if it knows no treaty.`];
  });
}
