// The transposition table in the browser: read by element and by day, written by law, amended, printed.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let page: Page & { faults: string[] };
let id: string;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await openPage(browser);
});
afterEach(async () => {
  expect(page.faults).toEqual([]);
  await page.context().close();
});
const enter = async (email: string, search = '') => {
  await signInAs(page, email);
  id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/laws${search}`));
  await page.getByRole('heading', { level: 1, name: 'Laws' }).waitFor();
};
const row = (element: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: element }) });

describe('the transposition table', () => {
  test('shows every element with its provisions on a day, and holes as holes; each wording has its days', async () => {
    await enter('viewer@government.example');
    await row('Article 3(1)(c)').getByText('2 to 8 years of imprisonment').waitFor();
    await row('Article 4(1)').getByText('No national provision in force is recorded').waitFor();
    await row('Article 7(c)').getByText('1 provision that is not in force on this day').waitFor();
    expect(await page.getByRole('button', { name: 'Enter a provision', exact: true }).first().getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('In force on').fill('2024-02-29');
    await row('Article 3(1)(c)').getByText('6 to 36 months of imprisonment').waitFor();
    await row('Article 3(1)(c)').getByText('Amended from 1 March 2024').waitFor();
    await expectAccessible(page);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 84[12]/);
  });

  test('an article is entered once for every element it may serve, amended by a new wording, and looked back at', async () => {
    const article = `s. ${Date.now()}`;
    await enter('contributor@government.example', '?view=laws');
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'Enter a national provision' });
    await form.getByRole('button', { name: 'Enter', exact: true }).click();
    await form.getByText('Choose a law of this dossier').waitFor();
    await form.getByText('Tick at least one element').waitFor();
    await form.getByRole('combobox', { name: /^Law/ }).selectOption({ label: 'Extradition Act 2008' });
    await form.getByRole('textbox', { name: /^Article/ }).fill(article);
    await form.getByRole('textbox', { name: 'Title' }).fill('Place of the act');
    await form.getByLabel('In force from').fill('2008-08-01');
    await form.getByRole('button', { name: 'Add a penalty' }).click();
    await form.getByRole('combobox', { name: /^Unit/ }).selectOption({ label: 'Years of imprisonment' });
    await form.getByLabel('Minimum').fill('9');
    await form.getByLabel('Maximum').fill('8');
    await form.getByText('The maximum is below the minimum').waitFor();
    await form.getByLabel('Maximum').fill('10,5');
    await form.getByText('Likely, by the words of the law and the article').waitFor();
    await form.getByRole('checkbox', { name: 'Article 5(4)' }).check();
    await form.getByRole('checkbox', { name: 'Article 5(5)' }).check();
    await form.getByText('2 elements ticked').waitFor();
    await form.getByRole('button', { name: 'Enter', exact: true }).click();
    const entry = page.getByRole('article', { name: article });
    await entry.getByText('9 to 10.5 years of imprisonment').waitFor();
    await entry.getByRole('button', { name: `New wording: ${article}` }).click();
    const amendment = page.getByRole('dialog', { name: `Amended wording: ${article}` });
    await amendment.getByRole('button', { name: 'Save the new wording' }).click();
    await amendment.getByText('Say from which day the amended wording is in force').waitFor();
    await amendment.getByLabel('In force from').fill('2020-01-01');
    await amendment.getByRole('textbox', { name: 'Title' }).fill('Place of the act, online');
    await amendment.getByRole('button', { name: 'Save the new wording' }).click();
    await entry.getByText('Wording 2 of 2').waitFor();
    await entry.getByRole('button', { name: `History: ${article}` }).click();
    const history = page.getByRole('dialog', { name: `History of ${article}` });
    await history.getByText('Place of the act, online').waitFor();
    expect(await history.getByRole('listitem').count()).toBe(2);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await entry.getByRole('link', { name: 'Article 5(4)' }).click();
    await page.getByRole('region', { name: 'National provisions' }).getByRole('link', { name: article }).click();
    await page.getByRole('article', { name: article }).getByText('Wording 2 of 2').waitFor();
  });

  test('stands in Arabic and on a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 375, height: 812 });
    for (const search of ['', '?view=laws', '?texts=true']) {
      await enter('lead@government.example', search);
      await expectNoSidewaysScroll(page);
    }
    await page.evaluate(() => localStorage.setItem('servanda:language', 'ar'));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'القوانين' }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
