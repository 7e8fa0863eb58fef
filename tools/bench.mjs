// npm run bench: our doors against a bare Fastify + pg server, interleaved in one run. Not part of the tests.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/bench/run.mjs');
