// The checklist in a spreadsheet, as a contributor takes it, fills it in and brings it in again.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';
import { edited } from './sheets.ts';

let browser: Browser;
let page: Page & { faults: string[] };
let id: string;
beforeAll(async () => {
  browser = await launch();
  page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  id = (await (await page.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: `Workbook ${Date.now()}` } })).json()).id;
});
afterAll(() => browser.close());

const record = (code: string, data: object) => page.request.post(address(`/api/dossiers/${id}/elements/${code}/assessments`), { data });
const xlsx = { name: 'checklist.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const judgement = { basedOn: null, law: 'compliant', practice: null, asOf: '2026-03-31', reasons: 'As recorded' };
const choose = (buffer: Buffer) =>
  page
    .getByLabel(/^Choose (a|another) workbook$/)
    .last()
    .setInputFiles({ ...xlsx, buffer });
const newest = async (code: string) => (await (await page.request.get(address(`/api/dossiers/${id}/elements/${code}/assessments`))).json()).items[0];

test('a workbook is taken, filled in, compared three ways, decided row by row and brought in as drafts', async () => {
  await record('3.2', judgement);
  await page.goto(address(`/dossiers/${id}/reports`));
  await page.getByRole('link', { name: 'Fill in the checklist in a spreadsheet' }).click();
  await page.getByRole('heading', { level: 1, name: 'Workbook' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the workbook' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^servanda-XAA-workbook-.*-en\.xlsx$/);
  const path = await download.path();
  const filled = { 'In law': 'Partially compliant', 'As of': '2026-03-31', Reasons: 'From the ministry' };

  await choose(edited(path, { '8.1.e': { ...filled, 'In law': 'Perfect' } }));
  await page.getByText('1 row cannot be used.').waitFor();
  await page.getByRole('row', { name: /Cell F\d+:.*Perfect.*Use one of the allowed values/ }).waitFor();
  expect(await page.getByRole('button', { name: 'Bring in as drafts' }).isDisabled()).toBe(true);

  await record('3.2', { ...judgement, basedOn: 1, law: 'non_compliant', reasons: 'A colleague, meanwhile' });
  await choose(edited(path, { '8.1.e': filled, '3.2': { 'In practice': 'Limited' } }));
  await page.getByText('1 conflict is still to be decided.').waitFor();
  await page
    .getByRole('table', { name: /then, now and in the sheet/ })
    .getByRole('row', { name: /Reasons K\d+ As recorded A colleague, meanwhile As recorded/ })
    .waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Write it anew').check();
  const anew = page.getByRole('group', { name: 'Write Article 3(2) anew' });
  await anew.getByLabel('Reasons').fill('');
  await page.getByText('still lacks a verdict or reasons').waitFor();
  await anew.getByLabel('Reasons').fill('Neither text, but this one');
  await page.getByText('2 drafts in your name, all at once.').waitFor();
  await page.getByLabel('Take the sheet, over what is recorded').check();
  await page.getByText('2 drafts in your name, all at once.').waitFor();
  expect((await newest('3.2')).number).toBe(2);
  await page.getByRole('button', { name: 'Bring in as drafts' }).click();
  await page.getByRole('heading', { level: 1, name: 'Checklist' }).waitFor();
  expect(await newest('3.2')).toMatchObject({ number: 3, status: 'draft', law: 'non_compliant', practice: 'limited', reasons: 'A colleague, meanwhile' });
  expect(await newest('8.1.e')).toMatchObject({ number: 1, status: 'draft', reasons: 'From the ministry' });
  expect(page.faults).toEqual([]);
});

test('from right to left: the workbook and its comparison in Arabic', async () => {
  await page.context().close();
  page = await openPage(browser, { language: 'ar' });
  await signInAs(page, 'lead@government.example');
  await page.goto(address(`/dossiers/${id}/reports/workbook`));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'نزّل المصنف' }).click()]);
  await page
    .getByLabel('اختر مصنفًا')
    .last()
    .setInputFiles({ ...xlsx, buffer: edited(await download.path(), {}) });
  await page.getByText('لا شيء لإدخاله').waitFor();
  expect(page.faults).toEqual([]);
});
