// npm start: from a bare clone to a served product, with one command.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/serve.mjs');
