// npm run files:sweep: takes away files that no row names, and says which rows have lost theirs. -- --report only says what it would do.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/files/sweep.mjs');
