// What the doors of templates need to be tried: a template of each tenant, sent by its lead.
import { contract } from '@servanda/contract';
import { p, template } from '../templates.ts';
import { canary, type Tenant } from './cast.ts';
import type { Ids } from './knock.ts';
import type { Row } from './rows.ts';
import { leadOf, type World } from './world.ts';

let sent = 0;
export async function plantTemplate(world: World, tenant: Tenant): Promise<string> {
  const form = new FormData();
  const word = canary(tenant, 'text');
  form.set('file', new Blob([new Uint8Array(template(p('{state}') + p(`${word} ${++sent}`)))]), `${word} ${sent}.docx`);
  const answer = await fetch(`${world.origin}/api/templates`, { method: 'POST', headers: leadOf(world, tenant).identity, body: form });
  if (answer.status !== 201) throw new Error(`Planting a template failed: ${answer.status}`);
  return contract.reports.addTemplate.output.parse(await answer.json()).id;
}
const planted = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({ ...ids, template: await plantTemplate(world, tenant) });

export const templateRows: Record<string, Row> = {
  'reports.houseStyle': { mute: true },
  'reports.houseLogo': { mute: true, own: () => 'not_found' },
  // Each choice is upon the one before; the matrix's is upon none.
  'reports.reviseHouseStyle': { body: () => ({ number: 2_000_000_000, colour: '#12355b', paper: 'a4' }), own: () => 'stale_version' },
  'reports.putLogo': { own: () => 'invalid_input' },
  'reports.templates': {},
  // The matrix sends a note and no template: who may come in is told so.
  'reports.checkTemplate': { own: () => 'invalid_input' },
  'reports.addTemplate': { own: () => 'invalid_input' },
  'reports.templateFile': {},
  'reports.withdrawTemplate': { make: planted },
  'reports.starterTemplate': { mute: true },
  'reports.fromTemplate': { mute: true },
};
