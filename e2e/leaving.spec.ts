// The organisation's data in the browser: fetched as one archive; a deletion asked for, told by letter, followed from it, taken back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a lead finds the page by the account menu and takes the data along', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'lead@ngo.example');
  await page.goto(address('/dossiers'));
  await page.getByRole('button', { name: /Aruna Child Rights Watch/ }).click();
  await page.getByRole('link', { name: "Organisation's data" }).click();
  await page.getByRole('button', { name: 'Prepare the archive' }).click();
  await page.getByText(/\d+ rows in \d+ tables, \d+ files/).waitFor();
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the archive' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^servanda-organisation-.*\.zip$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(page.faults).toEqual([]);
});

test('a deletion is asked for by the name, told by letter, and taken back from there', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'lead@ngo.example');
  await page.goto(address('/organisation/data'));
  await page.getByRole('button', { name: 'Ask for the deletion…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Delete / });
  const field = dialog.getByLabel('Type the name of the organisation');
  await field.fill('Another organisation');
  await dialog.getByRole('button', { name: 'Ask for the deletion' }).click();
  await dialog.getByText('This is not the name of the organisation').waitFor();
  await expectAccessible(page);
  await field.fill('Aruna Child Rights Watch');
  await dialog.getByRole('button', { name: 'Ask for the deletion' }).click();
  await page.getByText(/^To be deleted on /).waitFor();
  await expectAccessible(page);

  const member = await openPage(browser, { viewport: { width: 375, height: 812 } });
  await signInAs(member, 'auditor@ngo.example');
  await member.goto(address('/outbox'));
  const letter = member.getByRole('article', { name: 'Aruna Child Rights Watch is to be deleted from Servanda' }).first();
  await letter.waitFor();
  await expectAccessible(member);
  await expectNoSidewaysScroll(member);
  const link = (await letter.getByRole('link').getAttribute('href')) ?? '';
  expect(new URL(link).pathname).toBe('/organisation/data');
  await member.goto(address(new URL(link).pathname));
  await member.getByText(/^To be deleted on /).waitFor();
  expect(await member.getByRole('button', { name: 'Take the deletion back' }).getAttribute('aria-disabled')).toBe('true');
  await expectNoSidewaysScroll(member);

  await page.getByRole('button', { name: 'Take the deletion back' }).click();
  await page.getByText(/^To be deleted on /).waitFor({ state: 'detached' });
  await member.goto(address('/outbox'));
  await member.getByRole('article', { name: 'Aruna Child Rights Watch stays on Servanda' }).first().waitFor();
  expect([...page.faults, ...member.faults]).toEqual([]);
});
