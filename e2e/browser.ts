// One Chromium for a spec file; each test gets a context of its own. Found by role and label, never by CSS.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The last list counts: what Playwright turns off that these stories may meet, and the two pages of the address bar that Chromium would load for each of ours.
  `--disable-features=${[
    ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning', 'PaintHolding', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
    ...['AvoidCorsURLLoaderRestartOnRedirect', 'DestroyProfileOnBrowserClose', 'OptimizationHints', 'MediaRouter', 'LensOverlay', 'AimEnabled'],
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ]}`,
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
export const address = (path: string): string => `${process.env['SERVANDA_URL']}${path}`;

/** A new page in a fresh context; console errors and broken scripts fail the test that asks `faults`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions & { language?: 'en' | 'fr' | 'ar' } = {},
): Promise<Page & { faults: string[] }> {
  const { language = 'en', ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language, ...rest });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  // A refused request is logged by the browser as an error though the page handles it.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  // Whatever the content policy stops is a fault of ours, also where the browser only whispers it.
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`content policy: ${violatedDirective} stopped ${blockedURI} at ${sourceFile}:${lineNumber}`),
    ),
  );
  return Object.assign(page, { faults });
}

/** Signs in by the session door, as quick as a test wants it; the sign-in page has its own test. */
export async function signInAs(page: Page, email: string): Promise<void> {
  const answer = await page.request.post(address('/api/session'), { data: { email, password: 'pacta-sunt-servanda' } });
  expect(answer.status()).toBe(200);
}

/** The id of the oldest dossier of whoever is signed in: that of the demonstration world, whatever other stories have opened since. */
export async function firstDossier(page: Page): Promise<string> {
  const answer = await page.request.get(address('/api/dossiers'));
  const { items } = (await answer.json()) as { items: { id: string; openedAt: string }[] };
  return items.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))[0]?.id ?? '';
}

/**
 * No violation that axe can find (WCAG 2.2 A and AA, best practices). Looked at from the top: what happens to be half scrolled away under the
 * bar that stays in sight would count as a target too small, at this place of the scroll and no other. `only` and `but`
 * (CSS) spare what is alike, where a page is so long that the whole takes many seconds. Nodes are listed of what is wrong alone, and in the
 * page itself (`legacy`: no second page that only gathers frames; we have none of another origin): finding a selector for all that is right
 * took three quarters of the time.
 */
export async function expectAccessible(page: Page, path = '', { only = 'html', but }: { only?: string; but?: string } = {}): Promise<void> {
  // What is still on its way, such as a caret that is followed, may scroll once more: at the top means for three frames, of sixty at most.
  await page.evaluate(async () => {
    for (let frames = 0, still = 0; still < 3 && frames < 60; frames++) {
      still = window.scrollY === 0 ? still + 1 : 0;
      window.scrollTo({ top: 0, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
    }
  });
  const axe = new AxeBuilder({ page })
    .include(only)
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  if (but) axe.exclude(but);
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect([path, ...violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)}`).join(' | ')}`)]).toEqual([path]);
}

/** Nothing stands wider than the window. */
export async function expectNoSidewaysScroll(page: Page, path = ''): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([path, Math.max(over, 1)]).toEqual([path, 1]);
}

/** Waits until the page says so; for what no locator can wait for, such as an attribute. */
export async function eventually<T>(ask: () => Promise<T>, expected: T, within = 10_000): Promise<void> {
  // The first answer may wait for what is asked to be there at all: the time runs from then on.
  let last = await ask();
  const until = Date.now() + within;
  while (last !== expected && Date.now() < until) last = await ask();
  expect(last).toEqual(expected);
}
