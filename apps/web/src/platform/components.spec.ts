/// <reference types="node" />
// Only the styles of components in use are sent: a component whose style is forgotten would be naked.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const src = new URL('../', import.meta.url);
const sheet = readFileSync(new URL('./components.css', import.meta.url), 'utf8');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
const imported = sources.flatMap((path) =>
  [...readFileSync(new URL(path, src), 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  ),
);
const styles = new Set(readdirSync(new URL('../../node_modules/@mantine/core/styles/', import.meta.url)).map((file) => file.replace(/(\.layer)?\.css$/, '')));

it('sends the style of every component in use', () => {
  const used = [...new Set(imported)].filter((name) => styles.has(name));
  expect(used.filter((name) => !sheet.includes(`/${name}.layer.css`))).toEqual([]);
});
