import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, eventually, expectAccessible, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let dossier: string;
beforeAll(async () => {
  browser = await launch();
  // A dossier of the test's own, so that the demonstration world stays as the other suites know it.
  const page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  const opened = await page.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: 'Judged in the browser' } });
  dossier = ((await opened.json()) as { id: string }).id;
  await page.request.post(address(`/api/dossiers/${dossier}/evidence`), { data: { kind: 'law', title: 'Witness Protection Act', originator: 'Parliament' } });
});
afterAll(() => browser.close());

const at = (code: string, more = '') => address(`/dossiers/${dossier}/obligations/${code}${more}`);
async function open(email: string, code: string, more = ''): Promise<Page & { faults: string[] }> {
  const page = await openPage(browser);
  await signInAs(page, email);
  await page.goto(at(code, more));
  return page;
}
const verdict = (page: Page, lane: 'In law' | 'In practice', name: string) =>
  page.getByRole('radiogroup', { name: lane }).getByRole('radio', { name: new RegExp(`^${name}`) });

test('what is typed survives a reload; submitted, it awaits another person, who accepts it; the history says so', async () => {
  const author = await open('contributor@government.example', '8.4', '?assess=true');
  await verdict(author, 'In law', 'Compliant').check();
  await author.getByLabel('Say how you know').fill('Section 12 of the Act obliges every service to train its staff.');
  await author.reload();
  expect(await author.getByLabel('Say how you know').inputValue()).toContain('Section 12');
  await author.getByText('An unfinished judgement of yours was found on this device').waitFor();
  await author.getByText('will count as claimed, not evidenced').first().waitFor();
  await expectAccessible(author);
  await author.getByRole('button', { name: 'Submit for review' }).click();
  await author.getByText('Submitted for review').first().waitFor();
  const reviewer = await open('reviewer@government.example', '8.4');
  await reviewer.getByRole('button', { name: 'Accept', exact: true }).click();
  await reviewer.getByRole('button', { name: 'Accept it' }).click();
  await reviewer
    .getByText(/Accepted by Legal reviewer/)
    .first()
    .waitFor();
  expect([...author.faults, ...reviewer.faults]).toEqual([]);
});

test('the second of two writers reads both texts and loses nothing', async () => {
  const [first, second] = await Promise.all([
    open('contributor@government.example', '8.5', '?assess=true'),
    open('police@government.example', '8.5', '?assess=true'),
  ]);
  for (const [page, reasons] of [
    [first, 'The first writer’s reasons.'],
    [second, 'The second writer’s reasons.'],
  ] as const) {
    await verdict(page, 'In practice', 'Limited').check();
    await page.getByLabel('Say how you know').fill(reasons);
  }
  await first.getByRole('button', { name: 'Save as draft' }).click();
  await first.getByText('Draft saved').first().waitFor();
  await second.getByRole('button', { name: 'Save as draft' }).click();
  const notice = second.getByRole('heading', { name: /while you were writing/ });
  await notice.waitFor();
  // In sight, though the button stands at the foot of a long form.
  await eventually(() => notice.evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= window.innerHeight), true);
  await second.getByText('The first writer’s reasons.').first().waitFor();
  await second.getByText('The second writer’s reasons.').first().waitFor();
  await second.getByRole('button', { name: 'Keep mine on top of the newer' }).click();
  await second.getByRole('button', { name: 'Save as draft' }).click();
  await second.getByText('Draft saved').first().waitFor();
});

test('a viewer sees the act, disabled, with its reason', async () => {
  const viewer = await open('viewer@government.example', '8.4');
  const act = viewer.getByRole('button', { name: /^Assess/ }).first();
  await act.waitFor();
  expect((await act.getAttribute('aria-disabled')) ?? (await act.getAttribute('disabled'))).not.toBeNull();
});

test('reasons that may identify somebody are kept as a draft, and submitted only once that was confirmed', async () => {
  const author = await open('contributor@government.example', '9.3', '?assess=true');
  await verdict(author, 'In law', 'Compliant').check();
  await author.getByLabel('Say how you know').fill('The girl Zorana Quill was heard in camera.');
  await author.getByText('Could this identify a child?').waitFor();
  await author.getByRole('button', { name: 'Save as draft' }).click();
  await author.getByRole('button', { name: 'Submit', exact: true }).click();
  await author.getByRole('button', { name: 'Submit it' }).click();
  const question = author.getByRole('dialog', { name: 'Could these words identify somebody?' });
  await question.getByText('girl Zorana Quill', { exact: true }).waitFor();
  await expectAccessible(author);
  await question.getByRole('checkbox').check();
  await question.getByRole('button', { name: 'Confirm and save' }).click();
  await author.getByText('Submitted for review').first().waitFor();
  expect(author.faults).toEqual([]);
});
