// npm test: everything, from a bare clone.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/run-tests.mjs');
