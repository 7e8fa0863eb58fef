// A lead dresses the documents and adds a template; what is wrong in one is shown by place and field, and a viewer fills it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let page: Page & { faults: string[] };
beforeAll(async () => {
  browser = await launch();
  page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
});
afterAll(() => browser.close());

const choose = (name: string, buffer: Buffer, label: RegExp) =>
  page.getByLabel(label).last().setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const template = /^Choose (a|another) template$/;

test('a template is begun from the example, refused with its faults, corrected, kept, filled and taken out of use', async () => {
  const name = `Letter ${Date.now()}`;
  await page.goto(address('/organisation/members'));
  await page.getByRole('link', { name: 'Templates' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the example' }).click()]);
  const { readFile } = await import('node:fs/promises');
  const example = await readFile(await download.path());
  const parts = unzipSync(new Uint8Array(example));
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const wrong = Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(body.replace('{treaty}', '{treeaty}')) }));
  await choose('wrong.docx', wrong, template);
  await page.getByRole('row', { name: /Body · page 1 · paragraph \d+ .*\{treeaty\} There is no placeholder of this name/ }).waitFor();
  await expectAccessible(page);
  await choose('letter.docx', example, template);
  await page.getByLabel('Name of the template').fill(name);
  await page.getByRole('button', { name: 'Keep the template' }).click();
  await page.getByRole('row', { name: new RegExp(name) }).waitFor();
  await page.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.goto(address('/dossiers'));
  const { items } = await (await page.request.get(address('/api/dossiers'))).json();
  await page.goto(address(`/dossiers/${items[0].id}/reports`));
  const [filled] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  expect(filled.suggestedFilename()).toMatch(/^servanda-XAA-template-.*-en\.docx$/);
  const text = strFromU8(unzipSync(new Uint8Array(await readFile(await filled.path())))['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Republic of Aruna');
  expect(text).not.toContain('{');

  await page.getByRole('link', { name: 'Templates of the organisation' }).click();
  await page.getByRole('button', { name: `Take “${name}” out of use` }).click();
  await page.getByRole('button', { name: 'Take out of use', exact: true }).last().click();
  await page.getByText(`“${name}” is out of use.`).first().waitFor();
  expect(page.faults).toEqual([]);
});

test('a colour says whether it can be read; a logo with a script is refused in words, a good one is shown', async () => {
  await page.goto(address('/organisation/style'));
  await page.getByLabel('Colour', { exact: true }).fill('#9db4c0');
  await page.getByText(/too light to be read\. It must be .* #[0-9a-f]{6} would do/).waitFor();
  await page.getByRole('button', { name: 'Save the style' }).click();
  await page.getByText(/^The colour is too light to be read. #[0-9a-f]{6} would do$/).waitFor();
  const svg = (inner: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">${inner}<rect width="30" height="10" fill="#12355b"/></svg>`);
  await choose('logo.svg', svg('<script>1</script>'), /^Choose a logo$/);
  await page.getByText('The SVG holds scripts, animations, links or styles that fetch something.').waitFor();
  await choose('logo.svg', svg(''), /^Choose a logo$/);
  await page.getByRole('img', { name: 'The logo of your documents' }).waitFor();
  // What was chosen beside the logo is still there.
  expect(await page.getByLabel('Colour', { exact: true }).inputValue()).toBe('#9db4c0');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take the logo off' }).click();
  await page.getByText('There is no logo.').waitFor();
  // The refused logo is the one answer that the browser's console tells of.
  expect(page.faults.filter((fault) => !/400/.test(fault))).toEqual([]);
});
