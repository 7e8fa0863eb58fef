// npm run restore -- FILE: an archive into an empty instance of the same or a newer version. --check FILE only reads and verifies it.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/backup/restore-command.mjs');
