// npm run fuzz: every operation come through, refused in every described way, and asked at random; prints the figures, exit 1 where one is missed.
// FUZZ_CASES (40) requests at random for each operation, FUZZ_SEED to repeat a run. Not part of the tests.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/fuzz/run.mjs');
