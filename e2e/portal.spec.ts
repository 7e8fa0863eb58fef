// What anyone reads without signing in: from the list of States to one point on which two dossiers differ. No script runs on these pages.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('without scripts: a State, its dossiers, a release, and the point on which they differ', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(address('/public'));
  await page.getByRole('searchbox', { name: 'Find a State' }).fill('arun');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Republic of Aruna' }).click();
  await page.getByRole('heading', { level: 1, name: 'Republic of Aruna' }).waitFor();
  await page.getByText('The Committee on the Rights of the Child grants no grades').first().waitFor();
  await page.getByRole('link', { name: 'The criminalisation matrix, side by side' }).click();
  await page.getByRole('cell', { name: '1: No 2: No' }).first().waitFor();
  await page.getByText('R01–R22').first().waitFor();
  // On paper, A3 across within its margins, the matrix ends on the first sheet. Laid out alone: a PDF of it takes a browser many seconds.
  await page.setViewportSize({ width: 1496, height: 1031 });
  await page.emulateMedia({ media: 'print' });
  const matrix = await page.getByRole('table', { name: 'Criminalisation matrix' }).boundingBox();
  expect(matrix && [matrix.x + matrix.width <= 1496, matrix.y + matrix.height <= 1031]).toEqual([true, true]);
  await page.emulateMedia({ media: null });
  await page.goBack();
  await page.getByRole('link', { name: /^Read release \d+ – Aruna Child Rights Watch$/ }).click();
  await page.getByRole('heading', { name: 'The treaty as a map' }).waitFor();
  const sha256 = await page.locator('code.hash').last().textContent();
  const file = await page.request.get(address(String(await page.getByRole('link', { name: 'JSON, the hashed bytes' }).getAttribute('href'))));
  expect(
    createHash('sha256')
      .update(await file.body())
      .digest('hex'),
  ).toBe(sha256);
  await page
    .getByRole('link', { name: /^Respecting fully|privacy/ })
    .first()
    .click();
  expect(page.url()).toMatch(/#e-8\.1\.e$/);
  await page.getByRole('link', { name: 'Side by side with others – Article 8(1)(e)' }).click();
  await page.getByLabel('Show').selectOption({ label: 'Contested' });
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('heading', { name: /Article 8\(1\)\(e\)/ }).waitFor();
  expect(page.url()).toContain('show=contested');
  await page
    .getByText(/^They differ by/)
    .first()
    .waitFor();
  for (const who of ['Government of Aruna', 'Aruna Child Rights Watch']) await page.getByRole('heading', { name: who }).first().waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
}, 60_000);

test('without scripts: what changed between two releases, two States side by side, and one element across all States', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  const { items } = await (await page.request.get(address('/api/public/publications?state=XAA'))).json();
  const second = items.find((one: { number: number; organisation: { kind: string } }) => one.number === 2 && one.organisation.kind === 'government');
  await page.goto(address(`/public/publications/${second.id}`));
  await page.getByRole('link', { name: 'What changed since release 1' }).click();
  await page.getByRole('heading', { level: 1, name: 'What changed since release 1' }).waitFor();
  const moved = page.getByRole('article').filter({ hasText: 'Article 8(1)(a)' });
  await moved.getByText('Lower than then').first().waitFor();
  await moved.getByRole('link', { name: 'Special report “Children before the criminal courts”' }).waitFor();
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  for (const name of ['Kingdom of Belmora (invented)', 'Republic of Aruna (invented)']) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('combobox', { name: 'Article', exact: true }).selectOption('8');
  await page.getByRole('button', { name: 'Set side by side' }).click();
  await page.getByRole('columnheader', { name: 'Kingdom of Belmora' }).waitFor();
  await page.getByText('Change the States or their dossiers').click();
  const stands = page.getByLabel('Dossier on Republic of Aruna');
  await stands.selectOption(await stands.getByRole('option', { name: /^Aruna Child Rights Watch/ }).getAttribute('value'));
  await page.getByRole('button', { name: 'Set side by side' }).click();
  await page.getByRole('list').getByText('Aruna Child Rights Watch').waitFor();
  expect(new URL(page.url()).searchParams.getAll('state')).toEqual(['XAB', 'XAA']);
  await page.getByRole('link', { name: 'Across all States – Article 8(1)(e)' }).click();
  await page.getByRole('img', { name: /^How many published dossiers give which verdict\. In law: / }).waitFor();
  await page.getByLabel('Verdict in law').selectOption({ label: 'Not assessed' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('row', { name: /Kingdom of Belmora/ }).waitFor();
  expect(await page.getByRole('row', { name: /Republic of Aruna/ }).count()).toBe(0);
  expect(page.faults).toEqual([]);
  await page.context().close();
}, 60_000);

const everything = [
  '?q=a',
  '/states/XAA',
  '/publications/{id}',
  '/states/XAA/obligations/8.1?show=contested',
  '/states/XAA/compare?article=8',
  '/states/XAA/criminalisation',
  '/nothing',
  '/publications/{second}/changes',
  '/compare?state=XAA,XAB,XAC&article=3',
  '/elements/8.1.e',
  '/compare?state=XZZ',
];
test.each([
  ['light', { viewport: { width: 1280, height: 900 } }, '', everything],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, '', ['/states/XAA', '/states/XAA/obligations/8.2-1', '/elements?kind=own']],
  ['Arabic', { viewport: { width: 1280, height: 900 } }, 'lang=ar', ['/publications/{second}/changes']],
  [
    'narrow, in French',
    { viewport: { width: 375, height: 812 } },
    'lang=fr',
    [
      '?published=1',
      '/states/XAA/compare?article=8',
      '/states/XAA/criminalisation',
      '/publications/{second}/changes',
      '/compare?state=XAA,XAB,XAC&article=8',
      '/elements',
    ],
  ],
] as const)(
  'public pages, %s',
  async (_, dress, query, paths) => {
    const page = await openPage(browser, dress);
    const { items } = await (await page.request.get(address('/api/public/publications?state=XAA'))).json();
    const second = items.find((one: { number: number; organisation: { kind: string } }) => one.number === 2 && one.organisation.kind === 'government').id;
    for (const path of paths) {
      const at = `/public${path.replace('{id}', items[0].id).replace('{second}', second)}${path.includes('?') ? '&' : '?'}${query}`;
      await page.goto(address(at));
      // The acts of the matrix are alike: those of the first element stand for all.
      await expectAccessible(page, at, { but: '.matrix tbody:nth-of-type(n+2)' });
      await expectNoSidewaysScroll(page, at);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  },
  90_000,
);
