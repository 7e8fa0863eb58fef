// npm run journal:verify: a file needs nothing but Node; a database needs the pinned packages.
import { goOnWith } from './bootstrap.mjs';

const isFile = process.argv.slice(2).some((argument) => !argument.startsWith('-'));
if (isFile && !process.argv.includes('--anchors')) await import('./journal/verify.mjs');
else await goOnWith('tools/journal/verify.mjs');
