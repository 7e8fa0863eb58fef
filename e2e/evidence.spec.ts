// The evidence library as a contributor and a viewer use it: add, upload, revise, withdraw, find.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';
import { pdf, png } from './documents.ts';

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

let named = 0;
const newTitle = () => `Circular ${Date.now()}-${++named} of the Ministry`;

/** A piece of its own for a test, added through the door; the form has its own test. */
async function addPiece(body: object = {}): Promise<{ id: string; title: string; version: number }> {
  const answer = await page.request.post(address(`/api/dossiers/${id}/evidence`), {
    data: { kind: 'policy', title: newTitle(), originator: 'Ministry of Social Affairs', ...body },
  });
  expect(answer.status()).toBe(201);
  return answer.json();
}
async function openPiece(body: object = {}) {
  const piece = await addPiece(body);
  await page.goto(address(`/dossiers/${id}/evidence/${piece.id}`));
  await page.getByRole('heading', { level: 1, name: piece.title }).waitFor();
  return piece;
}
const choose = (files: { name: string; mimeType: string; buffer: Buffer }[]) => page.getByLabel('Choose files').last().setInputFiles(files);

describe('adding', () => {
  test('n opens the form; faults stand at their fields; what was typed survives a reload; the piece is then there for its files', async () => {
    const title = newTitle();
    await page.goto(address(`/dossiers/${id}/evidence`));
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'Add evidence' });
    await form.getByRole('button', { name: 'Add to the library' }).click();
    await form.getByText('Choose what kind of document it is').waitFor();
    expect(await form.getByText('Say at least a word').count()).toBe(2);
    await form.getByRole('radio', { name: 'Policy' }).check();
    await form.getByLabel('Title').fill(title);
    await page.reload();
    await form.getByText('An unfinished form was found').waitFor();
    expect(await form.getByLabel('Title').inputValue()).toBe(title);
    await form.getByLabel('Originator').fill('Ministry of Social Affairs');
    await form.getByLabel('In force from').fill('2025-01-01');
    await form.getByRole('radio', { name: 'Restricted' }).check();
    await form.getByRole('button', { name: 'Add to the library' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('from 1 January 2025', { exact: true }).waitFor();
    await page.getByText('It is left out of every export').waitFor();
  });

  test('a text that could identify a child is pointed out, and still saved', async () => {
    await page.goto(address(`/dossiers/${id}/evidence?add=true`));
    const form = page.getByRole('dialog', { name: 'Add evidence' });
    await form.getByRole('radio', { name: 'Judgment' }).check();
    await form.getByLabel('Title').fill(newTitle());
    await form.getByLabel('Originator').fill('Supreme Court');
    await form.getByLabel('Summary').fill('The court heard A. B., aged 12, in camera.');
    await form.getByText('Could this identify a child?').waitFor();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Add to the library' }).click();
    await page.getByRole('heading', { level: 2, name: 'Files' }).waitFor();
  });
});

describe('files', () => {
  test('a PDF is sent with its progress, kept with its hash, and comes back byte for byte', async () => {
    await openPiece();
    const bytes = pdf('Circular 7');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await page.getByText('PDF, DOCX, XLSX, ODT, ODS, RTF, TXT or CSV, at most 25 MB each').waitFor();
    // Slow enough that the progress can be seen.
    await page.route('**/files', async (route) => {
      await new Promise((next) => setTimeout(next, 400));
      await route.continue();
    });
    await choose([{ name: 'circular-7.pdf', mimeType: 'application/pdf', buffer: bytes }]);
    // At nought the bar has no width yet.
    await page.getByRole('progressbar', { name: 'Sending circular-7.pdf' }).waitFor({ state: 'attached' });
    await page.getByRole('row', { name: /circular-7\.pdf/ }).waitFor();
    await page.getByText(`${sha256.slice(0, 12)}…`).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download circular-7.pdf' }).click()]);
    expect(download.suggestedFilename()).toBe('circular-7.pdf');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    expect(createHash('sha256').update(Buffer.concat(chunks)).digest('hex')).toBe(sha256);
    await expectAccessible(page);
  });

  test('of several, a disguised, an empty and a foreign one are refused, each with its sentence; the good one is kept', async () => {
    await openPiece();
    await choose([
      { name: 'photo.pdf', mimeType: 'application/pdf', buffer: png },
      { name: 'photo.png', mimeType: 'image/png', buffer: png },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'nul.txt', mimeType: 'text/plain', buffer: Buffer.from('a\0b') },
      { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('Circular 8\n') },
    ]);
    const uploads = page.getByRole('list', { name: 'Uploads' }).getByRole('listitem');
    await page.getByRole('row', { name: /good\.txt/ }).waitFor();
    expect(await uploads.filter({ hasText: 'photo.pdf' }).textContent()).toContain('The file is of another kind than its name says.');
    expect(await uploads.filter({ hasText: 'photo.png' }).textContent()).toContain('Only documents are kept');
    expect(await uploads.filter({ hasText: 'empty.txt' }).textContent()).toContain('The file is empty.');
    expect(await uploads.filter({ hasText: 'nul.txt' }).textContent()).toContain('The file holds bytes that no text holds, such as NUL.');
    // The same file would be refused again.
    expect(await page.getByRole('button', { name: /^Try again/ }).count()).toBe(0);
    expect(await page.getByRole('row', { name: /photo/ }).count()).toBe(0);
  });

  test('a file over 25 MB never leaves; one on its way can be cancelled and tried again', async () => {
    await openPiece();
    let sent = 0;
    await page.route('**/files', async (route) => {
      sent++;
      if (sent > 1) await route.continue();
    });
    await choose([
      { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(25 * 1024 * 1024 + 1, 'a') },
      { name: 'slow.txt', mimeType: 'text/plain', buffer: Buffer.from('Circular 9\n') },
    ]);
    await page.getByText('The file is larger than 25 MB.').first().waitFor();
    await page.getByRole('button', { name: 'Cancel the upload of slow.txt' }).click();
    await page.getByText('Cancelled').waitFor();
    await page.getByRole('button', { name: 'Try again: slow.txt' }).click();
    await page.getByRole('row', { name: /slow\.txt/ }).waitFor();
    expect(sent).toBe(2);
  });
});

describe('changing', () => {
  test('a revision is saved; a stale one shows both texts and loses neither', async () => {
    const piece = await openPiece({ citation: 'No. 1' });
    await page.getByRole('button', { name: 'Revise' }).click();
    const form = page.getByRole('dialog', { name: `Revise: ${piece.title}` });
    await form.getByLabel('Citation').fill('No. 2, mine');
    const theirs = await page.request.put(address(`/api/dossiers/${id}/evidence/${piece.id}`), {
      data: { kind: 'policy', title: piece.title, originator: 'Ministry of Social Affairs', citation: 'No. 3, theirs', version: piece.version },
    });
    expect(theirs.status()).toBe(200);
    await form.getByRole('button', { name: 'Save the revision' }).click();
    const both = form.getByRole('region', { name: /newer revision/ });
    await both.getByText('No. 3, theirs').waitFor();
    await both.getByText('No. 2, mine').waitFor();
    await expectAccessible(page);
    await both.getByRole('button', { name: 'Take theirs: Citation' }).click();
    expect(await form.getByLabel('Citation').inputValue()).toBe('No. 3, theirs');
    await form.getByLabel('Citation').fill('No. 4, agreed');
    await form.getByRole('button', { name: 'Save the revision' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('No. 4, agreed').first().waitFor();
    await page.getByText('Revision 3', { exact: true }).waitFor();
  });

  test('a restricted piece is opened for a purpose before it is made internal; then what was typed is saved', async () => {
    await openPiece({ confidentiality: 'restricted' });
    await page.getByRole('button', { name: 'Revise' }).click();
    const form = page.getByRole('dialog', { name: /^Revise/ });
    await form.getByLabel('Citation').fill('No. 5, typed before');
    await form.getByRole('radio', { name: 'Internal' }).check();
    const save = form.getByRole('button', { name: 'Save the revision' });
    await save.click();
    const purpose = page.getByRole('dialog', { name: 'Open restricted evidence' });
    await purpose.getByText('all is saved as you typed it', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await form.getByRole('alert').getByText('This evidence is restricted.', { exact: false }).waitFor();
    await save.click();
    await purpose.getByLabel('For what purpose?').fill('to let the ministry read it');
    await purpose.getByRole('button', { name: 'Open', exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('No. 5, typed before').first().waitFor();
  });

  test('a piece is withdrawn with a reason, by a dialog that names it; then it says so and takes no more files', async () => {
    const piece = await openPiece();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this piece?' });
    await dialog.getByText(piece.title).waitFor();
    await dialog.getByRole('button', { name: 'Withdraw the piece' }).click();
    await dialog.getByText('Say at least a word').waitFor();
    await dialog.getByLabel('Reason').fill('Superseded by Circular 12');
    await dialog.getByRole('button', { name: 'Withdraw the piece' }).click();
    await page.getByText(/This piece was withdrawn on/).waitFor();
    await page.getByText('Reason: Superseded by Circular 12').waitFor();
    expect(await page.getByRole('button', { name: 'Revise' }).getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('button', { name: 'Choose files' }).getAttribute('aria-disabled')).toBe('true');
    await expectAccessible(page);
  });
});

test('figures are pasted from a spreadsheet, a stale table shows theirs, and the annex says what it withholds', async () => {
  const piece = await openPiece({ kind: 'statistics' });
  const form = page.getByRole('dialog', { name: 'Figures of this piece' });
  const field = (name: string) => form.getByLabel(name, { exact: true });
  await page.getByRole('button', { name: 'Enter figures' }).click();
  await field('Series').selectOption({ label: 'Article 7(a)(ii) · Cases with seizure or confiscation' });
  await field('Year, row 1').evaluate((input, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'Year\tAll\tRegion\n2025\t24\tWhole State\n2025\t22\tMainland\n2025\tten\tIsles\n');
  await field('All, row 2').press('Enter');
  const inUse = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await eventually(inUse, 'All, row 3');
  await form.getByRole('button', { name: 'Record the figures' }).click();
  await form.getByText('Write a whole number').first().waitFor();
  await eventually(inUse, 'All, row 3');
  await expectAccessible(page);
  await field('All, row 3').fill('2');
  await form.getByRole('button', { name: 'Record the figures' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('rowheader', { name: 'Isles' }).waitFor();

  await page.getByRole('button', { name: 'Change figures' }).click();
  await field('All, row 1').fill('25');
  const row = (region: string, all: number) => ({ element: '7.a.ii', indicator: 'seized', year: 2025, region, all });
  const theirs = await page.request.put(address(`/api/dossiers/${id}/evidence/${piece.id}/figures`), {
    data: { version: 1, rows: [row('', 30), row('Mainland', 27), row('Isles', 3)] },
  });
  expect(theirs.status()).toBe(200);
  await form.getByRole('button', { name: 'Record the figures' }).click();
  await form.getByRole('button', { name: 'Drop mine and start from theirs' }).click();
  await eventually(() => field('All, row 1').inputValue(), '30');

  await page.goto(address(`/dossiers/${id}/reports`));
  await page.getByRole('radio', { name: 'Statistical annex' }).check();
  await page.getByLabel('Format', { exact: true }).selectOption('html');
  await page.getByRole('button', { name: 'Make the document' }).click();
  const made = page.getByRole('link', { name: 'Download: Statistical annex · English · HTML' }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), made.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const rows = Buffer.concat(chunks).toString().split('<tr>');
  const ofRegion = (region: string) => rows.filter((one) => one.includes(region)).map((one) => one.includes('withheld'));
  // The large one too: else 30 less 27 would tell the small one.
  expect([ofRegion('Mainland'), ofRegion('Isles')]).toEqual([[true], [true]]);
});

describe('finding', () => {
  test('filters live in the address, survive a reload and are undone by Back', async () => {
    const piece = await addPiece({ kind: 'budget', confidentiality: 'restricted' });
    await page.goto(address(`/dossiers/${id}/evidence`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(piece.title);
    await page.getByText('1 piece matches the filters').waitFor();
    await page.getByLabel('Confidentiality').selectOption('restricted');
    await page.waitForURL(/confidentiality=restricted/);
    await page.reload();
    await page.getByText('1 piece matches the filters').waitFor();
    expect(await page.getByLabel('Search title, citation and originator').inputValue()).toBe(piece.title);
    await page.getByLabel('Kind').selectOption('law');
    await page.getByText('Nothing in the library matches these filters.').waitFor();
    await page.goBack();
    const row = page.getByRole('row', { name: new RegExp(piece.title) });
    await row.waitFor();
    expect(await row.textContent()).toContain('Restricted');
    await page.keyboard.press('Tab');
    await page.locator('h1').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: piece.title }).waitFor();
  });

  test('the head of a column sorts, and says so', async () => {
    await page.goto(address(`/dossiers/${id}/evidence`));
    const head = page.getByRole('columnheader', { name: 'Title and citation' });
    await head.getByRole('button').click();
    await page.waitForURL(/sort=title/);
    await eventually(() => head.getAttribute('aria-sort'), 'ascending');
    await head.getByRole('button').click();
    await page.waitForURL(/direction=desc/);
    await eventually(() => head.getAttribute('aria-sort'), 'descending');
  });
});

test('a viewer sees why nothing can be added or changed', async () => {
  const piece = await addPiece();
  const viewer = await openPage(browser, { viewport: { width: 320, height: 700 } });
  await signInAs(viewer, 'viewer@government.example');
  await viewer.goto(address(`/dossiers/${id}/evidence?add=true`));
  const add = viewer.getByRole('button', { name: 'Add evidence' });
  await add.waitFor();
  expect(await add.getAttribute('aria-disabled')).toBe('true');
  expect(await viewer.getByRole('dialog').count()).toBe(0);
  await add.focus();
  await viewer.getByRole('tooltip').getByText('Your role in this organisation does not include it.').waitFor();
  await viewer.goto(address(`/dossiers/${id}/evidence/${piece.id}`));
  for (const name of ['Revise', 'Withdraw', 'Choose files']) expect(await viewer.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  await expectAccessible(viewer);
  await expectNoSidewaysScroll(viewer);
  expect(viewer.faults).toEqual([]);
  await viewer.context().close();
});

test.each([
  ['dark', { colorScheme: 'dark' }],
  ['Arabic', { language: 'ar' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as const)('a piece is well set in %s', async (_, dress) => {
  const piece = await addPiece({ kind: 'statistics', periodTo: '2010-12-31', confidentiality: 'restricted' });
  const dressed = await openPage(browser, dress);
  await signInAs(dressed, 'contributor@government.example');
  await dressed.goto(address(`/dossiers/${id}/evidence/${piece.id}?revise=true`));
  await dressed.getByRole('dialog').waitFor();
  await expectAccessible(dressed);
  await dressed.goto(address(`/dossiers/${id}/evidence/${piece.id}`));
  await dressed.getByRole('heading', { level: 1, name: piece.title }).waitFor();
  await expectAccessible(dressed);
  await expectNoSidewaysScroll(dressed);
  expect(dressed.faults).toEqual([]);
  await dressed.context().close();
});
