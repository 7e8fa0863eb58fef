// A hand that clicks twice, a line that loses the request, and one that loses the answer: one thing is made, and nothing typed is lost.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { address, eventually, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
let id: string;
beforeAll(async () => {
  browser = await launch();
  const page = await openPage(browser);
  await signInAs(page, 'lead@government.example');
  // A dossier of the test's own, so that the demonstration world stays as the other suites know it.
  const opened = await page.request.post(address('/api/dossiers'), { data: { iso3: 'XAA', title: `Clicked twice ${Date.now()}` } });
  id = ((await opened.json()) as { id: string }).id;
  await page.context().close();
});
afterAll(() => browser.close());

interface Story {
  page: Page & { faults: string[] };
  button: Locator;
  /** What was typed, as the form shows it now. */
  typed: () => Promise<string>;
  /** How many of the thing the service has kept. */
  kept: () => Promise<number>;
  done: () => Promise<void>;
  /** The doors by which it is kept. */
  at: string;
}
let written = 0;
const total = async (page: Page, path: string): Promise<number> => ((await (await page.request.get(address(path))).json()) as { total: number }).total;

const stories: [name: string, begin: () => Promise<Story>][] = [
  [
    'a piece of evidence',
    async () => {
      const title = `Circular ${Date.now()}-${++written}`;
      const page = await openPage(browser);
      await signInAs(page, 'contributor@government.example');
      await page.goto(address(`/dossiers/${id}/evidence?add=true`));
      const form = page.getByRole('dialog', { name: 'Add evidence' });
      await form.getByRole('radio', { name: 'Policy' }).check();
      await form.getByLabel('Title').fill(title);
      await form.getByLabel('Originator').fill('Ministry of Social Affairs');
      return {
        page,
        button: form.getByRole('button', { name: 'Add to the library' }),
        typed: () => form.getByLabel('Title').inputValue(),
        kept: () => total(page, `/api/dossiers/${id}/evidence?q=${encodeURIComponent(title)}`),
        done: () => page.getByRole('heading', { level: 1, name: title }).waitFor(),
        at: '**/api/dossiers/*/evidence',
      };
    },
  ],
  [
    'a judgement',
    async () => {
      const code = ['8.4', '8.5', '9.4'][written++ % 3] ?? '';
      const page = await openPage(browser);
      await signInAs(page, 'contributor@government.example');
      await page.goto(address(`/dossiers/${id}/obligations/${code}?assess=true`));
      await page
        .getByRole('radiogroup', { name: 'In law' })
        .getByRole('radio', { name: /^Compliant/ })
        .check();
      await page.getByLabel('Say how you know').fill('Section 12 of the Act obliges every service.');
      return {
        page,
        button: page.getByRole('button', { name: 'Save as draft' }),
        typed: () => page.getByLabel('Say how you know').inputValue(),
        kept: () => total(page, `/api/dossiers/${id}/elements/${code}/assessments`),
        done: () => page.getByText('Draft saved').first().waitFor(),
        at: '**/api/dossiers/*/elements/*/assessments',
      };
    },
  ],
];

describe.each(stories)('%s', (_, begin) => {
  test('two clicks in one go make one', async () => {
    const { page, button, kept, done } = await begin();
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/(evidence|assessments)$/.test(request.url())) keys.push(request.headers()['idempotency-key']);
    });
    // Both before React has drawn the button anew.
    await button.evaluate((element: HTMLElement) => {
      element.click();
      element.click();
    });
    await done();
    expect([await kept(), keys[0]?.length, new Set(keys).size, page.faults]).toEqual([1, 36, 1, []]);
    await page.context().close();
  });

  test('a request that never arrives and an answer that is lost leave the words where they are; the same button then finds what was done', async () => {
    const { page, button, typed, kept, done, at } = await begin();
    const words = await typed();
    let sent = 0;
    await page.route(at, async (route) => {
      if (route.request().method() !== 'POST' || ++sent > 2) return route.continue();
      // The second is done by the service, and its answer is lost.
      if (sent === 2) await route.fetch();
      return route.abort();
    });
    await button.click();
    await eventually(async () => sent, 1);
    await eventually(() => button.isEnabled(), true);
    expect([await typed(), await kept()]).toEqual([words, 0]);
    await button.click();
    await eventually(kept, 1);
    await eventually(() => button.isEnabled(), true);
    expect(await typed()).toBe(words);
    await button.click();
    await done();
    expect([sent, await kept(), page.faults]).toEqual([3, 1, []]);
    await page.context().close();
  });
});
