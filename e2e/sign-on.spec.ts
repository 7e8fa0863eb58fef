// The sign-in of an organisation in the browser, against a real OpenID provider: set up, link, come in; and what an organisation asks for.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clientId, clientSecret, realProvider } from '../apps/api/test/oidc.ts';
import { eventually, expectAccessible, expectNoSidewaysScroll, launch, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The return address is that of PUBLIC_URL, and the cookie of the step belongs to its host. */
const address = (path: string) => `${String(process.env['SERVANDA_URL']).replace('127.0.0.1', 'localhost')}${path}`;
const lead = 'lead@neighbour.example';

async function signIn(page: Page) {
  const answer = await page.request.post(address('/api/session'), { data: { email: lead, password: 'pacta-sunt-servanda' } });
  expect(answer.status()).toBe(200);
  return (await answer.json()).organisation.id as string;
}

test('a lead names the provider, links the own account, and comes in by it', async () => {
  const page = await openPage(browser);
  const organisation = await signIn(page);
  const provider = await realProvider([address(`/sign-on/${organisation}`)]);
  provider.state.login = { sub: 'lead-of-belmora' };
  try {
    await page.goto(address('/account'));
    await page.getByRole('link', { name: /How the members of .* sign in/ }).click();
    await page.getByRole('heading', { name: 'How members sign in' }).waitFor();
    // The page that follows begins at its top a moment after it stands.
    await eventually(() => page.evaluate(() => window.scrollY), 0);
    await expectAccessible(page);
    expect(await page.getByRole('status', { name: 'Return address' }).textContent()).toBe(address(`/sign-on/${organisation}`));
    await page.getByLabel('Sign-in name').fill('belmora');
    await page.getByLabel('Issuer').fill('https://nobody.invalid');
    await page.getByLabel('Client id').fill(clientId);
    await page.getByLabel('Client secret').fill(clientSecret);
    await page.getByRole('button', { name: 'Keep the provider' }).click();
    await page.getByText('No OpenID Connect provider of this name answers').waitFor();
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByRole('button', { name: 'Keep the provider' }).click();
    await page.getByText('The provider answers and is kept.').first().waitFor();
    await page.getByText('Link your own account first').waitFor();

    await page.goto(address('/account'));
    await page.getByRole('button', { name: /^Link to the sign-in of/ }).click();
    await page.getByRole('button', { name: 'Take the link back' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.waitForURL(/\/sign-in/);

    await page.getByRole('button', { name: 'Go through my organisation' }).click();
    await expectAccessible(page);
    await page.getByLabel('Sign-in name of the organisation').fill('nobody-here');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Sign-in name of the organisation').fill('belmora');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(/\/dossiers$/);
    expect(page.url()).not.toContain('code=');

    // A link of the organisation's own opens the way at once.
    const other = await openPage(browser);
    await other.goto(address('/sign-in?with=belmora'));
    expect(await other.getByLabel('Sign-in name of the organisation').inputValue()).toBe('belmora');

    // The provider does not know this person as anybody's.
    provider.state.login = { sub: 'a-stranger' };
    await other.getByRole('button', { name: 'Go on' }).click();
    await other.getByRole('alert').getByText('did not let you in').waitFor();
    await expectAccessible(other);
    expect([...page.faults, ...other.faults]).toEqual([]);
  } finally {
    await provider.stop();
  }
});

test('an organisation that asks for a second factor leads its members to set one up', async () => {
  const page = await openPage(browser, { viewport: { width: 375, height: 800 } });
  await signIn(page);
  // As the gate tells it once the day has come.
  await page.route('**/api/session', async (route) => {
    const answer = await route.fetch();
    const session = await answer.json();
    session.secondFactor = { has: false, requiredFrom: '2026-01-01T00:00:00Z', isMissing: true };
    return route.fulfill({ response: answer, json: session });
  });
  await page.goto(address('/dossiers'));
  await page.waitForURL(/\/account$/);
  await page.getByText('asks for a second factor. Until you have set one up').waitFor();
  await page.getByRole('button', { name: 'Set up an authenticator' }).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  expect(page.faults).toEqual([]);
});
