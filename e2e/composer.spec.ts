// Composing a report: started from the record, written in the browser, by two people at once, frozen, taken as a file; on a phone in Arabic.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let place: string;
/** The paragraph that is being written; and the page without those of a section that are like its first. */
const written = { only: 'article:has([role="textbox"])' };
const rest = { but: 'article ~ article' };
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
/** Opens a paragraph for writing; what is typed from now on goes into it. */
async function begin(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Write: ${name}`, exact: true }).click();
  await eventually(() => page.getByRole('textbox', { name, exact: true }).evaluate((text) => text === document.activeElement), true);
}

test('a report is started, a paragraph written with a list and a footnote, kept by itself, and restored', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'contributor@government.example');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/reports`));
  await page.getByRole('link', { name: 'Compose a report' }).click();
  await page.getByRole('button', { name: 'Start the report' }).click();
  await page.getByText('Say at least a word').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Report of the browser');
  await page.getByRole('button', { name: 'Start the report' }).click();
  await page.getByRole('heading', { level: 1, name: 'Report of the browser' }).waitFor();
  place = new URL(page.url()).pathname;
  await page
    .getByText(/Filed here by subject/)
    .first()
    .waitFor();
  await page.getByText(/of 21,200 words/).waitFor();

  await begin(page, 'Paragraph 1');
  await page.keyboard.type(' Typed by the contributor.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'List with dots' }).click();
  await page.keyboard.type('A first point');
  await page.getByRole('button', { name: 'Footnote', exact: true }).click();
  await page.getByRole('textbox', { name: 'Words of the footnote' }).fill('A note <b>');
  await page.getByRole('button', { name: 'Put the footnote' }).click();
  await page.keyboard.press('Enter');
  await paste(page, ofWord);
  await page.getByText(/^Saved\. Last written by/).waitFor();
  await expectAccessible(page, 'editor', written);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('listitem').filter({ hasText: 'A first point[A note <b>]' }).waitFor();
  await eventually(() => page.locator(':focus').getAttribute('aria-labelledby'), await page.getByRole('article').first().getAttribute('aria-labelledby'));
  await page
    .getByRole('listitem')
    .filter({ hasText: /^Read aloud\[Said in Word\]$/ })
    .waitFor();
  expect(await page.getByRole('row').evaluateAll((rows: HTMLTableRowElement[]) => rows.map(({ cells }) => cells.length))).toEqual([2, 2]);

  await page.getByRole('button', { name: 'Details and comments: Paragraph 1', exact: true }).click();
  await page.getByRole('button', { name: 'Restore version 1', exact: true }).click();
  await eventually(() => page.getByText('Typed by the contributor.').count(), 0);
  const heads = page.getByRole('article').getByRole('heading', { level: 4 });
  const [, first = '', second = ''] = (await heads.allTextContents()).map((head) => head.replace(/^\d+\./, ''));
  await drag(page, page.getByTitle('Drag to another place: Paragraph 3', { exact: true }), page.getByRole('article').nth(1));
  const order = async () => (await heads.allTextContents()).slice(1, 3).join(' ');
  await eventually(order, `2.${second} 3.${first}`);
  await page.getByRole('button', { name: 'Move down: Paragraph 2', exact: true }).click();
  await eventually(order, `2.${first} 3.${second}`);
  await eventually(() => page.getByRole('button', { name: 'Move down: Paragraph 3', exact: true }).evaluate((step) => step === document.activeElement), true);
  await page.getByRole('button', { name: 'Leave out: Paragraph 2', exact: true }).click();
  await page.getByRole('button', { name: 'Include: Left out' }).waitFor();
  await page.getByRole('button', { name: 'Add a paragraph to I. General guidelines' }).click();
  await page.getByRole('textbox', { name: 'Paragraph 4', exact: true }).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

/** As Word writes it on the clipboard: a list of dressed-up paragraphs, a footnote at the end, a merged cell, words turned round, acts. */
const ofWord = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>Read \u202ealoud\u202c<a
  style='mso-footnote-id:ftn1' href="#_ftn1" onclick="document.title='x'">[1]</a></p><img src="/x.png" onerror="document.title='x'">
  <table><tr><td colspan=2>Merged</td></tr><tr><td>Left</td><td style="color:red">Right</td></tr></table>
  <div style='mso-element:footnote-list'><div id=ftn1><p>Said in Word</p></div></div>`;
const paste = (page: Page, html: string): Promise<void> =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', words);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

/** As a hand does it: taken, moved in small steps, let go at the head of another. */
async function drag(page: Page, handle: Locator, before: Locator): Promise<void> {
  // At the foot of the window, so that the one above is in sight and not under the bar.
  await handle.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  const [from, to] = [await handle.boundingBox(), await before.boundingBox()];
  if (!from || !to) throw new Error('Nothing to drag, or no place to drag it to');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 8, { steps: 2 });
  await page.mouse.move(to.x + 40, to.y + 6, { steps: 10 });
  await page.locator('article[data-edge="before"]').waitFor();
  await page.mouse.up();
}

test('two people in one paragraph lose nothing', async () => {
  const [one, two] = await Promise.all([openPage(browser), openPage(browser)]);
  await Promise.all([signInAs(one, 'contributor@government.example'), signInAs(two, 'lead@government.example')]);
  const begun = async (page: Page) => {
    await page.goto(address(place));
    await begin(page, 'Paragraph 3');
  };
  await Promise.all([begun(one), begun(two)]);
  await one.keyboard.type(' The first hand.');
  await one.getByText(/^Saved\. Last written by/).waitFor();
  await one.getByRole('button', { name: 'Done' }).click();
  await two.keyboard.type(' The second hand.');
  const merge = two.getByRole('region', { name: 'Somebody else wrote this paragraph meanwhile.' });
  await merge.waitFor();
  await merge
    .getByText(/The first hand\./)
    .first()
    .waitFor();
  await expectAccessible(two, 'merge', written);
  await merge.getByRole('button', { name: 'Keep both, one after the other' }).click();
  await two.getByText(/^Saved\. Last written by/).waitFor();
  await two.getByRole('button', { name: 'Done' }).click();
  const both = two.getByRole('article').filter({ hasText: 'The first hand.' });
  await both.getByText(/The second hand\./).waitFor();
  await one.reload();
  await one.getByRole('region', { name: 'Writing now' }).getByRole('link', { name: 'Paragraph 3' }).waitFor();

  await two.getByRole('button', { name: 'Freeze an issue' }).click();
  await two.getByRole('button', { name: 'Freeze', exact: true }).click();
  await two.getByText('Issue 1 is frozen.').first().waitFor();
  const pdf = await two.request.get(address((await two.getByRole('link', { name: 'PDF, Issue 1' }).getAttribute('href')) ?? ''));
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  for (const page of [one, two]) expect(page.faults).toEqual([]);
  await Promise.all([one.context().close(), two.context().close()]);
});

test('what is typed without a network, or after the session has ended, is kept as soon as it can be', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'contributor@government.example');
  await page.goto(address(place));
  await begin(page, 'Paragraph 1');
  await page.context().setOffline(true);
  await page.keyboard.type(' Typed in a tunnel.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('What you typed stays here.', { exact: false }).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/^Saved\. Last written by/).waitFor();
  expect((await page.request.delete(address('/api/session'))).ok()).toBe(true);
  await page.getByRole('textbox', { name: 'Paragraph 1', exact: true }).press('ControlOrMeta+End');
  await page.keyboard.type(' Typed too late.');
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await signInAs(page, 'contributor@government.example');
  await page.goto(address(place));
  await page.getByRole('status').getByRole('link', { name: 'Paragraph 1', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Go on writing: Paragraph 1' }).click();
  await page.getByText(/^Saved\. Last written by/).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Typed in a tunnel. Typed too late.', { exact: false }).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('a viewer reads it on a phone, in Arabic and in the dark, and is told why writing is not for him or her', async () => {
  const page = await openPage(browser, { viewport: { width: 375, height: 700 }, language: 'ar', colorScheme: 'dark' });
  await signInAs(page, 'viewer@government.example');
  await page.goto(address(place));
  await page.getByText('يمكنكم قراءة هذا التقرير', { exact: false }).waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page, 'on a phone', rest);
  await expectNoSidewaysScroll(page);
  expect(page.faults).toEqual([]);
  await page.context().close();
});
