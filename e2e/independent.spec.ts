// An NGO's own path: an independent dossier on any State Party in a few steps, what is published beside it, and findings in an auditor's words.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function choose(page: Page, typed: string, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'State' }).fill(typed);
  await page.getByRole('option', { name }).click();
}

test('a lead auditor opens a dossier on a State, sees what its government published, and records a finding', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'lead@ngo.example');
  await page.goto(address('/dossiers'));
  await page.getByRole('button', { name: 'Open an independent dossier' }).click();

  // A State that only signed: why not, and what can be done.
  await choose(page, 'singap', /^Singapore/);
  await page.getByText('Singapore has signed the Protocol but is not a party.').waitFor();
  await page.getByRole('link', { name: 'See Singapore' }).waitFor();
  expect(await page.getByRole('button', { name: 'Open the dossier' }).isDisabled()).toBe(true);

  await choose(page, 'aruna', /Aruna$/);
  const published = page.getByRole('region', { name: /^Published about .*Aruna/ });
  await published.getByRole('link', { name: 'Government of Aruna' }).waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Audited from outside');
  await page.getByRole('combobox', { name: 'Team' }).press('ArrowDown');
  await page.getByRole('option', { name: /^Auditor \(Auditor\)/ }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await expectAccessible(page, 'open');
  await page.getByRole('button', { name: 'Open the dossier' }).click();

  await page.getByText('Audited from outside').first().waitFor();
  await page.getByText('Initial report due').first().waitFor();
  const government = published.getByRole('link', { name: 'Government of Aruna' });
  await government.waitFor();
  expect((await page.request.get(address(String(await government.getAttribute('href'))))).status()).toBe(200);
  expect((await page.request.get(address(String(await published.getByRole('link', { name: /^Side by side/ }).getAttribute('href'))))).status()).toBe(200);

  await page.goto(`${page.url()}/obligations/8.4`);
  await page.getByRole('region', { name: 'Who answers for it' }).getByText('Auditor').first().waitFor();
  await page.getByRole('button', { name: 'Record a finding' }).click();
  await page
    .getByRole('radiogroup', { name: 'In law' })
    .getByRole('radio', { name: /^Partially compliant/ })
    .check();
  await page.getByLabel('Say how you know').fill('The Act trains the police alone.');
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.getByRole('heading', { name: 'The finding that counts' }).first().waitFor();
  await page.getByRole('link', { name: 'Alternative report', exact: true }).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test('the words are a focal point’s in a government, and follow the account in Arabic on a phone', async () => {
  const page = await openPage(browser, { language: 'ar', viewport: { width: 375, height: 800 } });
  await signInAs(page, 'lead@ngo.example');
  await page.goto(address('/dossiers/open?iso3=XAA'));
  await page.getByRole('heading', { level: 1, name: 'فتح ملف مستقل' }).waitFor();
  await page.getByRole('link', { name: 'Government of Aruna' }).waitFor();
  await expectNoSidewaysScroll(page, 'open');
  await page.context().close();
  const government = await openPage(browser);
  await signInAs(government, 'lead@government.example');
  await government.goto(address('/account'));
  await government.getByText('Focal point', { exact: true }).first().waitFor();
  await government.context().close();
});

test('a coalition: asked in, accepted, a finding given for its organisation, left; the finding stays, attributed', async () => {
  const host = await openPage(browser);
  await signInAs(host, 'lead@ngo.example');
  const opened = await host.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: 'Audited together' } });
  const { id } = (await opened.json()) as { id: string };
  await host.goto(address(`/dossiers/${id}`));
  await host.getByRole('navigation', { name: 'Parts of the dossier' }).getByRole('link', { name: 'Coalition' }).click();
  await host.getByLabel('Name of the organisation').fill('Government of Aruna');
  await host.getByRole('button', { name: 'Ask it in' }).click();
  await host.getByText('No NGO or human rights institution here is called this.').waitFor();
  await host.getByLabel('Name of the organisation').fill('Human Rights Commission of Aruna');
  await host.getByRole('button', { name: 'Ask it in' }).click();
  const members = host.getByRole('list', { name: 'Organisations of the coalition' });
  await members.getByText('not answered yet').waitFor();
  await expectAccessible(host, 'coalition');
  await host.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(host, 'coalition');

  const guest = await openPage(browser);
  await signInAs(guest, 'lead@nhri.example');
  await guest.goto(address('/news'));
  await guest
    .getByRole('link', { name: 'Aruna Child Rights Watch asks your organisation into the dossier “Audited together”, Republic of Aruna' })
    .press('Enter');
  const shared = guest.getByRole('region', { name: 'In coalition with others' });
  const asked = shared.getByRole('listitem').filter({ hasText: 'Audited together' });
  await asked.getByRole('button', { name: 'Accept' }).click();
  await asked.getByRole('link', { name: 'Audited together' }).click();
  await guest.getByText('A dossier of Aruna Child Rights Watch: you work here as a guest').waitFor();
  await guest.goto(address(`/dossiers/${id}/obligations/8.4?assess=true`));
  // The provisions of laws are read here; the table of them is the host's.
  await guest.getByText('No provision of a national law is entered for this element.').waitFor();
  expect(await guest.getByRole('link', { name: 'Enter one' }).count()).toBe(0);
  await guest
    .getByRole('radiogroup', { name: 'In law' })
    .getByRole('radio', { name: /^Non-compliant/ })
    .check();
  await guest.getByLabel('Say how you know').fill('No regulation follows the Act.');
  await guest.getByRole('button', { name: 'Submit for review' }).click();
  await guest.getByRole('heading', { name: 'The finding that counts' }).first().waitFor();
  const given = await guest.request.post(address(`/api/dossiers/${id}/evidence`), {
    data: { kind: 'report', title: 'Monitoring report', originator: 'Commission' },
  });
  const { id: piece } = (await given.json()) as { id: string };
  await guest.goto(address(`/dossiers/${id}/evidence/${piece}`));
  await guest
    .getByLabel('Choose files')
    .last()
    .setInputFiles({ name: 'monitoring.txt', mimeType: 'text/plain', buffer: Buffer.from('Seen in three provinces.') });
  await guest.getByRole('row', { name: /monitoring\.txt/ }).waitFor();
  await guest.goto(address(`/dossiers/${id}/coalition`));
  await guest.getByText(/1 finding/).waitFor();
  await expectAccessible(guest, 'guest');
  await guest.getByRole('button', { name: 'Leave the coalition' }).click();
  await guest.getByRole('button', { name: 'Leave', exact: true }).click();
  await guest.getByRole('heading', { level: 1, name: /dossier/i }).waitFor();
  expect(guest.faults).toEqual([]);
  await guest.goto(address(`/dossiers/${id}`));
  await guest.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();

  await host.reload();
  await members.getByText(/^left on/).waitFor();
  await members.getByText('1 finding').waitFor();
  await host.goto(address(`/dossiers/${id}/obligations/8.4`));
  await host
    .getByText(/by Commissioner for children, Human Rights Commission of Aruna/)
    .first()
    .waitFor();
  await host.goto(address(`/dossiers/${id}/evidence/${piece}`));
  await host.getByRole('row', { name: /monitoring\.txt.*Commissioner for children \(Human Rights Commission of Aruna\)/ }).waitFor();
  expect(host.faults).toEqual([]);
  await Promise.all([host.context().close(), guest.context().close()]);
});
