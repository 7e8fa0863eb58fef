// Two dossiers differ: what is contested is replied to in public, and evidence is asked for in the open, and shown, declined or left unanswered.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Opens a page as the lead of an organisation. */
async function as(who: 'government' | 'ngo', options: Parameters<typeof openPage>[1] = {}): Promise<[page: Page & { faults: string[] }, dossier: string]> {
  const page = await openPage(browser, options);
  await signInAs(page, `lead@${who}.example`);
  return [page, await firstDossier(page)];
}
const contested = (dossier: string) => address(`/dossiers/${dossier}/publications/contested`);
const say = async (page: Page, title: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: 'Say it in public' }).click();
  await dialog.waitFor({ state: 'hidden' });
};

test('a contested point is a gap; it is replied to, the other organisation answers in its thread, and anyone can check the bytes', async () => {
  const [ours, dossier] = await as('government');
  await ours.goto(address(`/dossiers/${dossier}/gaps?kind=contested`));
  const gap = ours.getByRole('row').filter({ hasText: 'Article 8(4)' });
  await gap.getByText(/Aruna Child Rights Watch.* published another verdict, two steps apart$/).waitFor();
  await gap.getByRole('link', { name: /^Reply in public/ }).click();
  await ours.getByRole('button', { name: 'Reply to Aruna Child Rights Watch on Article 8(4)' }).click();
  const dialog = ours.getByRole('dialog', { name: 'Reply in public' });
  await dialog.getByRole('radio', { name: 'We disagree, for the reason below' }).click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('A girl, Amina Yusuf, 12 years old, was heard by trained staff.');
  await dialog.getByRole('button', { name: 'Say it in public' }).click();
  await dialog.getByText('This may identify somebody').waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The register of the Academy has the courses of both years.');
  await expectAccessible(ours, 'reply', { only: '[role=dialog]' });
  await say(ours, 'Reply in public');
  const point = ours.getByRole('listitem').filter({ has: ours.getByRole('heading', { name: /Article 8\(4\)/ }) });
  await point.getByText('The register of the Academy has the courses of both years.').waitFor();
  await expectAccessible(ours, 'contested');

  const [theirs, audit] = await as('ngo');
  await theirs.goto(contested(audit));
  const there = theirs.getByRole('listitem').filter({ has: theirs.getByRole('heading', { name: /Article 8\(4\)/ }) });
  await there.getByRole('button', { name: 'Reply to Government of Aruna', exact: true }).click();
  const reply = theirs.getByRole('dialog', { name: 'Reply in public' });
  await reply.getByRole('radio', { name: 'We agree, and shall revise our own judgement' }).click();
  await reply.getByRole('textbox', { name: 'Reason' }).fill('We have read the register, and shall say so in our next release.');
  await say(theirs, 'Reply in public');

  const anyone = await openPage(browser, { javaScriptEnabled: false });
  await anyone.goto(address('/public/states/XAA/obligations/8.4'));
  const said = anyone.getByRole('listitem').filter({ hasText: 'The register of the Academy has the courses of both years.' }).first();
  await said.getByText('agrees and will revise').waitFor();
  const bytes = await (
    await anyone.request.get(address(String(await said.getByRole('link', { name: 'JSON, the hashed bytes' }).first().getAttribute('href'))))
  ).body();
  const hash = createHash('sha256').update(bytes).digest('hex');
  await said.getByText(`${hash.slice(0, 16)}…`).waitFor();
  // What was said is taken back: its words go, the reply of the other stays, and anyone reads why.
  await theirs.getByRole('button', { name: 'Withdraw your reply on 8.4' }).click();
  const back = theirs.getByRole('dialog', { name: 'Withdraw what was said' });
  await back.getByRole('textbox', { name: 'Why is it withdrawn?' }).fill('The register was of another Academy.');
  await expectAccessible(theirs, 'withdraw', { only: '[role=dialog]' });
  await back.getByRole('button', { name: 'Withdraw it' }).click();
  await there.getByText('The register was of another Academy.').waitFor();
  expect(await theirs.getByText('We have read the register').count()).toBe(0);
  // The button that was pressed is gone: the keyboard stands at the element, not at the top of the page.
  await eventually(() => theirs.evaluate(() => /^Article 8\(4\)/.test(document.activeElement?.textContent ?? '')), true);
  await anyone.reload();
  await anyone.getByText('withdrew this reply on').waitFor();
  await anyone.getByText('The register was of another Academy.').waitFor();
  expect(await anyone.getByText('We have read the register').count()).toBe(0);
  for (const page of [ours, theirs, anyone]) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
}, 60_000);

test('from a public page evidence is asked for; it is shown, declined or not answered, and the page of the State says which', async () => {
  const [theirs, audit] = await as('ngo');
  await theirs.goto(address('/public/states/XAA/obligations/9.4'));
  await theirs.getByRole('link', { name: 'Ask it to show evidence' }).first().click();
  const ask = theirs.getByRole('dialog', { name: 'Ask to show evidence, in public' });
  await ask.getByRole('textbox', { name: 'What should be shown' }).fill('Which table counts the claims that were put to a court?');
  await say(theirs, 'Ask to show evidence, in public');
  expect(theirs.url()).toContain(audit);
  await theirs.getByRole('region', { name: 'Evidence you asked for' }).getByText('Which table counts the claims').waitFor();
  const { releases } = await (await theirs.request.get(address(`/api/dossiers/${audit}/contested`))).json();
  const to = releases.find(({ isOurs }: { isOurs: boolean }) => !isOurs).publication;
  for (const element of ['8.1.c', '5.5'])
    await theirs.request.post(address(`/api/dossiers/${audit}/statements`), {
      data: { kind: 'request', to, element, text: `Show us what ${element} rests on.` },
    });

  const [ours, dossier] = await as('government');
  await ours.goto(contested(dossier));
  await ours.getByRole('button', { name: /^Answer Aruna Child Rights Watch on Article 8\(1\)\(c\)$/ }).click();
  const answer = ours.getByRole('dialog', { name: 'Answer in public' });
  // Pieces cited for the element come first; the others are found by their titles.
  await answer.getByText('Cited for Article 8(1)(c)').waitFor();
  await answer.getByRole('searchbox', { name: 'Find by title' }).fill('legal aid');
  expect(await answer.getByRole('checkbox', { name: /^Penal Code/ }).count()).toBe(0);
  await answer.getByRole('checkbox', { name: /^Legal Aid Act 2016/ }).click();
  await say(ours, 'Answer in public');
  await ours.getByRole('button', { name: /^Answer again, to Aruna Child Rights Watch on Article 8\(1\)\(c\)$/ }).click();
  await answer.getByText('Your organisation has shown evidence on this already, and that stands.').waitFor();
  expect(await answer.getByRole('radio').count()).toBe(0);
  await answer.getByRole('button', { name: 'Cancel' }).click();
  await ours.getByRole('button', { name: /^Answer Aruna Child Rights Watch on Article 5\(5\)$/ }).click();
  await answer.getByRole('radio', { name: 'Proceedings are pending' }).click();
  await expectAccessible(ours, 'answer', { only: '[role=dialog]' });
  await say(ours, 'Answer in public');

  const anyone = await openPage(browser, { javaScriptEnabled: false });
  await anyone.goto(address('/public/states/XAA'));
  const asked = anyone.getByRole('table', { name: 'Evidence that organisations asked each other for' });
  const row = (element: string) => asked.getByRole('row').filter({ has: anyone.getByRole('rowheader', { name: element, exact: true }) });
  await row('Article 8(1)(c)').getByText('Evidence shown on the day it was asked for').waitFor();
  await row('Article 5(5)').getByText('Declined, with a ground, on the day it was asked').waitFor();
  await row('Article 9(4)').getByText('No answer yet; asked today').waitFor();
  await row('Article 8(1)(e)')
    .getByText(/^No answer for \d+ days$/)
    .waitFor();
  await row('Article 5(5)').getByRole('link').click();
  await anyone.getByText('Proceedings are pending.').waitFor();
  for (const page of [ours, theirs, anyone]) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
}, 60_000);

test('on a phone in Arabic what is contested fits, and is accessible in the dark', async () => {
  const [page, dossier] = await as('government', { language: 'ar', viewport: { width: 375, height: 800 }, colorScheme: 'dark' });
  await page.goto(contested(dossier));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectNoSidewaysScroll(page, 'contested');
  await expectAccessible(page, 'contested');
  expect(page.faults).toEqual([]);
  await page.context().close();
});
