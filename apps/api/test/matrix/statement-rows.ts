// The rows of what is said in public: each says something of the release of another ledger on its State. Belmora stands alone on its own.
import { asSuperuser, plantSaid, plantSaying } from '../plant-statement.ts';
import { addressOf, canary, type Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import type { Row } from './rows.ts';
import type { World } from './world.ts';

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';
const otherOf = (tenant: Tenant): Tenant => (tenant === 'aruna' ? 'watch' : 'aruna');
/** Whose release there is to speak of, as long as its own State has one of another. */
const addressed = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, to: world.ids[otherOf(tenant)]?.['publication'] ?? unknown });

/** What anybody may read once it is said: in no tenant's own words, so that these must never be heard elsewhere. */
const open = 'Section 4 says so.';
/** What waits for a second person, proposed by the lead. */
export const plantWaiting = (world: World, tenant: Tenant, ids: Ids, text = canary(tenant, 'text')): Promise<string> =>
  asSuperuser(world.served.adminUrl, async (db) => {
    const { rows } = await db.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [addressOf(tenant, 'lead')]);
    const whose = { organisation: world.organisations[tenant], person: rows[0]?.id ?? '', dossier: ids['id'] ?? '' };
    return plantSaying(db, whose, ids['to'] ?? unknown, text);
  });
const waiting = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => {
  const ready = await addressed(world, tenant, ids);
  return { ...ready, saying: await plantWaiting(world, tenant, ready, open) };
};

/** What was said already. */
export const plantSaidOf = (world: World, tenant: Tenant, ids: Ids): Promise<string> =>
  asSuperuser(world.served.adminUrl, (db) => {
    const whose = { organisation: world.organisations[tenant], dossier: ids['id'] ?? '' };
    return plantSaid(db, whose, ids['publication'] ?? unknown);
  });

export const statementRows: Record<string, Row> = {
  'publications.contested': { names: true },
  'publications.say': {
    make: addressed,
    body: (ids) => ({ kind: 'reply', to: ids['to'] ?? unknown, element: '4.1', stand: 'disagree', text: open }),
    own: ({ tenant }) => (tenant === 'belmora' ? 'invalid_input' : 201),
    names: true,
  },
  'publications.confirmSaying': {
    make: waiting,
    own: ({ tenant, role }) => (role === 'lead' ? 'own_work' : tenant === 'belmora' ? 'invalid_input' : 201),
    names: true,
  },
  'publications.dropSaying': { make: waiting },
  'publications.withdrawSaying': { make: async (world, tenant, ids) => ({ ...ids, statement: await plantSaidOf(world, tenant, ids) }) },
  'publications.statement': { published: true, open: ['not_found'] },
};
