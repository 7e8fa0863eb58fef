// Second factors in the browser: an authenticator, recovery codes and passkeys, as a person sets them up and signs in by them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, launch, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

// The other stories sign the same people in by their passwords alone.
afterAll(async () => {
  const db = new pg.Client({ connectionString: process.env['SERVANDA_ADMIN_URL'] });
  await db.connect();
  for (const table of ['recovery_code', 'totp', 'passkey'])
    await db.query(`DELETE FROM ${table} WHERE person_id IN (SELECT id FROM person WHERE email LIKE '%@government.example')`);
  await db.end();
});

/** Passkeys belong to a host name, which an address of digits is not. */
const address = (path: string) => `${String(process.env['SERVANDA_URL']).replace('127.0.0.1', 'localhost')}${path}`;
const password = 'pacta-sunt-servanda';
const codeOf = (secret: string, steps = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

async function typePassword(page: Page, email: string) {
  await page.goto(address('/sign-in'));
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
const isInside = (page: Page) => page.waitForURL(/\/dossiers$/);
async function signOut(page: Page) {
  await page.goto(address('/account'));
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL(/\/sign-in/);
}

/** Chromium's own software authenticator: present, and verified without asking anybody. */
async function plugInKey(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test('set up an authenticator, sign in with a code, then with a recovery code', async () => {
  const page = await openPage(browser);
  await typePassword(page, 'reviewer@government.example');
  await isInside(page);
  await page.goto(address('/account'));
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  const dialog = page.getByRole('dialog', { name: 'Authenticator' });
  await dialog.getByRole('img', { name: /QR code/ }).waitFor();
  await expectAccessible(page);
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  const field = dialog.getByLabel('Code of the authenticator');
  await field.fill('000000');
  await dialog.getByRole('button', { name: 'Keep the authenticator' }).click();
  await dialog.getByRole('alert').getByText('The code or key was not accepted').waitFor();
  await field.fill(codeOf(secret, -1));
  await dialog.getByRole('button', { name: 'Keep the authenticator' }).click();

  const sheet = page.getByRole('dialog', { name: 'Recovery codes' });
  await sheet.waitFor();
  const codes = await sheet.getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  // The sheet cannot be lost by a slip: it closes only when one says that the codes are kept.
  await page.keyboard.press('Escape');
  expect(await sheet.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
  const saving = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save as a file' }).click();
  expect((await saving).suggestedFilename()).toBe('servanda-recovery-codes.txt');
  await sheet.getByLabel('I have kept the codes in a safe place').check();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByText('10 codes left').waitFor();
  await expectAccessible(page);
  await signOut(page);

  await typePassword(page, 'reviewer@government.example');
  await page.getByRole('heading', { name: 'Second step' }).waitFor();
  await expectAccessible(page);
  const code = page.getByLabel('Code of the authenticator');
  await code.fill('123');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await code.fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await isInside(page);
  await signOut(page);

  await typePassword(page, 'reviewer@government.example');
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill((codes[0] ?? '').toLowerCase());
  await page.getByRole('button', { name: 'Go on' }).click();
  await isInside(page);
  await page.goto(address('/account'));
  await page.getByText('9 codes left').waitFor();
  expect(page.faults).toEqual([]);
});

test('add a passkey, sign in by it alone and as the second step, rename it, and take it away', async () => {
  const page = await openPage(browser);
  await plugInKey(page);
  await typePassword(page, 'viewer@government.example');
  await isInside(page);
  await page.goto(address('/account'));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Office laptop');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByLabel('I have kept the codes in a safe place').check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('heading', { name: 'Office laptop' }).waitFor();
  await signOut(page);

  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await isInside(page);
  await signOut(page);

  await typePassword(page, 'viewer@government.example');
  await page.getByRole('heading', { name: 'Second step' }).waitFor();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await isInside(page);

  await page.goto(address('/account'));
  await page.getByRole('button', { name: 'Rename “Office laptop”' }).click();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: 'Name', exact: true }) });
  await row.getByRole('textbox').fill('Key in the safe');
  await row.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Key in the safe' }).waitFor();
  await page.getByRole('button', { name: 'Remove “Key in the safe”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('No passkey yet.').waitFor();
  expect(page.faults).toEqual([]);
});

test('an act that needs a fresh proof asks for it in a dialog and goes on; closing it leaves everything as it was', async () => {
  const page = await openPage(browser);
  await plugInKey(page);
  await typePassword(page, 'contributor@government.example');
  await isInside(page);
  await page.goto(address('/account'));
  // The server's answer of five minutes later, three times; the acts themselves are the real ones.
  let refused = 0;
  await page.route('**/api/account/passkeys/challenge', async (route) => {
    if (refused++ > 2) return route.continue();
    const problem = { type: 'urn:servanda:problem:confirm_identity', title: 'x', status: 403, detail: 'x', code: 'confirm_identity', requestId: 'x' };
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const below = page.getByRole('dialog', { name: 'Add a passkey' });
  await below.getByLabel('Name').fill('Office laptop');
  await below.getByRole('button', { name: 'Make the passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Confirm who you are' });
  await dialog.getByRole('textbox', { name: 'Password' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await below.getByRole('alert').getByText('Confirm who you are first').waitFor();
  expect(await below.getByLabel('Name').inputValue()).toBe('Office laptop');

  await below.getByRole('button', { name: 'Make the passkey' }).click();
  await dialog.getByRole('textbox', { name: 'Password' }).fill('not this one');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  // The third refusal: one proof is asked for once, then the refusal stands.
  await below.getByRole('alert').getByText('Confirm who you are first').waitFor();
  await below.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByRole('dialog', { name: 'Recovery codes' }).waitFor();
  expect(page.faults).toEqual([]);
});

test('fits a phone and reads from right to left', async () => {
  const page = await openPage(browser, { language: 'ar', viewport: { width: 375, height: 800 } });
  await page.goto(address('/sign-in'));
  await page.getByRole('button', { name: 'استخدام مفتاح مرور' }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
