// Searching a dossier: by the field of its frame, with passages that open in the text, filters, and what is near where nothing answers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a word inside a document is found, shown, narrowed down and opened where it stands', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'viewer@government.example');
  const id = await firstDossier(page);
  // The texts of the demonstration world are read one after another once the product has started.
  const found = async () => (await (await page.request.get(address(`/api/dossiers/${id}/search?q=remuneration`))).json()).items.length > 0;
  await eventually(found, true, 30_000);
  await page.goto(address(`/dossiers/${id}/reports`));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('remuneration');
  await page.keyboard.press('Enter');
  const place = page.getByRole('link', { name: /extract\.pdf, page 1/ }).first();
  await place.waitFor();
  expect(await page.locator('mark').first().textContent()).toMatch(/^remuneration$/i);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);

  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption({ label: 'Statistics' });
  await page.getByText(/Nothing answers/).waitFor();
  await page.goBack();

  // By who made it: a name may hold a comma, and stands in the address.
  await place.waitFor();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Originator', exact: true }).fill('victim');
  await page.getByRole('option', { name: /^Victim Support Service, Ministry of Social Affairs/ }).click();
  await page.getByText(/Nothing answers/).waitFor();
  expect(new URL(page.url()).searchParams.get('originator')).toBe('["Victim Support Service, Ministry of Social Affairs"]');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: 'Originator' }).waitFor({ state: 'hidden' });
  await expectAccessible(page);
  await page.goBack();
  await place.waitFor();

  await place.click();
  await page
    .getByRole('textbox', { name: /page 1/i })
    .locator('mark')
    .waitFor();
  expect(await page.locator('mark').first().textContent()).toMatch(/^remuneration$/i);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('a word that nobody wrote leads to the one beside it, on a phone and in Arabic', async () => {
  const page = await openPage(browser, { viewport: { width: 375, height: 700 }, language: 'ar' });
  await signInAs(page, 'viewer@government.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/search?q=pennal`));
  await page.getByRole('link', { name: 'penal', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'penal', exact: true }).click();
  await page
    .getByRole('heading', { name: /^Penal Code/ })
    .first()
    .waitFor();
  await expectNoSidewaysScroll(page);
  expect(page.faults).toEqual([]);
  await page.context().close();
});
