// One person's way through the own account, with the letters that a local instance shows instead of sending.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const email = 'desk.health@government.example';
const first = 'seven bridges over one river';
const second = 'nine lanterns under the old tree';
const third = 'eleven kites above a quiet harbour';

/** Where the link of the newest letter to an address leads, within this instance. */
async function linkTo(to: string, subject: RegExp): Promise<string> {
  const answer = await fetch(address('/api/outbox'));
  const { letters } = (await answer.json()) as { letters: { to: string; subject: string; text: string }[] };
  const text = letters.find((letter) => letter.to === to && subject.test(letter.subject))?.text ?? '';
  const link = new URL(/https?:\S+#\S+/.exec(text)?.[0] ?? 'http://none/');
  return link.pathname + link.hash;
}
async function typeIn(page: Page, password: string) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('invited, comes in, changes the password, ends another session, forgets the password and sets a new one', async () => {
  const lead = await openPage(browser);
  await signInAs(lead, 'lead@government.example');
  const asked = await lead.request.post(address('/api/organisation/invitations'), { data: { invitations: [{ email, role: 'contributor' }] } });
  expect(asked.status()).toBe(201);

  const page = await openPage(browser);
  const seen: string[] = [];
  page.on('request', (request) => seen.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
  const invitation = await linkTo(email, /invites you/);
  await page.goto(address(invitation));
  await page.getByText('Government of Aruna (Government)').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Name or post').fill('Desk officer, health');
  await page.getByLabel('Choose a password').fill('government.example');
  await page.getByText('Easy to guess').waitFor();
  await page.getByLabel('Choose a password').fill(first);
  await page.getByText('Hard to guess.').waitFor();
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL(/\/dossiers$/);
  // The secret behind the # went to no server and to no other page.
  const secret = invitation.split('#')[1] ?? 'none';
  expect(seen.filter((line) => line.includes(secret))).toEqual([]);

  await page.goto(address(invitation));
  await page.getByRole('alert').getByText('This link has been used').waitFor();

  const elsewhere = await openPage(browser, { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  await elsewhere.goto(address('/sign-in'));
  await typeIn(elsewhere, first);
  await elsewhere.waitForURL(/\/dossiers$/);

  await page.goto(address('/account'));
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('listitem').filter({ hasText: 'Firefox on Linux' }).getByRole('button', { name: 'End', exact: true }).click();
  await page.getByText('You are signed in nowhere else.').waitFor();
  await elsewhere.goto(address('/account'));
  await elsewhere.waitForURL(/\/sign-in/);
  await typeIn(elsewhere, first);
  await elsewhere.waitForURL(/\/account$/);

  await page.getByLabel('Current password').fill('not this one');
  await page.getByLabel('New password').fill(second);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('This is not your current password').waitFor();
  await page.getByLabel('Current password').fill(first);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('The password is changed.').first().waitFor();
  await elsewhere.reload();
  await elsewhere.waitForURL(/\/sign-in/);

  await elsewhere.getByRole('link', { name: 'Forgotten the password?' }).click();
  await elsewhere.getByRole('heading', { name: 'Set a new password' }).waitFor();
  await elsewhere.getByLabel('E-mail address').fill(email);
  await expectAccessible(elsewhere);
  await elsewhere.getByRole('button', { name: 'Send the letter' }).click();
  await elsewhere.getByText(`If ${email} has an account, a letter is on its way there.`).first().waitFor();
  await elsewhere.goto(address(await linkTo(email, /new password/)));
  await elsewhere.getByLabel('New password').fill(third);
  await expectAccessible(elsewhere);
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await elsewhere.getByText('every session has ended').first().waitFor();
  await page.goto(address('/account'));
  await page.waitForURL(/\/sign-in/);
  await typeIn(page, second);
  await page.getByText('The e-mail address or the password is not right.').first().waitFor();
  await typeIn(page, third);
  await page.waitForURL(/\/account$/);
  expect([page.faults, elsewhere.faults]).toEqual([[], []]);
});

test('another address is asked for with a proof of who one is, confirmed by one link, undone by the other', async () => {
  const [old, next] = ['auditor@ngo.example', 'new.auditor@ngo.example'];
  const page = await openPage(browser);
  await signInAs(page, old);
  await page.goto(address('/account'));
  await page.getByLabel('New address').fill(next);
  await page.getByRole('button', { name: 'Change the address' }).click();
  const letter = page.getByText(`A letter with a link is on its way to ${next}.`).first();
  await letter.waitFor();
  await page.goto(address(await linkTo(next, /Confirm this address/)));
  await page.getByRole('heading', { name: 'Confirm the new address' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm this address' }).click();
  await page.getByText(`From now on you sign in with ${next}.`).first().waitFor();
  await page.goto(address(await linkTo(old, /Another address/)));
  await page.getByRole('button', { name: 'Keep the old address' }).click();
  await page.getByText(`The account keeps ${old}`).first().waitFor();
  await page.goto(address('/account'));
  await page.waitForURL(/\/sign-in/);
  expect(page.faults).toEqual([]);
});

test('before a session ends unused, a notice says so, and one touch goes on', async () => {
  const page = await openPage(browser);
  await page.clock.install();
  await signInAs(page, 'viewer@government.example');
  await page.goto(address('/account'));
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  await page.clock.fastForward('57:00');
  const notice = page.getByRole('alert').filter({ hasText: 'minutes you are signed out' });
  await notice.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await notice.waitFor({ state: 'detached' });
});

test('every page of the account fits a phone, in each language', async () => {
  for (const language of ['en', 'fr', 'ar'] as const) {
    const page = await openPage(browser, { viewport: { width: 320, height: 720 }, language });
    for (const path of ['/reset', '/reset#none', '/invitation#none', '/address/confirm#none']) {
      await page.goto(address(path));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await signInAs(page, 'contributor@government.example');
    await page.goto(address('/account'));
    await page.locator('#sessions').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
});
