// npm run seed:library: fills a dossier's library with 200 generated documents in five languages, through the API of a running demonstration instance.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/library/seed.mjs');
