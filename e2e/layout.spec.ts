// Where things stand: what a reader must see without looking for it, on a laptop, on a phone and from right to left.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { address, eventually, expectAccessible, firstDossier, launch, openPage, signInAs } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const boxOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (!box) throw new Error('not on the page');
  return { ...box, end: box.x + box.width };
};
async function opened(path: string, options: Parameters<typeof openPage>[1]) {
  const page = await openPage(browser, options);
  await signInAs(page, 'contributor@government.example');
  await page.goto(address(`/dossiers/${await firstDossier(page)}${path}`));
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  return page;
}
const phone = { viewport: { width: 375, height: 812 } };

describe('on a laptop', () => {
  test.each([1280, 1366, 1440])('at %d pixels coverage, text and next steps stand side by side', async (width) => {
    const page = await opened('', { viewport: { width, height: 800 } });
    const [coverage, text, next] = await Promise.all(
      ['Coverage', 'Articles 1 to 12 with their verdicts', 'To do next'].map((name) => boxOf(page.getByLabel(name, { exact: true }).first())),
    );
    if (!coverage || !text || !next) throw new Error('a pane is missing');
    expect(coverage.end).toBeLessThanOrEqual(text.x);
    expect(text.end).toBeLessThanOrEqual(next.x);
    expect(next.end).toBeLessThanOrEqual(width);
    expect(next.y).toBeLessThan(300);
    expect(text.width).toBeGreaterThan(480);
    await page.context().close();
  });
});

describe('on a phone', () => {
  test.each([375, 320])('of %d pixels every place is named in full, and the open part of the dossier is in sight', async (width) => {
    const page = await opened('/gaps', { viewport: { width, height: 812 } });
    for (const name of ['Dossiers', 'The text', 'States']) {
      const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name });
      const cut = await link.evaluate((it) => it.getBoundingClientRect().right - (it.parentElement?.getBoundingClientRect().right ?? 0));
      expect([name, cut <= 0.5]).toEqual([name, true]);
    }
    const gaps = await boxOf(page.getByRole('navigation', { name: 'Parts of the dossier' }).getByRole('link', { name: 'Gaps' }));
    expect(gaps.end).toBeLessThanOrEqual(width);
    await page.context().close();
  });

  test('a link to the form arrives at the form', async () => {
    const page = await opened('/obligations/8.1?element=8.1.e&assess=true', phone);
    const title = page.getByRole('heading', { name: 'Assess Article 8(1)(e)' });
    const isInSight = () => title.evaluate((it) => it.getBoundingClientRect().top > 0 && it.getBoundingClientRect().bottom < window.innerHeight);
    await eventually(isInSight, true);
    await page.context().close();
  });
});

test('from right to left a code still reads from left to right', async () => {
  const page = await opened('/obligations/8.1', { language: 'ar' });
  const code = page.locator('a[rel="next"]').getByText('8.2-1', { exact: true });
  const [first, last] = await code.evaluate((it) => {
    const text = it.firstChild;
    const at = (i: number) => {
      const range = document.createRange();
      if (text) range.setStart(text, i);
      if (text) range.setEnd(text, i + 1);
      return range.getBoundingClientRect().left;
    };
    return [at(0), at(4)];
  });
  expect(first).toBeLessThan(last ?? 0);
  await page.context().close();
});

test('on paper everything stands out on white, also what was printed from a dark screen', async () => {
  const page = await opened('/obligations/8.1?element=8.1.e', { colorScheme: 'dark', viewport: { width: 800, height: 1100 } });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expectAccessible(page);
  await page.context().close();
});
