// The rows of the composer's doors: each ledger has one report with a paragraph of its own and one issue.
import { richOf } from '@servanda/contract';
import { canary, type Tenant } from './cast.ts';
import { type Ids, knock } from './knock.ts';
import type { Row } from './rows.ts';
import { leadOf, plant, type World } from './world.ts';

const reportOf = (tenant: Tenant) => ({ kind: 'article_12', language: 'en', title: `Report ${canary(tenant, 'text')}` });
const paragraphOf = (tenant: Tenant) => ({ section: 'I', body: richOf([canary(tenant, 'text')]) });
const at = (ids: Ids) => `/api/dossiers/${ids['id']}/reports/${ids['report']}`;

const started = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  report: await plant(world, tenant, `/api/dossiers/${ids['id']}/reports`, reportOf(tenant)),
});
const written = async (world: World, tenant: Tenant, ids: Ids): Promise<Ids> => ({
  ...ids,
  paragraph: await plant(world, tenant, `${at(ids)}/paragraphs`, paragraphOf(tenant)),
});
/** A new report, and of what it would be frozen. */
async function finished(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const made = await started(world, tenant, ids);
  const { text } = await knock(world.origin, { method: 'GET' }, at(made), leadOf(world, tenant).identity);
  return { ...made, fingerprint: /"fingerprint":"([0-9a-f]{64})"/.exec(text)?.[1] ?? '' };
}
const freezing = (ids: Ids) => ({ fingerprint: ids['fingerprint'] ?? 'a'.repeat(64) });

/** A report with a paragraph and an issue. */
export async function plantReport(world: World, tenant: Tenant, ids: Ids): Promise<Ids> {
  const made = await finished(world, tenant, await started(world, tenant, ids));
  await knock(world.origin, { method: 'POST' }, `${at(made)}/issues`, leadOf(world, tenant).identity, freezing(made));
  const { report = '', paragraph = '' } = await written(world, tenant, made);
  return { report, paragraph };
}

export const composerRows: Record<string, Row> = {
  'reports.composed': {},
  'reports.startReport': { body: (_, tenant) => reportOf(tenant) },
  'reports.working': {},
  'reports.reviseReport': {
    make: started,
    body: (_, tenant) => ({
      version: 1,
      title: canary(tenant, 'text'),
      wordLimit: 500,
      sections: [...'I II III IV V VI VII VIII'.split(' ')].map((key) => ({ key, title: key, guide: key })),
    }),
  },
  'reports.addParagraph': { body: (_, tenant) => paragraphOf(tenant) },
  'reports.history': {},
  'reports.writeParagraph': { make: written, body: (_, tenant) => ({ version: 1, body: richOf([canary(tenant, 'text')]) }) },
  'reports.placeParagraph': { make: written, smuggled: { body: (ids) => ({ place: 1, assignee: ids['person'] }), answer: 'invalid_input' } },
  'reports.commentParagraph': {
    body: (_, tenant) => ({ text: canary(tenant, 'text') }),
    smuggled: { body: (ids) => ({ settles: ids['paragraph'] }), answer: 'not_found' },
  },
  'reports.freeze': { make: finished, body: freezing },
  'reports.issue': {},
  'reports.article12Pdf': { mute: true, smuggled: { query: (ids) => `?report=${ids['report']}`, answer: 'not_found' } },
  'reports.article12Docx': { mute: true, smuggled: { query: (ids) => `?report=${ids['report']}`, answer: 'not_found' } },
};
