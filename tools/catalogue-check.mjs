// Reads any treaty's plain text with the catalogue's compiler and shows its articles and every "shall".
// npm run catalogue:check -- FILE
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

const USAGE = 'Usage: npm run catalogue:check -- FILE   (FILE is the plain text of a treaty, in UTF-8)';

const { checkTreaty } = await loadCatalogue();
try {
  const file = process.argv[2];
  console.log(report(file, checkTreaty(read(file))));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The built package where there is one, else its source. */
async function loadCatalogue() {
  const built = new URL('../packages/catalogue/dist/check.js', import.meta.url);
  if (existsSync(built)) return import(built.href);
  await import('@oxc-node/core/register');
  return import('../packages/catalogue/src/check.ts');
}

function read(file) {
  if (!file) throw new Error(USAGE);
  if (!existsSync(file)) throw new Error(`There is no file “${file}”. ${USAGE}`);
  if (!statSync(file).isFile()) throw new Error(`“${file}” is not a file. ${USAGE}`);
  return readFileSync(file, 'utf8');
}

function report(file, { title, articles, shall, repairs }) {
  const lines = [title || basename(file), ''];
  lines.push(`${articles.length} articles, ${shall.length} “shall”, ${repairs.length} repairs of the text`, '', 'Articles');
  for (const { number, title: name, line, paragraphs, shall: count, firstWords } of articles) {
    const heading = `${String(number).padStart(3)}${name ? `  ${name}` : ''}`;
    lines.push(`${heading}  (line ${line}; ${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}; ${count} “shall”)  ${firstWords} …`);
  }
  lines.push('', 'Register of “shall”');
  const width = Math.max(0, ...shall.map(({ code }) => code.length));
  for (const { code, line, quote } of shall) lines.push(`  ${code.padEnd(width)}  line ${String(line).padStart(4)}  ${quote} …`);
  if (repairs.length > 0) lines.push('', 'Repairs');
  for (const { kind, line, was, now } of repairs)
    lines.push(`  line ${String(line).padStart(4)}  ${kind}: ${JSON.stringify(was)} is read as ${JSON.stringify(now)}`);
  return lines.join('\n');
}
