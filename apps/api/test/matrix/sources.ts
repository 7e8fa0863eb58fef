// Sources of the matrix: what the lead has written down, only the lead reads.
import type { RefusalCode } from '@servanda/contract';
import { canary, type Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import { asLead, type Knocker, plant, type World } from './world.ts';

export const sourceOf = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  source: await plant(world, tenant, `/api/dossiers/${ids['id']}/evidence/${ids['evidence']}/sources`, { name: canary(tenant, 'text'), risk: 'some' }),
});
export const sourceRead = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => {
  const made = await sourceOf(world, tenant, ids);
  await asLead(world, tenant, 'POST', `/api/dossiers/${ids['id']}/evidence/${ids['evidence']}/sources/${made['source']}/readers`, { person: ids['person'] });
  return made;
};
/** What the lead gets, and everybody else of the organisation. */
export const forReader =
  (status: number) =>
  ({ role }: Knocker): number | RefusalCode =>
    role === 'lead' ? status : 'not_found';
