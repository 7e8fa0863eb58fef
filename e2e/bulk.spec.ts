// Evidence by the armful, as a contributor brings it in: many files, a list, and what is there already.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';
import { pdf } from './documents.ts';

let browser: Browser;
let page: Page & { faults: string[] };
let id: string;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await openPage(browser);
  await signInAs(page, 'contributor@government.example');
  id = await firstDossier(page);
});
afterEach(async () => {
  expect(page.faults).toEqual([]);
  await page.context().close();
});

const word = () => `B${Date.now().toString(36)}`;
const bring = (by: 'files' | 'list') => page.goto(address(`/dossiers/${id}/evidence/bring-in?by=${by}`));
const pieces = async (q: string): Promise<{ title: string; files: unknown[]; kind: string; version: number }[]> =>
  (await (await page.request.get(address(`/api/dossiers/${id}/evidence?q=${q}&sort=title&direction=asc`))).json()).items;
const csv = (rows: string[][]) => ({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.join(';')).join('\r\n')) });

test('many files: said once for all, one fails on its way, and only that goes again', async () => {
  const mark = word();
  await bring('files');
  await page.getByRole('heading', { level: 1, name: 'Bring in many' }).waitFor();
  await page
    .getByLabel('Choose files')
    .last()
    .setInputFiles(['one', 'two', 'three'].map((name) => ({ name: `${mark}_${name}.pdf`, mimeType: 'application/pdf', buffer: pdf(`${mark} ${name}`) })));
  const files = page.getByRole('list', { name: 'Files to bring in' }).getByRole('listitem');
  expect(await files.count()).toBe(3);
  await page.getByRole('button', { name: 'Bring in 3 pieces' }).click();
  await page.getByText('3 chosen files still lack something').waitFor();
  const all = page.getByRole('group', { name: 'Say it for all chosen' });
  await all.getByLabel('Kind').selectOption('policy');
  await all.getByLabel('Originator').fill('Ministry of Justice');
  // Of a PDF with so short a name nothing is guessed.
  expect(await files.first().getByLabel('Language').inputValue()).toBe('');
  await all.getByLabel('Language').selectOption('fr');
  await all.getByRole('button', { name: 'Set for 3 files' }).click();
  await expectAccessible(page);
  let cut = true;
  await page.route('**/files', async (route) => {
    if (cut && route.request().postDataBuffer()?.includes(`${mark} two`)) {
      cut = false;
      return route.abort();
    }
    return route.continue();
  });
  await page.getByRole('button', { name: 'Bring in 3 pieces' }).click();
  await page.getByText('2 pieces are in the library with their files. 1 was not brought in').waitFor();
  await files.nth(1).getByText('The piece is in the library; its file is not.').waitFor();
  await page.getByRole('button', { name: 'Try the 1 that failed again' }).click();
  await page.getByText('3 pieces are in the library with their files.').waitFor();
  expect((await pieces(mark)).map((piece) => [piece.title, piece.kind, piece.files.length])).toEqual([
    [`${mark} one`, 'policy', 1],
    [`${mark} three`, 'policy', 1],
    [`${mark} two`, 'policy', 1],
  ]);
});

test('a list: seen row by row, refused as a whole, corrected, brought in once; nothing is left to bring in after', async () => {
  const mark = word();
  const head = ['External reference', 'Kind', 'Title', 'Originator', 'Date of the document'];
  const good = [head, [`${mark}-1`, 'Law', `${mark} act`, 'Parliament', '2024-05-01'], [`${mark}-2`, 'Report', `${mark} report`, 'Office', '']];
  const choose = (rows: string[][]) =>
    page
      .getByLabel(/^Choose (a|another) list$/)
      .last()
      .setInputFiles(csv(rows));
  await bring('list');
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Empty template, Excel' }).click()]);
  expect(template.suggestedFilename()).toBe('servanda-evidence-template-en.xlsx');
  await choose([...good, [`${mark}-3`, 'Photo', 'x', 'y', '31/12/2024']]);
  await page.getByText('1 row cannot be used.').waitFor();
  await page
    .getByRole('row', { name: /4 Refused/ })
    .getByText('Use one of the allowed values')
    .waitFor();
  expect(await page.getByRole('button', { name: 'Bring it in' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await choose(good);
  await page.getByText('2 new, 0 changed, all at once.').waitFor();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
  expect((await pieces(mark)).map(({ title, version }) => [title, version])).toEqual([
    [`${mark} act`, 1],
    [`${mark} report`, 1],
  ]);
  await bring('list');
  await choose(good);
  await page.getByText('There is nothing to bring in.').waitFor();
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
});

test('what is there already is said while a piece is written, and at the pieces that share a file', async () => {
  const title = `${word()} circular on shelters`;
  const add = async () =>
    (await (await page.request.post(address(`/api/dossiers/${id}/evidence`), { data: { kind: 'policy', title, originator: 'Ministry' } })).json()).id;
  const [one, other] = [await add(), await add()];
  for (const piece of [one, other])
    await page.request.post(address(`/api/dossiers/${id}/evidence/${piece}/files`), {
      multipart: { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(title) } },
    });
  await page.goto(address(`/dossiers/${id}/evidence?add=true`));
  const form = page.getByRole('dialog', { name: 'Add evidence' });
  await form.getByLabel('Title').fill(title.toUpperCase());
  await form.getByText('It looks as if this is here already').waitFor();
  await form.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('region', { name: 'Also kept elsewhere' }).getByText('the same file').waitFor();
});
