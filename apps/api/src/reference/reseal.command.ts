// Run by hand while keys change (docs/operations.md): ADMIN_DATABASE_URL as a role that may act as servanda_owner,
// FACTOR_KEY=new,old or SOURCE_KEY=new,old or both; what has no key here is left as it is.

import { type Resealed, resealAll } from '../people/reseal.ts';
import { resealSources } from '../people/reseal-sources.ts';
import { FactorKeys, SourceKeys } from '../platform/config.ts';
import { Seal } from '../platform/seal.ts';
import { withFiles } from '../platform/settings/from-files.ts';
import { SourceSeal } from '../platform/source-seal.ts';
import { asOwner } from './owner.ts';

const url = process.env['ADMIN_DATABASE_URL'];
if (!url) throw new Error('ADMIN_DATABASE_URL must name the database as a role that may act as servanda_owner');
const given = withFiles(process.env, ['FACTOR_KEY', 'SOURCE_KEY']);
const [factorKeys, sourceKeys] = [FactorKeys.parse(given['FACTOR_KEY']), SourceKeys.parse(given['SOURCE_KEY'])];
if (factorKeys.length + sourceKeys.length === 0) throw new Error('FACTOR_KEY or SOURCE_KEY is needed: the new key, and after a comma the old one.');
const done = await asOwner(
  url,
  async (db): Promise<Resealed[]> => [
    ...(factorKeys.length ? await resealAll(db, new Seal({ factorKeys })) : []),
    ...(sourceKeys.length ? [await resealSources(db, new SourceSeal({ sourceKeys }))] : []),
  ],
);
for (const { what, resealed, current } of done) console.log(`${what}: ${resealed} sealed anew, ${current} were sealed by the new key already`);
