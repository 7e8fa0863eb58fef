import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { address, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a link to a page inside asks for sign-in and then leads there; by keyboard alone', async () => {
  const page = await openPage(browser);
  await page.goto(address('/dossiers'));
  await page.getByLabel('E-mail address').waitFor();
  await page.getByLabel('E-mail address').fill('lead@government.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('pacta-sunt-servanda');
  // By these the API knows its own pages from another site (decision 0017).
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/session'));
  await page.keyboard.press('Enter');
  expect(await (await sent).allHeaders()).toMatchObject({ origin: new URL(address('/')).origin, 'sec-fetch-site': 'same-origin' });
  await page.waitForURL(/\/dossiers$/);
  await page.getByText('Republic of Aruna').first().waitFor();
  expect(page.faults).toEqual([]);
});

test('a wrong password says so, keeps the address typed and tells nothing about accounts', async () => {
  const page = await openPage(browser);
  await page.goto(address('/sign-in'));
  await page.getByLabel('E-mail address').fill('nobody@government.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The e-mail address or the password is not right.').first().waitFor();
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('nobody@government.example');
});

test('another organisation’s dossier looks like one that does not exist', async () => {
  const ours = await openPage(browser);
  await signInAs(ours, 'lead@government.example');
  const id = await firstDossier(ours);
  const theirs = await openPage(browser);
  await signInAs(theirs, 'lead@neighbour.example');
  for (const path of [`/dossiers/${id}`, `/dossiers/${id}/gaps`, `/dossiers/${id}/evidence`]) {
    await theirs.goto(address(path));
    await theirs.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  }
});
