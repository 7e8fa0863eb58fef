// Watching in the browser: a State is followed, what another organisation publishes on it is news, letters are chosen and stopped.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { address, eventually, expectAccessible, expectNoSidewaysScroll, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Publishes Article 9 of the oldest dossier of somebody, by the doors, and can take it back; publishing itself has its own story. */
async function publishAs(page: Page, email: string, note: string): Promise<{ number: number; dossier: string; withdraw: () => Promise<void> }> {
  await signInAs(page, email);
  const dossier = await firstDossier(page);
  const at = address(`/api/dossiers/${dossier}/publications`);
  const choice = { parts: { articles: [9], reasons: false, evidence: false, files: false }, language: 'en', note, erratumOf: null, decisions: [] };
  const look = async (data: object) => (await page.request.post(`${at}/preview`, { data })).json();
  const { findings } = await look(choice);
  const decided = { ...choice, decisions: findings.map(({ key }: { key: string }) => ({ key, decision: 'leave_out' })) };
  const published = await page.request.post(at, { data: { choice: decided, preview: (await look(decided)).sha256 } });
  expect(published.status()).toBe(201);
  const { number, id } = await published.json();
  const withdraw = async () => expect((await page.request.post(`${at}/${id}/withdrawal`, { data: { reason: 'The story is told' } })).status()).toBe(200);
  return { number, dossier, withdraw };
}

/** Where the link that stops them leads in the newest letter of news to an address, within this instance; nothing as long as there is none. */
async function stopLink(page: Page, to: string): Promise<string> {
  const answer = await page.request.get(address('/api/outbox'));
  const { letters } = (await answer.json()) as { letters: { to: string; letter: string; text: string }[] };
  const text = letters.find((one) => one.to === to && one.letter === 'newsDigest')?.text ?? '';
  return /https?:\/\/[^/\s]+(\/letters\/stop#\S+)/.exec(text)?.[1] ?? '';
}

test('a State is followed from its page; what is published on it comes as news, is read, and is followed no longer', async () => {
  const page = await openPage(browser);
  await signInAs(page, 'police@government.example');
  await page.goto(address('/news'));
  await page.getByText('You follow nothing yet.').waitFor();
  await page.goto(address('/states/XAA'));
  await page.getByRole('button', { name: 'Follow: Republic of Aruna' }).click();
  await page.getByRole('button', { name: 'Following: Republic of Aruna' }).waitFor();

  const letters = { every: 'immediate', timeZone: 'UTC' };
  expect((await page.request.put(address('/api/account/digest'), { data: letters })).status()).toBe(200);

  // It is told once it is committed, which no page is told of. What this story published does not stay for others.
  const other = await openPage(browser);
  const { number, dossier, withdraw } = await publishAs(other, 'lead@ngo.example', 'For those who follow');
  await withdraw();
  await other.context().close();
  await eventually(async () => (await (await page.request.get(address('/api/account/news'))).json()).total, 2);
  await page.goto(address('/news'));
  const told = (act: string) =>
    page.getByRole('list', { name: 'News' }).getByRole('link', { name: `Aruna Child Rights Watch ${act} release ${number} on Republic of Aruna` });
  await told('withdrew').waitFor();
  await page.getByRole('link', { name: /^News .*2 unread$/ }).waitFor();
  await expectAccessible(page, 'news');
  expect(await told('published').getAttribute('href')).toMatch(/^\/public\/publications\//);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await page.getByRole('status').getByText('0 unread').waitFor();

  // A letter went out at once. Who has it stops these letters by its link, signed in or not.
  await eventually(async () => (await stopLink(page, 'police@government.example')) !== '', true);
  const reader = await openPage(browser);
  await reader.goto(address(await stopLink(page, 'police@government.example')));
  await reader.getByRole('button', { name: 'Stop these letters' }).click();
  await reader.getByText('No more of these letters will be sent.').first().waitFor();
  expect((await (await page.request.get(address('/api/account/following'))).json()).digest.every).toBe('off');
  expect(reader.faults).toEqual([]);
  await reader.context().close();

  await page.getByRole('link', { name: 'What you follow' }).click();
  await page.getByRole('heading', { level: 1, name: 'What you follow' }).waitFor();
  await page.getByRole('radio', { name: /^On Monday morning/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your choice of letters is saved').first().waitFor();
  // The keyboard stays where it was, though the button waited; and near it where its row has gone.
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await eventually(focused, 'Save');
  await expectAccessible(page, 'following');
  await page.getByRole('button', { name: 'Follow no longer: Republic of Aruna' }).click();
  await page.getByText('You follow nothing yet.').waitFor();
  await eventually(focused, 'What you follow');

  // From a public page, which knows nobody, the way leads back here.
  await page.goto(address('/public/states/XAA/obligations/8.1'));
  await page.getByRole('link', { name: 'Follow in Servanda' }).click();
  await page.getByRole('button', { name: /^Follow: Article 8\(1\)\(e\)/ }).click();
  await page.getByRole('button', { name: /^Following: Article 8\(1\)\(e\)/ }).waitFor();

  // A dossier that is another's and not published is as unknown as one that is not there.
  const others = await openPage(browser);
  await signInAs(others, 'lead@nhri.example');
  const { id } = await (await others.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: 'Not for others yet' } })).json();
  await others.context().close();
  await page.goto(address(`/follow?dossier=${id}`));
  await page.getByText('There is nothing to follow at this address.').waitFor();
  expect(await page.getByRole('button', { name: /^Follow/ }).count()).toBe(0);
  await page.goto(address(`/follow?dossier=${dossier}`));
  await page.getByRole('button', { name: /^Follow/ }).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
}, 60_000);

test('on a phone, in Arabic: news and what is followed fit, and a link that is not ours stops nothing', async () => {
  const page = await openPage(browser, { language: 'ar', viewport: { width: 375, height: 812 } });
  await signInAs(page, 'police@government.example');
  for (const path of ['/news', '/news/following']) {
    await page.goto(address(path));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, path);
  }
  await page.goto(address('/letters/stop#token=not-ours'));
  await page.getByRole('button', { name: 'إيقاف هذه الرسائل' }).click();
  await page.getByRole('alert').waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
}, 60_000);
