// Reading the past: chosen in the head of a dossier, kept in the address from page to page, shut for writing, left by one link.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let page: Page & { faults: string[] };
let id: string;
beforeAll(async () => {
  browser = await launch();
  page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  id = await firstDossier(page);
});
afterAll(async () => {
  await page.context().close();
  await browser.close();
});

const day = '2026-06-15';
const assessed = async (asOf?: string): Promise<number> => {
  const answer = await page.request.get(address(`/api/dossiers/${id}/coverage${asOf ? `?asOf=${asOf}` : ''}`));
  return ((await answer.json()) as { overall: { law: { assessed: number } } }).overall.law.assessed;
};

test('a day is chosen by keyboard and stands in the address; the numbers are those of that day', async () => {
  expect(await assessed(day)).toBeLessThan(await assessed());
  await page.goto(address(`/dossiers/${id}`));
  await page.getByRole('button', { name: 'As of today' }).press('Enter');
  const field = page.getByLabel('As it stood at the end of');
  await field.fill('2999-01-01');
  await page.getByText(/Choose a day from/).waitFor();
  expect(await page.getByRole('button', { name: 'Show this day' }).isDisabled()).toBe(true);
  await field.fill(day);
  await field.press('Enter');
  await page.waitForURL(new RegExp(`asOf=${day}`));
  await page.getByText('You are reading this dossier as it stood on 15 June 2026.').waitFor();
});

test('the past goes along to every page, closes what writes, and is left by one link', async () => {
  for (const name of ['Checklist', 'Evidence', 'Gaps', 'Reports', 'About']) {
    await page.getByRole('navigation', { name: 'Parts of the dossier' }).getByRole('link', { name, exact: true }).click();
    await page.waitForURL(new RegExp(`asOf=${day}`));
    await page.getByText('You are reading this dossier as it stood on 15 June 2026.').waitFor();
    await page.getByRole('heading', { level: 1, name: name === 'About' ? 'About this dossier' : name }).waitFor();
    await expectAccessible(page);
  }
  await page.goto(address(`/dossiers/${id}/obligations/8.1?element=8.1.e&asOf=${day}`));
  await page.getByText('You are reading this dossier').waitFor();
  const assess = page.getByRole('button', { name: /^Assess/ }).first();
  expect(await assess.getAttribute('aria-disabled')).toBe('true');
  await page.goto(address(`/dossiers/${id}/reports?asOf=${day}`));
  const csv = page.getByRole('link', { name: /CSV/ }).first();
  expect(await csv.getAttribute('href')).toContain(`asOf=${day}`);
  await page.getByRole('link', { name: 'Back to today' }).click();
  await page.waitForURL((url) => !url.search.includes('asOf'));
  await page.getByText('You are reading this dossier').waitFor({ state: 'detached' });
  expect(page.faults).toEqual([]);
});

test('a moment that cannot be read is left out of the address or explained, and fits a phone', async () => {
  const narrow = await openPage(browser, { viewport: { width: 375, height: 700 } });
  await signInAs(narrow, 'viewer@government.example');
  await narrow.goto(address(`/dossiers/${id}/checklist?asOf=yesterday`));
  await narrow.getByRole('button', { name: 'As of today' }).waitFor();
  await narrow.goto(address(`/dossiers/${id}/checklist?asOf=2020-01-01`));
  await narrow.getByText(/before the record began/).waitFor();
  await narrow.goto(address(`/dossiers/${id}/checklist?asOf=${day}`));
  await narrow.getByText('You are reading this dossier').waitFor();
  await expectNoSidewaysScroll(narrow);
  await narrow.context().close();
});
