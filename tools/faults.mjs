// npm run faults: the fault suite with its large figures; writes docs/reliability.md. Not part of the tests, which run it with small ones.
// npm run faults -- pool: one file of it; prints its figures.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/faults/run.mjs');
