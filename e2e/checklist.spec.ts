import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('filters stand in the address, survive reload and Back, and say how many are shown', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'contributor@government.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/checklist`));
  await page.getByText('37 of 37 obligations shown').waitFor();
  await page.getByLabel('Search citation, title and words').fill('compensation');
  await page.waitForURL(/q=compensation/);
  const few = await page.getByRole('status').filter({ hasText: 'obligations shown' }).first().textContent();
  expect(few).not.toContain('37 of 37');
  await page.reload();
  await page
    .getByText(few ?? '')
    .first()
    .waitFor();
  await page.goto(address(`/dossiers/${id}/checklist?law=non_compliant&q=zzzz`));
  await page.getByText('No obligation matches these filters.').waitFor();
  expect(page.faults).toEqual([]);
});

test('the elements of an obligation unfold; by keyboard to one of them and into its form', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'contributor@government.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/checklist`));
  await page.getByRole('button', { name: 'Show the elements of Article 8(1)' }).click();
  await page.getByRole('link', { name: /Article 8\(1\)\(e\)/ }).waitFor();
  expect(page.url()).toMatch(/open=.*8\.1/);
  await page.locator('body').press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/obligations\//);
});

test('the address of an element leads to its obligation with that element chosen', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'viewer@government.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/obligations/8.1.e`));
  await page.waitForURL(/obligations\/8\.1\?.*element=8\.1\.e/);
  await page
    .getByRole('heading', { level: 1 })
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
});
