// The gap list and the reports: filters in the address, next steps that lead to the right place, downloads with the right names and content.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Download, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

interface Gap {
  kind: string;
  element: string;
  obligation: string;
  citation: string;
  next: string;
}

let browser: Browser;
let page: Page & { faults: string[] };
let id: string;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  id = await firstDossier(page);
});
afterEach(async () => {
  expect(page.faults).toEqual([]);
  await page.context().close();
});

const gapsOf = async (query = ''): Promise<{ items: Gap[]; total: number; byKind: Record<string, number> }> =>
  (await page.request.get(address(`/api/dossiers/${id}/gaps?limit=100${query}`))).json();
const bytesOf = async (download: Download): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

test('kinds carry their counts; filters live in the address, survive a reload and are undone by Back', async () => {
  const { byKind, total } = await gapsOf();
  await page.goto(address(`/dossiers/${id}/gaps`));
  await page.getByText(`${total} gaps`).waitFor();
  const notAssessed = page.getByRole('button', { name: `Not assessed ${byKind['not_assessed']}` });
  await notAssessed.click();
  await page.waitForURL(/kind=not_assessed/);
  await page.getByText(`${byKind['not_assessed']} gaps`).waitFor();
  await page.getByLabel('Article', { exact: true }).selectOption('8');
  const narrowed = await gapsOf('&kind=not_assessed&article=8');
  await page.getByText(new RegExp(`^${narrowed.total} gaps?$`)).waitFor();
  await page.reload();
  await page.getByText(new RegExp(`^${narrowed.total} gaps?$`)).waitFor();
  expect(await page.getByRole('button', { name: /^Not assessed/ }).getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByLabel('Article', { exact: true }).inputValue()).toBe('8');
  await page.goBack();
  await page.getByText(`${byKind['not_assessed']} gaps`).waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByText(`${total} gaps`).waitFor();
});

test('nothing of a kind says so', async () => {
  await page.goto(address(`/dossiers/${id}/gaps?kind=returned&article=2`));
  await page.getByText('No gaps of this kind').waitFor();
});

test('the head of a column sorts; the next row is a key away and Enter opens it', async () => {
  await page.goto(address(`/dossiers/${id}/gaps`));
  const head = page.getByRole('columnheader', { name: 'Element' });
  await head.getByRole('button').click();
  await page.waitForURL(/sort=element/);
  await eventually(() => head.getAttribute('aria-sort'), 'ascending');
  const [first] = (await gapsOf('&sort=element')).items;
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/obligations/${first?.obligation}\\?element=`));
});

test('each next step leads to the place where it is taken', async () => {
  const { items } = await gapsOf();
  const places: Record<string, (gap: Gap) => RegExp> = {
    assess: ({ obligation }) => new RegExp(`/obligations/${obligation}\\?.*assess=true`),
    revise: ({ obligation }) => new RegExp(`/obligations/${obligation}\\?.*assess=true`),
    assess_practice: ({ obligation }) => new RegExp(`/obligations/${obligation}\\?.*assess=true`),
    review: ({ obligation }) => new RegExp(`/obligations/${obligation}\\?(?!.*assess)`),
    plan_measure_in_law: ({ obligation }) => new RegExp(`/obligations/${obligation}\\?(?!.*assess)`),
    add_evidence: () => /\/evidence\?.*add=true/,
    renew_evidence: () => /\/evidence\?.*state=out_of_date/,
  };
  const words: Record<string, string> = {
    assess: 'Assess',
    revise: 'Revise what was returned',
    assess_practice: 'Assess the practice',
    review: 'Review',
    plan_measure_in_law: 'Plan a measure in law',
    add_evidence: 'Add evidence',
    renew_evidence: 'Renew evidence',
  };
  for (const [next, place] of Object.entries(places)) {
    const gap = items.find((one) => one.next === next);
    if (!gap) throw new Error(`the demonstration world has no gap that asks to ${next}`);
    await page.goto(address(`/dossiers/${id}/gaps?next=${next}&article=${/^\d+/.exec(gap.element)}`));
    const link = page.getByRole('link', { name: `${words[next]}: ${gap.citation}`, exact: true });
    expect(await link.getAttribute('href')).toMatch(place(gap));
  }
});

test('evidence that is asked for from a gap knows the element', async () => {
  const [gap] = (await gapsOf('&kind=no_evidence')).items;
  await page.goto(address(`/dossiers/${id}/gaps?kind=no_evidence`));
  await page.getByRole('link', { name: `Add evidence: ${gap?.citation}`, exact: true }).click();
  await page.getByRole('dialog', { name: 'Add evidence' }).getByText(`Evidence is sought for ${gap?.citation}`).waitFor();
});

test('a viewer sees the steps, and why he cannot take them', async () => {
  const viewer = await openPage(browser, { viewport: { width: 320, height: 700 } });
  await signInAs(viewer, 'viewer@government.example');
  await viewer.goto(address(`/dossiers/${id}/gaps?kind=not_assessed`));
  const step = viewer.getByRole('button', { name: /^Assess: Article/ }).first();
  await step.waitFor();
  expect(await step.getAttribute('aria-disabled')).toBe('true');
  await expectAccessible(viewer);
  await expectNoSidewaysScroll(viewer);
  await viewer.context().close();
});

test('the status report is downloaded as CSV and JSON: 51 elements, named by the service', async () => {
  await page.goto(address(`/dossiers/${id}/reports`));
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download CSV' }).click()]);
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  const table = (await bytesOf(csv)).toString('utf8');
  expect(table.startsWith('\ufeff')).toBe(true);
  expect(table).toContain('8.1.e');
  const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download JSON' }).click()]);
  expect(json.suggestedFilename()).toMatch(/\.json$/);
  const report = JSON.parse((await bytesOf(json)).toString('utf8'));
  expect(report.rows).toHaveLength(51);
  expect(report.dossier.id).toBe(id);
  const schema = await page.request.get(address(String(await page.getByRole('link', { name: 'JSON Schema of the report' }).getAttribute('href'))));
  expect(schema.status()).toBe(200);
});

test('the report says what its words mean and that the Committee grants no grades', async () => {
  await page.goto(address(`/dossiers/${id}/reports`));
  await page.getByText('The Committee on the Rights of the Child grants no grades.').waitFor();
  await page.getByText('Restricted evidence is left out of the rows.').waitFor();
  const table = page.getByRole('table').first();
  expect(await table.getByRole('row', { name: /^Article 8 / }).textContent()).toMatch(/\d+ of 11/);
});

test.each([
  ['dark', { colorScheme: 'dark' }],
  ['Arabic', { language: 'ar' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as const)('gaps under filters and reports are well set in %s', async (_, dress) => {
  const dressed = await openPage(browser, dress);
  await signInAs(dressed, 'lead@government.example');
  for (const path of ['gaps?kind=shortfall_in_law,no_evidence', 'reports']) {
    await dressed.goto(address(`/dossiers/${id}/${path}`));
    await dressed.getByRole('heading', { level: 1 }).waitFor();
    await dressed.waitForLoadState('networkidle');
    await expectAccessible(dressed);
    await expectNoSidewaysScroll(dressed);
  }
  expect(dressed.faults).toEqual([]);
  await dressed.context().close();
});
