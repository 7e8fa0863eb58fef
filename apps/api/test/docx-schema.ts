// Holds Word documents and workbooks against the schemas of ECMA-376 and the rules beside them, by the validator of the Open XML SDK (as WebAssembly, in a process of its own).
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';

const Found = z.array(z.object({ description: z.string(), path: z.object({ xpath: z.string(), partUri: z.string() }) }));
const script = `
const { default: validate } = await import(process.argv[1]);
const { readFile } = await import('node:fs/promises');
const found = {};
for (const place of process.argv.slice(2)) found[place] = await validate(new Uint8Array(await readFile(place)), place.endsWith('.xlsx') ? 'xlsx' : 'docx', 'Office2019');
process.stdout.write(JSON.stringify(found), () => process.exit(0));`;

/** What the validator passes over and Word repairs: a cell that does not end with a paragraph. */
function bareCells(name: string, bytes: Uint8Array): string[] {
  const document = name.endsWith('.docx') ? unzipSync(bytes)['word/document.xml'] : undefined;
  const cells = document ? [...strFromU8(document).matchAll(/<\/w:(\w+)><\/w:tc>/g)] : [];
  return cells.filter(([, last]) => last !== 'p').map(() => '/word/document.xml: a cell that does not end with a paragraph');
}

/** What is wrong with each file, by its name (`status.docx`), as `part path: why`; nothing: a list of none. */
export async function schemaFaults(files: Record<string, Uint8Array>): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'schema-'));
  try {
    const places = await Promise.all(
      Object.entries(files).map(async ([name, bytes]) => {
        const place = join(folder, name);
        await writeFile(place, bytes);
        return place;
      }),
    );
    const validator = pathToFileURL(createRequire(import.meta.url).resolve('@ooxml-tools/validate')).href;
    const ran = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, validator, ...places], {
      timeout: 120_000,
      maxBuffer: 32 * 2 ** 20,
    });
    const found = z.record(z.string(), Found).parse(JSON.parse((await ran).stdout));
    return Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        [...(found[join(folder, name)] ?? []).map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`), ...bareCells(name, bytes)],
      ]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
