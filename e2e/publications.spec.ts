// Publishing in the browser: chosen, read as the public will, decided, published, and withdrawn; on a phone in Arabic.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Chooses Article 9 alone, and shows its preview. */
async function prepare(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Prepare a release' }).click();
  await page.getByRole('checkbox', { name: 'All articles' }).click();
  await page.getByRole('checkbox', { name: 'Article 9', exact: true }).click();
  await page.getByRole('textbox', { name: 'A word to the public' }).fill(note);
  await page.getByRole('button', { name: 'Show what the public will see' }).click();
  await page.getByRole('article', { name: 'The release' }).getByText(note).waitFor();
}
/** Leaves out whatever was found. */
async function leaveOut(page: Page): Promise<void> {
  const findings = page.getByRole('region', { name: 'To decide before publishing' });
  for (const out of await findings.getByRole('radio', { name: /^Leave th/ }).all()) await out.click();
  await findings.getByText('Every finding is decided.').waitFor();
}

test('a release is prepared, decided on, published, found by anyone, and withdrawn with a reason', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'lead@ngo.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/publications`));
  await page.getByRole('heading', { name: 'Release 1' }).waitFor();
  await prepare(page, 'Article 9 by itself');
  // It starts from what release 1 covers, and says what it leaves to it.
  expect(await page.getByRole('checkbox', { name: 'The criminalisation matrix' }).isChecked()).toBe(true);
  await page.getByText(/^Articles 1, 2, .* and 12 stay as release 1 says them\.$/).waitFor();
  await page.getByText(/^\d findings? (is|are) undecided\.$/).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What the public will see');
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
  await expectAccessible(page, 'prepare');
  await leaveOut(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const release = page.getByRole('list', { name: 'Releases, the newest first' }).getByRole('listitem').filter({ hasText: 'Article 9 by itself' });
  await release.getByRole('link', { name: /^Download the file/ }).waitFor();
  const file = String(await release.getByRole('link', { name: /^Download the file/ }).getAttribute('href'));
  const read = await page.request.get(address(file));
  expect([read.status(), (await read.json()).note]).toEqual([200, 'Article 9 by itself']);
  const asPublic = String(await release.getByRole('link', { name: /^See it as the public does/ }).getAttribute('href'));
  const shown = await page.request.get(address(asPublic));
  expect([shown.status(), await shown.text()]).toEqual([200, expect.stringContaining('Article 9 by itself')]);

  await release.getByText(/^Article 9 · with reasons/).waitFor();
  await release.getByRole('button', { name: /^Publish an erratum/ }).click();
  await page.getByRole('button', { name: 'Show what the public will see' }).click();
  await page.getByText('Say what the erratum corrects').waitFor();
  await page.getByRole('textbox', { name: 'What this erratum corrects' }).fill('The section is 5');
  await page.getByRole('button', { name: 'Show what the public will see' }).click();
  await page.getByRole('article', { name: 'The release' }).getByText('The section is 5').waitFor();
  await leaveOut(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText(/^An erratum: it corrects release \d\.$/).waitFor();

  await release.getByRole('button', { name: /^Withdraw/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Withdraw release/ });
  await dialog.getByRole('textbox', { name: /^Why is it withdrawn/ }).fill('A figure was wrong');
  await dialog.getByRole('button', { name: 'Withdraw the release' }).click();
  await release.getByText('A figure was wrong').waitFor();
  expect((await page.request.get(address(file))).status()).toBe(410);
  await dialog.waitFor({ state: 'hidden' });
  await expectAccessible(page, 'list');
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('on a phone in Arabic the releases and their preview fit', async () => {
  const page = await openPage(browser, { language: 'ar', viewport: { width: 375, height: 800 } });
  await signInAs(page, 'lead@ngo.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/publications`));
  await page.getByRole('heading', { level: 1, name: 'المنشورات' }).waitFor();
  await expectNoSidewaysScroll(page, 'list');
  await page.getByRole('button', { name: 'إعداد إصدار' }).click();
  await page.getByRole('button', { name: 'عرض ما سيراه العموم' }).click();
  await page.getByRole('article', { name: 'الإصدار' }).waitFor();
  await expectNoSidewaysScroll(page, 'prepare');
  expect(page.faults).toEqual([]);
  await page.context().close();
});
