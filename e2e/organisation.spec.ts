// An organisation at work: people asked in and changed, elements given and handed over, a key, two organisations of one person, the operator.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function as(email: string, path: string): Promise<Page & { faults: string[] }> {
  const page = await openPage(browser);
  await signInAs(page, email);
  await page.goto(address(path));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

test('a lead pastes a list, mends what is wrong in it, and sees what became of each line', async () => {
  const page = await as('lead@ngo.example', '/organisation/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite members' });
  await dialog.getByLabel('Addresses').fill('fresh@ngo.example, reviewer\nnobody\nauditor@ngo.example');
  await dialog.getByText('is no e-mail address').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Mend 1 line first' }).click();
  await dialog.getByLabel('Addresses').fill('fresh@ngo.example, reviewer\nauditor@ngo.example');
  await dialog.getByRole('button', { name: 'Send 2 invitations' }).click();
  await dialog.getByText('is a member already; nothing was sent').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await row(page, /fresh@ngo\.example/).waitFor();
  await page.getByRole('button', { name: 'Send again to fresh@ngo.example' }).click();
  await page.getByText('Sent again to fresh@ngo.example.').first().waitFor();
  await page.getByRole('button', { name: 'Take back the invitation of fresh@ngo.example' }).click();
  await page.getByText('No invitation is open.').waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('a role is changed; the last lead is told why not', async () => {
  const page = await as('lead@ngo.example', '/organisation/members');
  const auditor = page.getByRole('dialog', { name: 'Change Auditor' });
  for (const role of ['Reviewing auditor', 'Auditor']) {
    await page.getByRole('button', { name: 'Change Auditor' }).click();
    await auditor.getByLabel('Role').selectOption({ label: role });
    await auditor.getByRole('button', { name: 'Save' }).click();
    await row(page, new RegExp(`Auditor auditor@ngo.example ${role}`)).waitFor();
  }
  await page.getByRole('button', { name: 'Change Lead auditor' }).click();
  const me = page.getByRole('dialog', { name: 'Change Lead auditor' });
  await me.getByLabel('Role').selectOption({ label: 'Observer' });
  await me.getByRole('button', { name: 'Save' }).click();
  await me.getByText('An organisation keeps at least one lead auditor. Name another one first.').waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('one person goes on in the other organisation, on the same kind of page, and sees which it is', async () => {
  const page = await as('expert@nhri.example', '/organisation/members');
  await page.getByText('You are working for Human Rights Commission of Aruna, as auditor.').waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: /^Aruna Child Rights Watch/ }).click();
  await page.getByText('You are working for Aruna Child Rights Watch, as observer.').waitFor();
  await row(page, /Lead auditor/).waitFor();
  expect(page.url()).toMatch(/\/organisation\/members$/);
  expect(await row(page, /Commissioner for children/).count()).toBe(0);
  await expectAccessible(page);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('elements chosen on the checklist are given at once; whoever is removed hands them over, and the brief tells the successor', async () => {
  const page = await as('lead@ngo.example', '/dossiers');
  const id = await firstDossier(page);
  await page.goto(address(`/dossiers/${id}/checklist`));
  await page.getByRole('checkbox', { name: 'Choose Article 10(1), first sentence' }).check();
  await page.getByRole('checkbox', { name: 'Choose Article 6(1)' }).check();
  const bar = page.getByRole('region', { name: 'Who answers for it' });
  await bar.getByText('2 elements chosen').waitFor();
  await bar.getByLabel('Person').selectOption({ label: 'Independent expert' });
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Give' }).click();
  await page.getByText('2 elements were given.').first().waitFor();
  await page.getByRole('link', { name: /Article 6\(1\)/ }).click();
  await page.getByRole('region', { name: 'Who answers for it' }).getByText('Independent expert').waitFor();
  await page.goto(address('/organisation/members'));
  await page.getByRole('button', { name: 'Change Independent expert' }).click();
  await page.getByRole('button', { name: 'Remove …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove Independent expert' });
  await dialog.getByLabel('Who takes over the elements?').selectOption({ label: 'Auditor' });
  await dialog.getByRole('button', { name: 'Remove Independent expert' }).click();
  await page.getByText('Independent expert was removed. 2 elements passed on.').first().waitFor();
  await page.getByRole('link', { name: 'Brief of Auditor' }).click();
  await page.getByRole('heading', { level: 1, name: 'Brief of Auditor' }).waitFor();
  await page
    .getByText(/from Independent expert/)
    .first()
    .waitFor();
  await expectAccessible(page);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('a key is shown once, reads, and is refused once revoked', async () => {
  const page = await as('lead@ngo.example', '/organisation/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Walked program');
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  await dialog.getByRole('button', { name: 'I have copied it' }).waitFor();
  await expectAccessible(page);
  const token = /servanda_[\w-]{43}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  const asked = async () => (await fetch(address('/api/dossiers'), { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await asked()).toBe(200);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await row(page, /Walked program/).waitFor();
  expect(await page.content()).not.toContain(token);
  await page.getByRole('button', { name: 'Revoke Walked program' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke Walked program' }).click();
  await page.getByText('Walked program was revoked.').first().waitFor();
  expect(await asked()).toBe(401);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('the operator founds an organisation, suspends it and brings it back, and sees counts', async () => {
  const page = await as('operator@servanda.example', '/operator');
  await page.getByRole('button', { name: 'Found an organisation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Found an organisation' });
  await dialog.getByLabel('Name').fill('Walked institute');
  await dialog.getByLabel('Address of the first lead').fill('first@walked.example');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Found and invite' }).click();
  await row(page, /Walked institute .* Waits for its first lead/).waitFor();
  await page.getByRole('button', { name: 'Suspend Walked institute' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend Walked institute' }).click();
  await row(page, /Walked institute .* Suspended since/).waitFor();
  await page.getByRole('button', { name: 'Reinstate Walked institute' }).click();
  await row(page, /Walked institute .* Waits/).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test.each([
  ['light and wide', { viewport: { width: 1440, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['Arabic', { viewport: { width: 1280, height: 900 }, language: 'ar' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as const)(
  'the pages of the organisation and of the instance, %s',
  async (_, options) => {
    const walks = {
      'lead@government.example': ['members', 'bodies', 'keys', 'settings'].map((part) => `/organisation/${part}`).concat('/brief'),
      'operator@servanda.example': ['/operator', '/operator/instance'],
    };
    for (const [email, paths] of Object.entries(walks)) {
      const page = await openPage(browser, options);
      await signInAs(page, email);
      for (const path of paths) {
        await page.goto(address(path));
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        expect([path, ...page.faults]).toEqual([path]);
      }
      await page.context().close();
    }
  },
  180_000,
);
