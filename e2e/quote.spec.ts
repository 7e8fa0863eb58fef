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

test('a file that cannot be read says why and is read again on request; what a piece says is erased with a reason, and its history says so', async () => {
  const added = await page.request.post(address(`/api/dossiers/${dossier}/evidence`), {
    data: { kind: 'report', title: 'Secret of a person', originator: 'NGO' },
  });
  const { id } = (await added.json()) as { id: string };
  const broken = { file: { name: 'broken.rtf', mimeType: 'application/rtf', buffer: Buffer.from(`{\\rtf1 ${'{'.repeat(30)}`) } };
  await page.request.post(address(`/api/dossiers/${dossier}/evidence/${id}/files`), { multipart: broken });
  await page.goto(at(`/evidence/${id}`));
  await page
    .getByText(/No text was found|cannot be read/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Read again: broken.rtf' }).click();
  await page.getByText('The text is being read').first().waitFor();
  await page.getByRole('button', { name: 'Erase the content …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase what this piece says?' });
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await dialog.getByText('Confirm that you have read it').waitFor();
  await dialog.getByLabel('Reason, without the protected details').fill('Request of 3 May, granted');
  await dialog.getByLabel('I have read what goes and what stays').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText(/The content of this piece was erased on/).waitFor();
  await page.getByRole('list', { name: 'Revisions, newest first' }).getByText('Its content was erased').first().waitFor();
  expect(await page.getByText('Secret of a person').count()).toBe(0);
});

test('a lead sets other years for a kind, is told what it does, and what it did', async () => {
  const data = {
    kind: 'statistics',
    title: 'Figures',
    originator: 'Statistics Office',
    periodTo: new Date(Date.now() - 600 * 86_400_000).toISOString().slice(0, 10),
  };
  await page.request.post(address(`/api/dossiers/${dossier}/evidence`), { data });
  await page.goto(at('/about'));
  await page.getByLabel('Statistics').selectOption('1');
  await page.getByText('Statistics: from 3 years to 1 year').waitFor();
  await page.getByRole('button', { name: 'Save the years' }).click();
  await page.getByText('Saved: 1 piece is out of date now, 0 before').first().waitFor();
  expect(await page.getByLabel('Statistics').inputValue()).toBe('1');
  await expectAccessible(page);
});

test('a text that may identify a child says so once it is read; the passages are read in their words, and the decision stays beside the text', async () => {
  const data = { kind: 'report', title: 'Visit to a shelter', originator: 'Ombudsperson' };
  const { id } = (await (await page.request.post(address(`/api/dossiers/${dossier}/evidence`), { data })).json()) as { id: string };
  const told = { file: { name: 'visit.txt', mimeType: 'text/plain', buffer: Buffer.from('The girl Zorana Quill was moved twice.') } };
  await page.request.post(address(`/api/dossiers/${dossier}/evidence/${id}/files`), { multipart: told });
  await page.goto(at(`/evidence/${id}`));
  await page.getByText('The text of visit.txt may identify a person: 1 passage').waitFor();
  await page.getByRole('button', { name: 'Read and decide' }).click();
  const dialog = page.getByRole('dialog', { name: 'Could this text identify somebody?' });
  await dialog.getByText('girl Zorana Quill', { exact: true }).waitFor();
  await expectAccessible(page, '', { only: '[role="dialog"]' });
  await dialog.getByLabel(/I have read these passages/).check();
  await dialog.getByRole('button', { name: 'Nobody can be identified' }).click();
  await page.getByText(/^Looked through by/).waitFor();
  expect(await page.getByRole('button', { name: 'Read and decide' }).count()).toBe(0);
});
