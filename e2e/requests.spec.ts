// Evidence asked of a colleague in the browser: two people, from asking to closing, and declined; work to do wherever one looks for work.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let asker: Page & { faults: string[] };
let asked: Page & { faults: string[] };
let id: string;
const stamp = Date.now();
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  [asker, asked] = await Promise.all([openPage(browser), openPage(browser)]);
  await Promise.all([signInAs(asker, 'reviewer@government.example'), signInAs(asked, 'contributor@government.example')]);
  id = await firstDossier(asker);
});
afterEach(async () => {
  for (const page of [asker, asked]) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
});

const at = (page: Page, path: string) => page.goto(address(`/dossiers/${id}${path}`));
const item = (page: Page, wanted: string) =>
  page.getByRole('list', { name: 'Requests', exact: true }).getByRole('listitem').filter({ hasText: wanted }).first();

/** Asks the contributor from the page of an element. */
async function ask(wanted: string): Promise<void> {
  await at(asker, '/obligations/10.2?element=10.2');
  const beside = asker.getByRole('region', { name: 'Requests for evidence' });
  await beside.getByRole('button', { name: 'Ask for evidence' }).click();
  const form = asker.getByRole('dialog', { name: 'Ask for evidence' });
  await form.getByRole('textbox', { name: /^What is asked for/ }).fill(wanted);
  await form.getByLabel(/^Due on/).fill('2099-01-31');
  await form.getByRole('combobox', { name: /^Colleague/ }).selectOption({ label: 'Desk officer, child protection' });
  await form.getByRole('button', { name: 'Ask', exact: true }).click();
  await beside.getByRole('link', { name: wanted }).waitFor();
}

async function step(page: Page, wanted: string, act: string, more: { piece?: string; note?: string } = {}): Promise<void> {
  const one = item(page, wanted);
  await one.getByRole('button', { name: act, exact: true }).click();
  if (more.piece) {
    await one.getByRole('combobox', { name: /^Piece of evidence/ }).fill(more.piece.slice(0, 20));
    await page.getByRole('option', { name: more.piece }).click();
  }
  if (more.note) await one.getByRole('textbox').fill(more.note);
  await one.getByRole('button', { name: act, exact: true }).click();
}

test('asked from the element, answered, sent back, answered anew, accepted and closed', async () => {
  const wanted = `Circular ${stamp}`;
  await ask(wanted);
  // The work of whoever was asked: on the list of dossiers, on the first page of the dossier, beside the gaps.
  await asked.goto(address('/dossiers'));
  await asked.getByRole('link', { name: /requests? for you$/ }).click();
  await item(asked, wanted).waitFor();
  await at(asked, '');
  await asked.getByRole('heading', { name: /^Requests for you/ }).waitFor();
  await asked
    .getByRole('link', { name: /^Answer: request on/ })
    .first()
    .waitFor();
  await at(asked, '/gaps?article=10');
  const gap = asked
    .getByRole('row')
    .filter({ has: asked.getByRole('link', { name: '1 request is open' }) })
    .filter({ hasText: 'Article 10(2)' });
  await gap.getByRole('link', { name: '1 request is open' }).first().click();
  await step(asked, wanted, 'Answer', { piece: 'Cybercrime Unit: establishment, powers and staffing' });
  await item(asked, wanted).getByText('Answered', { exact: true }).waitFor();

  await at(asker, '/requests?show=mine&element=10.2');
  await step(asker, wanted, 'Send back');
  await item(asker, wanted)
    .getByRole('textbox', { name: /^Reason/, disabled: false })
    .and(asker.locator('[aria-invalid="true"]'))
    .waitFor();
  await item(asker, wanted).getByRole('textbox').fill('It is the draft');
  await item(asker, wanted).getByRole('button', { name: 'Send back', exact: true }).click();
  await item(asker, wanted).waitFor({ state: 'detached' });

  await asked.reload();
  await item(asked, wanted).getByText('It is the draft', { exact: true }).waitFor();
  await step(asked, wanted, 'Answer', { piece: 'Cybercrime Unit: establishment, powers and staffing', note: 'Now signed' });
  await item(asked, wanted).getByText('Now signed', { exact: true }).waitFor();
  await at(asker, '/requests?show=all&element=10.2');
  await step(asker, wanted, 'Accept');
  await item(asker, wanted).getByText('Accepted', { exact: true }).waitFor();
  await step(asker, wanted, 'Close');
  await item(asker, wanted).getByText('Closed', { exact: true }).waitFor();
  expect(await item(asker, wanted).getByRole('listitem').count()).toBe(5);
  expect(await item(asker, wanted).getByRole('button').count()).toBe(0);
  await expectAccessible(asker);
});

test('declined with a reason waits for the asker; what is overdue is said in words and found by a filter', async () => {
  const wanted = `Register ${stamp}`;
  await ask(wanted);
  await at(asked, '/requests?show=mine&element=10.2');
  await step(asked, wanted, 'Decline', { note: 'Nobody keeps it' });
  await item(asked, wanted).waitFor({ state: 'detached' });
  await at(asker, '/requests?show=mine');
  await item(asker, wanted).getByText('Nobody keeps it', { exact: true }).waitFor();
  await asker.getByRole('radio', { name: /^Overdue/ }).click();
  await item(asker, 'The instruction of 2025').getByText('Overdue since 9 October 2026').waitFor();
  await asker.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(asker);
  await expectAccessible(asker);
  await at(asker, '/requests?show=mine');
  await step(asker, wanted, 'Close');
  await item(asker, wanted).waitFor({ state: 'detached' });
});
