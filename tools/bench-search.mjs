// npm run bench:search: search in one large dossier, over the real door, against a bare server. Not part of the tests.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/bench/search/run.mjs');
