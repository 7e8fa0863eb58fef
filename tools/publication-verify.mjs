// npm run publication:verify -- FILE [--sha256 HASH]
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/publication/verify.mjs');
