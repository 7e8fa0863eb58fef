// The obligation page: record with evidence by keyboard, restore, submit, accept, return; a stale write; who may not and why.
// It writes in the NGO's dossier only: the suites beside it count what stands in the government's.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

interface ElementState {
  code: string;
  obligation: string;
  article: number;
  citation: string;
  title: string;
  applies: boolean;
  law: string | null;
  latestNumber: number | null;
}

let browser: Browser;
const opened: (Page & { faults: string[] })[] = [];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of opened.splice(0)) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
});

async function as(email: string, options: BrowserContextOptions & { language?: 'en' | 'ar' } = {}) {
  const page = await openPage(browser, options);
  opened.push(page);
  await signInAs(page, email);
  return { page, id: await firstDossier(page) };
}
const statesOf = async (page: Page, id: string): Promise<ElementState[]> => {
  const { items } = await (await page.request.get(address(`/api/dossiers/${id}/obligations`))).json();
  return items.flatMap(({ elements }: { elements: ElementState[] }) => elements);
};
/** An element of the dossier on which nobody has written yet. */
async function untouched(page: Page, id: string): Promise<ElementState> {
  const found = (await statesOf(page, id)).find(({ applies, latestNumber }) => applies && latestNumber === null);
  if (!found) throw new Error('the demonstration world has no element left that nobody has assessed');
  return found;
}
const pathOf = (id: string, { obligation, code }: ElementState, tail = '') => address(`/dossiers/${id}/obligations/${obligation}?element=%22${code}%22${tail}`);
/** Records a judgement through the service, as another person would in another place. */
async function record(page: Page, id: string, code: string, reasons: string, basedOn: number | null = null): Promise<void> {
  const data = { basedOn, law: 'partially_compliant', practice: 'limited', asOf: '2026-03-01', reasons, submit: true };
  const answer = await page.request.post(address(`/api/dossiers/${id}/elements/${code}/assessments`), { data });
  expect(answer.status()).toBe(201);
}
const claimedIn = async (page: Page, id: string, article: number): Promise<number> => {
  const { byArticle } = await (await page.request.get(address(`/api/dossiers/${id}/coverage`))).json();
  return byArticle.find((one: { article: number }) => one.article === article).law.claimed;
};

test('a judgement with evidence is recorded by keyboard, restored after a reload, submitted and accepted', async () => {
  const { page, id } = await as('auditor@ngo.example');
  const element = await untouched(page, id);
  const [piece] = (await (await page.request.get(address(`/api/dossiers/${id}/evidence?state=in_date&kind=law,report&limit=1`))).json()).items;
  const claimed = await claimedIn(page, id, element.article);
  await page.goto(pathOf(id, element));
  await page.getByText('Nobody has submitted a judgement on this element yet').waitFor();
  await page.keyboard.press('e');
  await page.getByRole('heading', { name: `Assess ${element.citation}` }).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.textContent ?? ''), `Assess ${element.citation}`);

  await page.getByRole('radio', { name: /^Compliant/ }).focus();
  await page.keyboard.press('Space');
  await page.getByText('“Compliant” without supporting evidence will count as claimed, not evidenced.').waitFor();
  await page.getByLabel('Say how you know').focus();
  await page.keyboard.type('The gazette prints it; the ministry confirmed it in writing.');
  await page.getByRole('combobox', { name: 'Cite a piece of evidence' }).focus();
  await page.keyboard.type(piece.title.slice(0, 12));
  await page.getByRole('option', { name: piece.title }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Pinpoint in/).focus();
  await page.keyboard.type('section 4');
  await page.getByText(`claimed ${claimed} → ${claimed + 1}`).waitFor();

  await page.reload();
  await page.getByText('An unfinished judgement of yours was found on this device').waitFor();
  expect(await page.getByLabel('Say how you know').inputValue()).toBe('The gazette prints it; the ministry confirmed it in writing.');
  expect(await page.getByRole('radio', { name: /^Compliant/ }).isChecked()).toBe(true);
  expect(await page.getByLabel(/^Pinpoint in/).inputValue()).toBe('section 4');

  await page.getByRole('button', { name: 'Submit for review' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('First judgement.').waitFor();
  await page.getByText('Next gap:').waitFor();
  expect(await claimedIn(page, id, element.article)).toBe(claimed + 1);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':assess:')))).toEqual([]);

  const { page: lead } = await as('lead@ngo.example');
  await lead.goto(pathOf(id, element));
  await lead.getByRole('button', { name: 'Accept', exact: true }).focus();
  await lead.keyboard.press('Enter');
  const dialog = lead.getByRole('dialog', { name: `Accept judgement 1 on ${element.citation}?` });
  await dialog.getByRole('button', { name: 'Accept it' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const history = lead.getByRole('list', { name: 'Judgements, newest first' });
  await history.getByText('Accepted', { exact: true }).waitFor();
  await history.getByText('counts').waitFor();
  await history.getByText('Read in full').click();
  await history.getByText('The gazette prints it').waitFor();
  await history.getByText('SHA-256').waitFor();
});

test('a stale write lays both texts side by side and loses neither', async () => {
  const { page, id } = await as('auditor@ngo.example');
  const { page: lead } = await as('lead@ngo.example');
  const element = await untouched(page, id);
  await page.goto(pathOf(id, element, '&assess=true'));
  await page.getByRole('radio', { name: /^Non-compliant/ }).check();
  await page.getByLabel('Say how you know').fill('Mine: no text does it.');
  await record(lead, id, element.code, 'Theirs: one decree does a part of it.');
  await page.getByRole('button', { name: 'Submit for review' }).click();

  const stale = page.getByRole('region', { name: /recorded judgement 1 while you were writing/ });
  await stale.getByRole('cell', { name: /Theirs: one decree/ }).waitFor();
  await stale.getByRole('cell', { name: /Mine: no text does it/ }).waitFor();
  await expectAccessible(page);
  await stale.getByRole('button', { name: 'Take the newer' }).click();
  expect(await page.getByLabel('Say how you know').inputValue()).toBe('Theirs: one decree does a part of it.');
  await page.reload();
  const aside = page.getByRole('region', { name: 'Your own text, set aside' });
  await aside.getByRole('button', { name: 'Bring it back' }).click();
  expect(await page.getByLabel('Say how you know').inputValue()).toBe('Mine: no text does it.');
  expect(await page.getByRole('radio', { name: /^Non-compliant/ }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByText('Changed: verdict in law').first().waitFor();
  const history = page.getByRole('list', { name: 'Judgements, newest first' });
  expect(await history.getByText(/^Judgement \d$/).allTextContents()).toEqual(['Judgement 2', 'Judgement 1']);
});

test('one may keep one’s own text on top of the newer, and take single parts of it', async () => {
  const { page, id } = await as('auditor@ngo.example');
  const { page: lead } = await as('lead@ngo.example');
  const element = await untouched(page, id);
  await page.goto(pathOf(id, element, '&assess=true'));
  await page.getByRole('radio', { name: /^Compliant/ }).check();
  await page.getByLabel('Say how you know').fill('Mine stays.');
  await record(lead, id, element.code, 'Theirs.');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  const stale = page.getByRole('region', { name: /recorded judgement 1 while you were writing/ });
  await stale.getByRole('button', { name: 'Take this: verdict in practice' }).click();
  expect(await page.getByRole('radio', { name: /^Limited/ }).isChecked()).toBe(true);
  await stale.getByRole('button', { name: 'Keep mine on top of the newer' }).click();
  await stale.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Say how you know').inputValue()).toBe('Mine stays.');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await page.getByText('Draft saved').first().waitFor();
});

test('a return needs a reason, which the author reads; nobody decides on his or her own work', async () => {
  const { page, id } = await as('auditor@ngo.example');
  const { page: lead } = await as('lead@ngo.example');
  const own = await untouched(lead, id);
  await record(lead, id, own.code, 'Written by the lead.');
  await lead.goto(pathOf(id, own));
  const accept = lead.getByRole('button', { name: 'Accept', exact: true });
  await accept.waitFor();
  expect(await accept.getAttribute('aria-disabled')).toBe('true');
  await accept.focus();
  await lead.getByRole('tooltip', { name: 'A reviewer never decides on his or her own work.' }).waitFor();

  const theirs = await untouched(page, id);
  await record(page, id, theirs.code, 'Written by the auditor.');
  await lead.goto(pathOf(id, theirs));
  await lead.getByRole('button', { name: 'Return', exact: true }).click();
  const dialog = lead.getByRole('dialog', { name: `Return judgement 1 on ${theirs.citation}?` });
  await dialog.getByRole('button', { name: 'Return it' }).click();
  await dialog.getByText('Say what is missing, so that the author can mend it').nth(1).waitFor();
  await dialog.getByLabel('Reason: what is missing').fill('Cite the decree.');
  await dialog.getByRole('button', { name: 'Return it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto(pathOf(id, theirs));
  await page.getByText(/^Returned by .*: Cite the decree\.$/).waitFor();
});

test('faults stand at their fields and the first one takes the focus', async () => {
  const { page, id } = await as('auditor@ngo.example');
  await page.goto(pathOf(id, await untouched(page, id), '&assess=true'));
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByText('Choose a verdict in law, in practice, or both').waitFor();
  await page.getByText('Say how you know').nth(1).waitFor();
  await eventually(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? ''), 'law');
  await expectAccessible(page);
});

test('a viewer sees what he or she may not do, and why; the keys move through the elements', async () => {
  const { page, id } = await as('viewer@government.example');
  await page.goto(address(`/dossiers/${id}/obligations/8.1?element=8.1.a`));
  const assess = page.getByRole('button', { name: /^Assess/ });
  await assess.waitFor();
  expect(await assess.getAttribute('aria-disabled')).toBe('true');
  await assess.focus();
  await page.getByRole('tooltip', { name: 'Your role in this organisation does not include it.' }).waitFor();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('j');
  await page.waitForURL(/element=8\.1\.b/);
  await page.keyboard.press('k');
  await page.waitForURL(/element=8\.1\.a/);
  await page
    .getByRole('navigation', { name: 'Elements' })
    .getByRole('link', { name: /8\(1\)\(a\)/ })
    .press('ArrowDown');
  await page.waitForURL(/element=8\.1\.b/);
});

test('an element that does not apply shows its ground and has no form', async () => {
  const { page, id } = await as('contributor@government.example');
  const outside = (await statesOf(page, id)).find(({ applies }) => !applies);
  if (!outside) throw new Error('the demonstration world has no element that does not apply');
  await page.goto(pathOf(id, outside, '&assess=true'));
  await page.getByRole('heading', { name: 'This element does not apply' }).waitFor();
  expect(await page.getByRole('button', { name: /^Assess/ }).count()).toBe(0);
  expect(await page.getByLabel('Say how you know').count()).toBe(0);
});

test.each([
  ['light and wide', {}],
  ['dark', { colorScheme: 'dark' }],
  ['Arabic', { language: 'ar' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as const)('the obligation and its form are well set in %s', async (_, dress) => {
  const { page, id } = await as('contributor@government.example', dress);
  for (const tail of ['obligations/8.1?element=8.1.a', 'obligations/7?element=7.c&assess=true', 'checklist?open=8.1']) {
    await page.goto(address(`/dossiers/${id}/${tail}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});
