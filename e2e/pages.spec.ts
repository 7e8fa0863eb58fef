// Every page in every dress: light, dark, Arabic, narrow; axe clean, nothing sideways, no script fault.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const dresses = [
  ['light and wide', { viewport: { width: 1440, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['Arabic', { viewport: { width: 1280, height: 900 }, language: 'ar' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as const;
const toFirstPage = /^(To the first page|إلى الصفحة الأولى)$/;
const publicPages = ['/sign-in', '/help', '/setup', '/treaty', '/states', '/states/NOR', '/states/XAA', '/no-such-page'];
const dossierPages = [
  '',
  '/checklist',
  '/obligations/8.1?element=8.1.e',
  '/obligations/3.1?element=3.1.a.i.a&assess=true',
  '/evidence',
  '/evidence?add=true',
  '/gaps',
  '/reports',
  '/about',
  '/checklist?asOf=2026-06-15',
];

const organisationPages = ['/organisation/members', '/organisation/bodies', '/organisation/settings', '/brief'];

describe.each(dresses)('%s', (_, options) => {
  test.each(publicPages)('%s', async (path) => {
    const page = await openPage(browser, options);
    await page.goto(address(path));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  test('the journal, with an entry open and verified', async () => {
    const page = await openPage(browser, options);
    await signInAs(page, 'lead@government.example');
    await page.goto(address('/journal'));
    await page.locator('[data-stop]').nth(1).click();
    await page.locator('.page-acts').getByRole('button').click();
    await page.getByRole('alert').waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(page.faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('every page of a dossier', async () => {
    const page = await openPage(browser, options);
    await signInAs(page, 'contributor@government.example');
    const id = await firstDossier(page);
    for (const path of ['/dossiers', ...organisationPages, ...dossierPages.map((p) => `/dossiers/${id}${p}`)]) {
      await page.goto(address(path));
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      // The page that was asked for, not the one that says there is none.
      expect([path, await page.getByRole('link', { name: toFirstPage }).count()]).toEqual([path, 0]);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect([path, ...page.faults]).toEqual([path]);
    }
    await page.context().close();
  }, 180_000);
});
