// Run once at every start, before serving: the catalogue, the States, the setup code where there is no operator.
import { catalogue, statesParties } from '@servanda/catalogue';
import { loadCatalogue, loadStates } from './load-catalogue.ts';
import { asOwner } from './owner.ts';
import { offerSetupCode } from './setup-code.ts';

const url = process.env['ADMIN_DATABASE_URL'];
if (!url) throw new Error('ADMIN_DATABASE_URL must name the database as a role that may act as servanda_owner');
const source = 'UN Treaty Collection, chapter IV-11-c, status as of 3 February 2026';

await asOwner(url, async (db) => {
  await loadCatalogue(db, catalogue);
  await loadStates(db, statesParties, source);
});
if (process.env['SEED_DEMO'] === 'false') {
  const code = await asOwner(url, offerSetupCode);
  if (code && process.env['PRINT_SETUP_CODE'] !== 'false') console.log(`setup-code ${code}`);
}
