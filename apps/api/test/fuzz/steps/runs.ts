// What reports that are made in the background, and the documents of a composed report, are refused for.
import { setTimeout } from 'node:timers/promises';
import { contract } from '@servanda/contract';
import type { Ids } from '../../matrix/knock.ts';
import { factsOf, plant } from '../../matrix/world.ts';
import { type At, send } from '../edge-steps.ts';
import type { Steps } from './steps.ts';

const { reports } = contract;
const json = (body: object) => JSON.stringify(body);
const dossier = async (on: At, title: string): Promise<Ids> => ({
  id: await plant(on.world, 'aruna', '/api/dossiers', { iso3: 'XAA', title, facts: factsOf('aruna') }),
});
/** A report that the lead has ordered; in Chinese it takes long enough to be stopped. */
const ordered = async (on: At, ids: Ids, more: object = {}): Promise<Ids> => ({
  ...ids,
  run: await plant(on.world, 'aruna', `/api/dossiers/${ids['id']}/reports/runs`, { kind: 'status', format: 'pdf', lang: 'zh', ...more }),
});
const stateOf = async ({ standing }: At, { run }: Ids): Promise<string> =>
  (await standing.db.query('SELECT state FROM report_run WHERE id = $1', [run])).rows[0]?.state;

export const runSteps: Steps = {
  'a report is stopped once, made anew once, and fetched once it is made': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await ordered(on, await dossier(on, 'Stopped'));
    for (const door of [reports.cancelRun, reports.cancelRun, reports.runFile, reports.retryRun, reports.retryRun]) await send(on.at, door, { ids, headers });
    for (let i = 0; i < 300 && (await stateOf(on, ids)) !== 'made'; i++) await setTimeout(100);
    await send(on.at, reports.runFile, { ids, headers });
  },
  'a report with restricted evidence is for whoever said why': async (on) => {
    const ids = await ordered(on, await dossier(on, 'Kept back'), { restricted: { purpose: 'To look at it once' } });
    const headers = { cookie: await on.standing.session('aruna', 'reviewer') };
    for (const door of [reports.cancelRun, reports.retryRun, reports.runFile]) await send(on.at, door, { ids, headers });
  },
  'a document that somebody has stopped meanwhile is not given': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const { db } = on.standing;
    const { statusPdf, statusDocx, document, statusXlsx, statusOscal, workbook, article12Pdf, article12Docx } = reports;
    for (const door of [statusPdf, statusDocx, document, statusXlsx, statusOscal, workbook, article12Pdf, article12Docx]) {
      const ids = await dossier(on, `Waited for ${door.name}`);
      const begun = async () => (await db.query('SELECT id FROM report_run WHERE dossier_id = $1', [ids['id']])).rows[0]?.id;
      // Nothing is kept until it has been stopped, however quickly it is made.
      await db.query('BEGIN; LOCK TABLE report_bytes IN EXCLUSIVE MODE');
      const waited = send(on.at, door, { ids: { ...ids, kind: 'gaps', format: 'pdf' }, headers, query: '?lang=fr' });
      for (let i = 0; i < 500 && !(await begun()); i++) await setTimeout(10);
      await send(on.at, reports.cancelRun, { ids: { ...ids, run: await begun() }, headers });
      await db.query('COMMIT');
      await waited;
    }
  },
  'a report is ordered of a past that there was': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await dossier(on, 'Not yet');
    for (const asOf of ['2999-01-01', '2001-01-01']) await send(on.at, reports.order, { ids, headers, body: json({ kind: 'gaps', format: 'html', asOf }) });
  },
  'only what was issued is given as an issue': async (on) => {
    const headers = { cookie: await on.standing.session('aruna', 'lead') };
    const ids = await dossier(on, 'Never issued');
    const report = await plant(on.world, 'aruna', `/api/dossiers/${ids['id']}/reports`, { kind: 'article_12', language: 'fr', title: 'Working' });
    for (const door of [reports.article12Pdf, reports.article12Docx])
      for (const query of ['', `?report=${report}`, `?report=${report}&issue=1`, '?issue=0', '?lang=tlh']) await send(on.at, door, { ids, headers, query });
  },
};
