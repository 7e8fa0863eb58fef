// The structure of the house: order of the words, size and names of files, the interface's words. Each finding ends with its remedy.
import { fileURLToPath } from 'node:url';
import { doorsWithoutRow } from './structure/doors.mjs';
import { looseWords, unevenCatalogues } from './structure/interface-words.mjs';
import { badNames, forbiddenText, medianLines, tooLong } from './structure/shape.mjs';
import { sources } from './structure/sources.mjs';
import { againstTheOrder, strangeFolders } from './structure/words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = sources(root);
const findings = [
  ...againstTheOrder(files),
  ...strangeFolders(files),
  ...tooLong(files),
  ...badNames(files),
  ...forbiddenText(files),
  ...looseWords(files),
  ...unevenCatalogues(root),
  ...doorsWithoutRow(files),
];
const median = medianLines(files);
if (median > 90) findings.push(`The typical file has ${median} lines; the house keeps it at 90 or below.`);
for (const finding of findings) console.log(finding);
console.log(`${files.length} files, typical length ${median} lines, ${findings.length} findings`);
process.exit(findings.length ? 1 : 0);
