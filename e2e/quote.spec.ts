// From the text of a document to the judgement and back: a passage is marked, cited for an element, read on its page, and opened in place.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let page: Page & { faults: string[] };
let dossier: string;
let piece: string;
let file: string;
const first = 'Whoever sells a child shall be punished.';
const second = 'The attempt is punishable.';
const text = `Section 1\n${first} ${second}\n${'Nothing in this section limits the protection of the victim. '.repeat(80)}`;

beforeAll(async () => {
  browser = await launch();
  page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  const post = async (path: string, how: object): Promise<{ id: string }> => (await page.request.post(address(path), how)).json();
  dossier = (await post('/api/dossiers', { data: { iso3: 'XAA', title: 'Quoted in the browser' } })).id;
  piece = (await post(`/api/dossiers/${dossier}/evidence`, { data: { kind: 'law', title: 'Sale of Children Act', originator: 'Parliament' } })).id;
  const sent = { file: { name: 'act.txt', mimeType: 'text/plain', buffer: Buffer.from(text) } };
  file = (await post(`/api/dossiers/${dossier}/evidence/${piece}/files`, { multipart: sent })).id;
});
afterAll(async () => {
  expect(page.faults).toEqual([]);
  await browser.close();
});
const at = (path: string) => address(`/dossiers/${dossier}${path}`);
const marked = () => page.evaluate(() => document.querySelector('mark')?.textContent ?? '');

test('the state of a text changes by itself; a passage marked by keyboard is cited, stays through a reload, and opens in place', async () => {
  await page.goto(at(`/evidence/${piece}`));
  await page.getByRole('link', { name: /Read the text of act\.txt/ }).click();
  const words = page.getByRole('textbox', { name: 'Part 1 of 2' });
  await words.focus();
  // The heading, then the sentence, then one more at its end.
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.getByRole('region', { name: 'The passage marked' }).getByText(`${first} ${second}`).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cite this passage' });
  await dialog.getByLabel('For which element?').fill('3.2');
  await page.getByRole('option', { name: /3\(2\)/ }).click();
  await dialog.getByRole('button', { name: 'On to the judgement' }).click();
  const quoted = page.getByRole('figure', { name: 'Passage from Sale of Children Act' });
  await quoted.getByText(second).waitFor();
  await eventually(async () => page.url().includes('cite='), false);
  await page.reload();
  await quoted.getByText(second).waitFor();
  await page
    .getByRole('radiogroup', { name: 'In law' })
    .getByRole('radio', { name: /^Compliant/ })
    .check();
  await page.getByLabel('Say how you know').fill('Section 1 punishes the attempt.');
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByText('Submitted for review').first().waitFor();
  expect(await quoted.count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await quoted.first().getByRole('link', { name: 'Open in place' }).click();
  await eventually(marked, `${first} ${second}`);
});

test('a passage marked with the mouse; one that the newest revision does not hold is flagged, and its old text stays readable', async () => {
  await page.goto(at(`/evidence/${piece}/text?file=${file}&page=1&at=10-17`));
  await eventually(marked, 'Whoever');
  await page.getByText(first).dblclick({ position: { x: 4, y: 44 } });
  await page.getByRole('button', { name: 'Cite for an element' }).waitFor();
  const body = { kind: 'law', title: 'Sale of Children Act', originator: 'Parliament', version: 1, removeFiles: [file] };
  expect((await page.request.put(address(`/api/dossiers/${dossier}/evidence/${piece}`), { data: body })).status()).toBe(200);
  await page.goto(at('/obligations/3.2'));
  await page.getByText('The passage no longer occurs in revision 2').waitFor();
  await page.getByRole('link', { name: 'Revision 2 has come since: re-check' }).waitFor();
  await page.getByRole('link', { name: 'Open in place' }).first().click();
  await page.getByText('An older revision: this file belongs to revision 1.').waitFor();
  await eventually(marked, `${first} ${second}`);
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
});
