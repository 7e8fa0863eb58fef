// npm run backup -- FILE: the database and the files of this instance in one archive, while it goes on working.
import { goOnWith } from './bootstrap.mjs';

await goOnWith('tools/backup/backup-command.mjs');
