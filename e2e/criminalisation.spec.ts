// The criminalisation matrix in the browser: filled in by keyboard and paste, inherited, held against a verdict, printed on A3, act by act on a phone.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let page: Page & { faults: string[] };
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
/** A dossier of its own, which no other story looks at. */
const opened = async (): Promise<string> => {
  await signInAs(page, 'lead@nhri.example');
  const answer = await page.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: 'Offences of Article 3' } });
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  return id;
};
const enter = async (id: string, on = page, title = 'Criminalisation matrix'): Promise<string> => {
  await on.goto(address(`/dossiers/${id}/criminalisation`));
  await on.getByRole('heading', { level: 1, name: title }).waitFor();
  return id;
};
const cell = (name: RegExp) => page.getByRole('gridcell', { name });
/** As if a range had been copied from a spreadsheet: the clipboard of the machine is not touched. */
const paste = (text: string) =>
  page.evaluate((said) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', said);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe('the criminalisation matrix', () => {
  test('is filled in like a spreadsheet, refuses ten thousand cells, and holds a mandated no against compliant', async () => {
    const id = await enter(await opened());
    await cell(/^R01 /).first().click();
    await paste('yes\nno\nn/a\nyes');
    await page.getByText('4 lines went down the acts, from R01 to R04. The rows of groups between them (SB) were passed over').waitFor();
    await page.getByText('4 cells are not saved yet.').waitFor();
    await page.keyboard.press('Control+z');
    await cell(/^SB /).first().click();
    await paste('yes\nno');
    await page.getByText('Acts alone, past the rows of groups: R04 and R05').waitFor();
    await page.getByRole('button', { name: 'Every row' }).click();
    await page.getByText('2 cells are not saved yet.').waitFor();
    await page.keyboard.press('Control+z');
    await cell(/^The whole State, Jurisdiction: territory:/).click();
    await page.keyboard.press('y');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('n');
    await page.getByText('2 cells are not saved yet.').waitFor();
    await cell(/^R01 .*Jurisdiction: ship: No, from The whole State/).waitFor();
    await paste(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 'yes').join('\t')).join('\n'));
    await page.getByText('10,000 cells were copied, and the matrix takes at most 900 at once').waitFor();
    await page.getByText('2 cells are not saved yet.').waitFor();
    await page.keyboard.press('Control+ArrowDown');
    await paste('partly\tperhaps\t?');
    await page.getByText('1 cell was refused; what stood there stays.').waitFor();
    await page.getByText('R22, C13: perhaps is no value').waitFor();
    await page.getByText('4 cells are not saved yet.').waitFor();
    await cell(/^R22 .*Jurisdiction: offender is a national: Unknown, set here, not saved yet/).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('3 cells chosen: what is set here is set for all of them').waitFor();
    await page.keyboard.press('p');
    await page.getByText('5 cells are not saved yet.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('4 cells are not saved yet.').waitFor();
    await page.keyboard.press('Delete');
    await page.getByText('2 cells are not saved yet.').waitFor();
    await page.keyboard.press('F2');
    await page.getByLabel('Value', { exact: true }).selectOption({ label: 'Unknown' });
    await page.keyboard.press('Escape');
    await page.getByText('5 cells are not saved yet.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByRole('row', { name: /^Article 4\(1\)/ })
      .getByText('C12 Jurisdiction: ship (22 acts)')
      .waitFor();
    await expectAccessible(page, '', { but: '.matrix-grid tbody tr:nth-child(n+6)' });
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 119[01]/);
    await page.goto(address(`/dossiers/${id}/obligations/4.1?assess=true`));
    await page
      .getByRole('radiogroup', { name: 'In law' })
      .getByRole('radio', { name: /^Compliant/ })
      .check();
    await page.getByLabel('Say how you know').fill('The Code reaches every vessel.');
    await page.getByRole('button', { name: 'Save as draft' }).click();
    const reason = page.getByRole('textbox', { name: 'Why the law complies although the matrix says no' });
    await reason.fill('The Shipping Act covers ships.');
    await page.getByRole('button', { name: 'Submit for review' }).click();
    await page.getByText('Although the criminalisation matrix says no:').first().waitFor();
  });

  test('is read act by act on a phone, in Arabic words, where a viewer is told why nothing can be set', async () => {
    const phone = await openPage(browser, { viewport: { width: 375, height: 780 }, language: 'ar' });
    await signInAs(phone, 'viewer@government.example');
    await enter(await firstDossier(phone), phone, 'مصفوفة التجريم');
    await phone.getByLabel('فعل أو مجموعة').selectOption({ label: 'R22 الحيازة' });
    await phone.getByRole('button', { name: /^C02 كل طفل دون الثامنة عشرة/ }).click();
    await phone.getByText('هل تحمي الجريمة كل طفل دون الثامنة عشرة').waitFor();
    expect(await phone.getByRole('grid').count()).toBe(0);
    expect(await phone.getByRole('button', { name: 'احفظ', exact: true }).getAttribute('aria-disabled')).toBe('true');
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
    await phone.context().close();
  });
});
