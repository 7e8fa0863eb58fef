// Run by hand while keys change (docs/operations.md): ADMIN_DATABASE_URL as a role that may act as servanda_owner, FACTOR_KEY=new,old.

import { resealAll } from '../people/reseal.ts';
import { FactorKeys } from '../platform/config.ts';
import { Seal } from '../platform/seal.ts';
import { withFiles } from '../platform/settings/from-files.ts';
import { asOwner } from './owner.ts';

const url = process.env['ADMIN_DATABASE_URL'];
if (!url) throw new Error('ADMIN_DATABASE_URL must name the database as a role that may act as servanda_owner');
const factorKeys = FactorKeys.parse(withFiles(process.env, ['FACTOR_KEY'])['FACTOR_KEY']);
if (factorKeys.length === 0) throw new Error('FACTOR_KEY is needed: the new key, and after a comma the old one.');
for (const { what, resealed, current } of await asOwner(url, (db) => resealAll(db, new Seal({ factorKeys }))))
  console.log(`${what}: ${resealed} sealed anew, ${current} were sealed by the new key already`);
