// Loaded before the API in a process of its own: a rename onto the files named in HANG_BEFORE and HANG_AFTER never comes to its end, so that a
// test can kill the process just there. Nothing of it is part of the product.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const named = (list) => (path) => (process.env[list] ?? '').split(',').some((name) => name && String(path).endsWith(name));
const [before, after] = [named('HANG_BEFORE'), named('HANG_AFTER')];
const { rename } = fs.promises;
const never = () => new Promise(() => undefined);
fs.promises.rename = async (from, to) => {
  if (before(to)) await never();
  await rename(from, to);
  if (after(to)) await never();
};
syncBuiltinESMExports();
