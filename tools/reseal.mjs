// npm run reseal: seals anew, by the first key of FACTOR_KEY and of SOURCE_KEY, what an older one has sealed (docs/operations.md).
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/reseal/run.mjs');
