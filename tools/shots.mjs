// Takes the pictures of the README's tour from a served demonstration world: URL=http://127.0.0.1:4000 npm run shots
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { findChromium } from './chromium.mjs';

const { chromium } = createRequire(join(root, 'e2e/package.json'))('playwright-core');
const url = process.env.URL ?? 'http://127.0.0.1:4000';
const dresses = { light: {}, dark: { colorScheme: 'dark' }, arabic: { locale: 'ar' }, narrow: { viewport: { width: 390, height: 844 } } };
/** Files as somebody drops them; nothing is sent, so that the instance stays as it was. */
const dropped = async (page) => {
  const file = (name, mimeType, text) => ({ name, mimeType, buffer: Buffer.from(text) });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      file('extradition-act-2008.txt', 'text/plain', 'Extradition Act 2008\n\n4. Extradition may be granted without a treaty on the basis of reciprocity.\n'),
      file('victims-supported-2026.csv', 'text/csv', 'Year,Region,Children supported\n2026,North,41\n2026,South,57\n'),
      file('annual-report-2026.txt', 'text/plain', 'Annual report of the Ombudsperson for Children, 2026.\n'),
    ]);
  await page.getByText('annual-report-2026').first().waitFor();
};
/** From what was found to its words in the document. */
const opened = async (page) => {
  await page.locator('a[href*="/text?"]').first().click();
  await page.locator('.sheet-text mark').first().waitFor();
};
/** A passage marked in the document, about to be cited. */
const marked = async (page) => {
  await opened(page);
  await page.evaluate(() => {
    const words = document.querySelector('.sheet-text mark');
    const after = words.nextSibling;
    const end = after?.textContent.search(/[.;\n]/) ?? -1;
    if (end < 0) getSelection().selectAllChildren(words);
    else getSelection().setBaseAndExtent(words, 0, after, end);
  });
};
/** A State chosen: what comes with it stands below. */
const chosen = async (page) => {
  await page.getByLabel('State', { exact: true }).first().click();
  await page.keyboard.type('Aruna');
  await page.getByRole('option').first().click();
};
/** Down to the table, past the words that explain it. */
const scrolled = async (page) => {
  await page.getByRole('grid').first().waitFor();
  await page.mouse.move(640, 300);
  await page.mouse.wheel(0, 430);
};
const sought = '/search?q=child+interview';
const pictures = [
  ['dashboard', '', 'light'],
  ['dashboard-dark', '', 'dark'],
  ['dashboard-narrow', '', 'narrow'],
  ['dashboard-arabic', '', 'arabic'],
  ['obligation', '/obligations/8.1?element=8.1.e&assess=true', 'light'],
  ['obligation-dark', '/obligations/8.1?element=8.1.f', 'dark'],
  ['checklist', '/checklist', 'light'],
  ['checklist-narrow', '/checklist', 'narrow'],
  ['evidence', '/evidence', 'light'],
  ['evidence-arabic', '/evidence', 'arabic'],
  ['upload', '/evidence/bring-in', 'light', dropped],
  ['search', sought, 'light'],
  ['search-arabic', sought, 'arabic'],
  ['text', sought, 'light', marked],
  ['text-narrow', sought, 'narrow', marked],
  ['requests', '/requests?show=all', 'light'],
  ['laws', '/laws', 'light'],
  ['gaps', '/gaps', 'light'],
  ['past', '?asOf=2026-06-15', 'light'],
  ['journal', '~/journal', 'light'],
  ['members', '~/organisation/members', 'light'],
  ['public', '~/public/states/XAA', 'light'],
  ['side-by-side', '~/public/states/XAA/obligations/8.1#e-8.1.e', 'light'],
  ['matrix', '/criminalisation', 'light', scrolled],
  ['reports', '/reports', 'light'],
  ['open', '^/dossiers/open', 'light', chosen],
];

/** `~` and `^`: an address of its own, seen by a lead of the ministry or of the NGO; else within the dossier, by somebody who contributes. */
const who = { '~': 'lead@government', '^': 'lead@ngo' };

/** The page has its heading, and nothing waits for its content: a busy machine is quiet between two requests too. */
async function settled(page) {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
  await page.evaluate(() => document.fonts.ready);
}

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
// `npm run shots -- text search` takes those alone.
const only = process.argv.slice(2);
for (const [name, path, dress, act] of pictures.filter(([name]) => only.length === 0 || only.includes(name))) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...dresses[dress] });
  const page = await context.newPage();
  await page.request.post(`${url}/api/session`, {
    data: { email: `${who[path[0]] ?? 'contributor@government'}.example`, password: 'pacta-sunt-servanda' },
  });
  const { items } = await (await page.request.get(`${url}/api/dossiers`)).json();
  await page.goto(path[0] in who ? url + path.slice(1) : `${url}/dossiers/${items[0].id}${path}`);
  await settled(page);
  await act?.(page);
  await settled(page);
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
  await context.close();
}
await browser.close();
