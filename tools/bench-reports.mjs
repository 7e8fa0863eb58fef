// How long documents take and how much memory, beside headless Chromium printing the HTML of the same report, in one run: npm run bench:reports
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = (file) => import(new URL(`../apps/api/dist/reports/documents/${file}.js`, import.meta.url));
const { DocumentMaker } = await built('document-maker');
const { statusDocument } = await built('status-report');
const { catalogue } = await import(new URL('../packages/catalogue/dist/index.js', import.meta.url));

const lane = { applicable: 51, assessed: 51, claimed: 20, evidenced: 10, verified: 5 };
const id = (n) => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
/** A report of all elements with so many paragraphs of reasons and pieces each. */
function reportOf(paragraphs, pieces) {
  let n = 0;
  const rows = catalogue.obligations.flatMap((obligation) =>
    obligation.elements.map((element) => ({
      ...{ element: element.code, obligation: obligation.code, article: obligation.article, citation: element.citation, title: element.title, section: 'I' },
      ...{ applies: true, ground: null, groundReason: null, law: 'partially_compliant', practice: 'limited', lawProof: 'claimed', practiceProof: 'claimed' },
      ...{ reviewStatus: 'accepted', asOf: '2026-03-31', periodFrom: '2025-01-01', periodTo: '2025-12-31', qualifierNote: '', gaps: ['shortfall_in_law'] },
      reasons: Array.from(
        { length: paragraphs },
        (_, at) => `${at + 1}. ${'The law in force covers a part of what the element asks for; the circular of 2025 names the rest. '.repeat(4)}`,
      ).join('\n'),
      evidence: Array.from({ length: pieces }, () => ({
        ...{ id: id(++n), kind: 'law', title: `Penal Code, revised edition ${n}`, citation: `s. ${n}`, originator: 'Parliament', pinpoint: `para. ${n}` },
        ...{ stance: 'supports', confidentiality: 'internal', datedOn: '2025-01-01', isOutOfDate: false },
      })),
    })),
  );
  return {
    ...{ catalogueVersion: catalogue.version, catalogueSha256: catalogue.sha256, dataCutOff: '2026-11-27T00:00:00.000Z', on: '2026-11-27' },
    ...{ classification: 'internal', restrictedEvidenceLeftOut: 0, restrictedEvidenceIncluded: 0, sha256: 'a'.repeat(64) },
    dossier: { id: id(0), title: 'Bench', kind: 'own', iso3: 'XAA', stateName: 'Republic of Aruna', organisation: 'Government of Aruna' },
    coverage: {
      overall: { law: lane, practice: lane },
      byArticle: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12].map((article) => ({ article, law: lane, practice: lane })),
      bySection: [],
    },
    rows,
  };
}

const megabytes = (bytes) => Math.round(bytes / 1e6);
/** Most memory that the children of this process, and theirs, have held; Linux. */
function peak(parent = process.pid) {
  const below = readdirSync(`/proc/${parent}/task`).flatMap((task) =>
    readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  );
  return below.reduce((sum, pid) => {
    try {
      return sum + Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024 + peak(pid);
    } catch {
      return sum;
    }
  }, 0);
}
const timed = async (work) => {
  const began = performance.now();
  const bytes = await work();
  return { seconds: (performance.now() - began) / 1000, bytes };
};
const pagesOf = (pdf) => Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
const median = (times) =>
  times
    .map(({ seconds }) => seconds)
    .sort((a, b) => a - b)
    [Math.floor(times.length / 2)].toFixed(2);

const load = loadavg()[0].toFixed(1);
const lines = [];
for (const [name, report] of [
  ['small', reportOf(1, 1)],
  ['large', reportOf(24, 20)],
]) {
  // Another day for each: nothing is remembered from the one before.
  const document = (day) => statusDocument({ ...report, on: `2026-11-${10 + day}` }, { lang: 'en', isDraft: false });
  const maker = new DocumentMaker();
  const cold = await timed(() => maker.make('pdf', document(0)));
  const times = { pdf: [], docx: [], html: [] };
  for (const format of ['pdf', 'docx', 'html']) for (let day = 1; day <= 3; day++) times[format].push(await timed(() => maker.make(format, document(day))));
  const held = peak();
  maker.onModuleDestroy();
  const { chromium } = createRequire(`${root}e2e/package.json`)('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const printed = [];
  for (const { bytes } of times.html) {
    const page = await browser.newPage();
    await page.setContent('<p>warm</p>');
    const print = () => page.setContent(bytes.toString()).then(() => page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
    printed.push(await timed(print));
    await page.close();
  }
  const heldByBrowser = peak();
  await browser.close();
  const pages = pagesOf(times.pdf[0].bytes);
  lines.push(
    `| ${pages} | ${cold.seconds.toFixed(2)} | ${median(times.pdf)} | ${median(times.docx)} | ${median(times.html)} | ${megabytes(held)} | ${median(printed)} | ${megabytes(heldByBrowser)} |`,
  );
  console.log(name, lines.at(-1));
}
const table = `## Reports

\`npm run bench:reports\` on ${new Date().toISOString().slice(0, 10)}: a status report of 51 elements in a child process, median of three after one cold PDF, each of other data; beside it headless Chromium printing the HTML of the same report in the same run. Load of the machine before the run: ${load} on ${cpus().length} cores; compare columns, for other work took the cores too. Seconds and MB (the most that was held; Chromium’s processes count shared pages twice). Aims: 25 pages warm in a second, 300 pages in ten.

| pages | PDF cold, s | PDF warm, s | DOCX, s | HTML, s | memory, MB | Chromium prints the HTML, s | its memory, MB |
|--:|--:|--:|--:|--:|--:|--:|--:|
${lines.join('\n')}
`;
const file = `${root}docs/performance.md`;
const text = readFileSync(file, 'utf8').replace(/\n## Reports\n[\s\S]*?(?=\n## |$)/, '');
writeFileSync(file, `${text.trimEnd()}\n\n${table}`);
process.exit(0);
