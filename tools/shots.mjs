// Takes the pictures of the README's tour from a served demonstration world: URL=http://127.0.0.1:4000 npm run shots
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { findChromium } from './chromium.mjs';

const { chromium } = createRequire(join(root, 'e2e/package.json'))('playwright-core');
const url = process.env.URL ?? 'http://127.0.0.1:4000';
const dresses = { light: {}, dark: { colorScheme: 'dark' }, arabic: { locale: 'ar' }, narrow: { viewport: { width: 390, height: 844 } } };
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
  ['laws', '/laws', 'light'],
  ['gaps', '/gaps', 'light'],
  ['past', '?asOf=2026-06-15', 'light'],
  ['journal', '~/journal', 'light'],
  ['members', '~/organisation/members', 'light'],
];

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const [name, path, dress] of pictures) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...dresses[dress] });
  const page = await context.newPage();
  await page.request.post(`${url}/api/session`, {
    data: { email: path.startsWith('~') ? 'lead@government.example' : 'contributor@government.example', password: 'pacta-sunt-servanda' },
  });
  const { items } = await (await page.request.get(`${url}/api/dossiers`)).json();
  // `~`: an address of its own, seen by a lead; else within the dossier.
  await page.goto(path.startsWith('~') ? url + path.slice(1) : `${url}/dossiers/${items[0].id}${path}`);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
  await context.close();
}
await browser.close();
