// Every page in every dress: light, dark, Arabic, narrow; axe clean, nothing sideways, no script fault.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
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
  '/requests?show=all',
  '/laws',
  '/criminalisation',
  '/gaps',
  '/publications',
  '/reports',
  '/about',
  '/checklist?asOf=2026-06-15',
];

interface Library {
  items: { id: string; files: { text: { state: string } | null }[] }[];
}
const organisationPages = [
  '/organisation/members',
  '/organisation/bodies',
  '/organisation/settings',
  '/organisation/style',
  '/organisation/templates',
  '/brief',
];

/** Tabs at work beside each other: a page that loads waits mostly for itself. */
const tabs = 3;

describe.each(dresses)('%s', (_, options) => {
  const dress: Parameters<typeof openPage>[1] = options;

  async function walk(paths: readonly string[], session?: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<void> {
    const left = [...paths];
    const one = async () => {
      const page = await openPage(browser, { ...dress, ...(session ? { storageState: session } : {}) });
      for (let path = left.shift(); path !== undefined; path = left.shift()) await expectGood(page, path);
      await page.context().close();
    };
    await Promise.all(Array.from({ length: tabs }, one));
  }

  async function expectGood(page: Awaited<ReturnType<typeof openPage>>, path: string): Promise<void> {
    await page.goto(address(path));
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    // The page that was asked for, not the one that says there is none.
    const isMissing = path === '/no-such-page' ? 1 : 0;
    expect([path, await page.getByRole('link', { name: toFirstPage }).count()]).toEqual([path, isMissing]);
    // The rows of the matrix are alike: the first of them stand for all.
    await expectAccessible(page, path, { but: '.matrix-grid tbody tr:nth-child(n+6)' });
    await expectNoSidewaysScroll(page, path);
    expect([path, ...page.faults]).toEqual([path]);
  }

  test('every public page', () => walk(publicPages), 120_000);

  test('the journal, with an entry open and verified', async () => {
    const page = await openPage(browser, dress);
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
    const page = await openPage(browser, dress);
    await signInAs(page, 'contributor@government.example');
    const id = await firstDossier(page);
    const { items } = (await (await page.request.get(address(`/api/dossiers/${id}/evidence?limit=100&sort=title`))).json()) as Library;
    const piece = items.find(({ files }) => files.some(({ text }) => text?.state === 'done'))?.id;
    expect(piece).toBeDefined();
    const ofPiece = [`/evidence/${piece}`, `/evidence/${piece}/text`];
    const ofDossier = [...dossierPages, ...ofPiece].map((p) => `/dossiers/${id}${p}`);
    await walk(['/dossiers', ...organisationPages, ...ofDossier], await page.context().storageState());
    await page.context().close();
  }, 180_000);
});
