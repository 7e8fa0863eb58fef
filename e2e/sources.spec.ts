// Who told, in the browser: written down, opened, revised, a reader named and taken back, erased; a colleague sees no trace of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let [writer, colleague]: (Page & { faults: string[] })[] = [];
let piece: string;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const told = `Ms Heron ${Date.now()}`;
const part = (page: Page) => page.getByRole('region', { name: 'Sources', exact: true });
const press = (page: Page, name: string) =>
  part(page)
    .getByRole('button', { name: name.startsWith('^') ? new RegExp(name) : name })
    .click();

test('a source is kept for those who are named, and nobody else sees that it is there; what the journal tells is said beforehand', async () => {
  [writer, colleague] = await Promise.all([openPage(browser), openPage(browser)]);
  if (!writer || !colleague) throw new Error('no pages');
  await Promise.all([signInAs(writer, 'auditor@ngo.example'), signInAs(colleague, 'lead@ngo.example')]);
  const id = await firstDossier(writer);
  const added = await writer.request.post(address(`/api/dossiers/${id}/evidence`), { data: { kind: 'report', title: `Testimony ${told}`, originator: 'NGO' } });
  piece = address(`/dossiers/${id}/evidence/${(await added.json()).id}`);

  await writer.goto(piece);
  await part(writer).getByText('leads and reviewers see in the journal who wrote a source down').waitFor();
  await press(writer, 'Write a source down');
  const form = writer.getByRole('dialog', { name: 'Write a source down' });
  await form.getByRole('textbox', { name: /^Name of the person/ }).fill(told);
  await form.getByRole('textbox', { name: /^Note/ }).fill('Said so in March.');
  await form.getByRole('checkbox', { name: 'Be contacted again' }).check();
  await expectAccessible(writer, 'form');
  await form.getByRole('button', { name: 'Seal and keep' }).click();
  await part(writer).getByText('Only you read it. If you left, nobody could.').waitFor();
  expect(await writer.content()).not.toContain('Said so in March.');

  await colleague.goto(piece);
  await part(colleague).getByText('There is no source here that you read.').waitFor();
  expect(await part(colleague).getByRole('listitem').count()).toBe(0);

  await press(writer, '^Open');
  await part(writer).getByText('Said so in March.').waitFor();
  await expectAccessible(writer, 'open');
  await press(writer, 'Write down anew');
  const anew = writer.getByRole('dialog', { name: 'What is known now' });
  await anew.getByRole('textbox', { name: /^Note/ }).fill('Said so in April.');
  await anew.getByRole('button', { name: 'Seal and keep' }).click();
  await anew.waitFor({ state: 'detached' });
  expect(await part(writer).getByText('Said so').count()).toBe(0);

  await press(writer, 'Name a reader');
  const naming = writer.getByRole('dialog', { name: 'Name a reader' });
  await naming.getByRole('combobox', { name: /^Member/ }).selectOption({ label: 'Lead auditor' });
  await naming.getByRole('button', { name: 'Name as reader' }).click();
  await part(writer).getByText('Lead auditor').waitFor();
  await colleague.reload();
  await press(colleague, '^Open');
  await part(colleague).getByText('Said so in April.').waitFor();
  await press(colleague, 'Open the revision before');
  await part(colleague).getByText('Said so in March.').waitFor();

  await press(writer, 'Take the reading of Lead auditor back');
  await part(writer).getByText('Lead auditor').waitFor({ state: 'detached' });
  await press(writer, '^Erase');
  const erasing = writer.getByRole('dialog', { name: 'Erase what is known of this source' });
  await erasing.getByRole('radio', { name: 'it puts somebody in danger' }).check();
  await erasing.getByRole('button', { name: 'Erase for good' }).click();
  await part(writer)
    .getByText(/^Erased .* by Auditor: it puts somebody in danger$/)
    .waitFor();
  await writer.setViewportSize({ width: 375, height: 800 });
  await expectNoSidewaysScroll(writer, 'narrow');
  expect([...writer.faults, ...colleague.faults]).toEqual([]);
});
