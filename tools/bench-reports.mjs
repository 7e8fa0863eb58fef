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
      ...{
        reviewStatus: 'accepted',
        asOf: '2026-03-31',
        periodFrom: '2025-01-01',
        periodTo: '2025-12-31',
        qualifierNote: '',
        gaps: ['shortfall_in_law'],
        responsible: null,
      },
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
    requests: [],
    dates: [],
    rows,
  };
}

const megabytes = (bytes) => Math.round(bytes / 1e6);
/** The processes that this one has begun, and theirs; Linux. */
function below(parent = process.pid) {
  try {
    const children = readdirSync(`/proc/${parent}/task`).flatMap((task) => readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').trim().split(' '));
    return children.filter(Boolean).flatMap((pid) => [pid, ...below(pid)]);
  } catch {
    return [];
  }
}
const told = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
/** Most bytes that they have held; Chromium's count shared pages twice. */
const peak = () => sum(below().map((pid) => Number(/VmHWM:\s+(\d+)/.exec(told(pid, 'status'))?.[1] ?? 0) * 1024));
/** Seconds of processor that they have used: of the program alone, so that it is the same on a busy machine. */
const used = () =>
  sum(
    below().map((pid) => {
      const fields = told(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
    }),
  );
const timed = async (work) => {
  const [began, before] = [performance.now(), used()];
  const bytes = await work();
  return { seconds: (performance.now() - began) / 1000, processor: used() - before, bytes };
};
const pagesOf = (pdf) => Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
const median = (times, of) => times.map((time) => time[of]).sort((a, b) => a - b)[Math.floor(times.length / 2)];
const both = (times) => `${median(times, 'seconds').toFixed(2)} / ${median(times, 'processor').toFixed(2)}`;

const load = loadavg()[0].toFixed(1);
const lines = [];
for (const [report, rounds] of [
  [reportOf(1, 1), 3],
  [reportOf(14, 15), 3],
  [reportOf(32, 30), 3],
  [reportOf(64, 60), 1],
]) {
  // Another day for each: nothing is remembered from the one before.
  const document = (day) => statusDocument({ ...report, on: `2026-11-${10 + day}` }, { lang: 'en', isDraft: false });
  const times = { pdf: [], docx: [], html: [] };
  const held = {};
  const cold = [];
  for (const format of ['pdf', 'docx', 'html']) {
    const maker = new DocumentMaker();
    // Kept over the rounds, however large, so that warm is warm.
    maker.limits.kept = Number.POSITIVE_INFINITY;
    // A busy machine takes longer than a document may.
    maker.limits.longest = 600_000;
    // The first is cold, and the most that is held is read after it: of one document, not of several.
    const first = await timed(() => maker.make(format, document(0)));
    if (format === 'pdf') cold.push(first);
    held[format] = peak();
    for (let day = 1; day <= rounds; day++) times[format].push(await timed(() => maker.make(format, document(day))));
    maker.onModuleDestroy();
    while (below().length > 0) await new Promise((next) => setTimeout(next, 20));
  }
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
  lines.push(
    `| ${pagesOf(times.pdf[0].bytes)} | ${both(cold)} | ${both(times.pdf)} | ${megabytes(held.pdf)} | ${both(times.docx)} | ${megabytes(held.docx)} | ${both(times.html)} | ${both(printed)} | ${megabytes(heldByBrowser)} |`,
  );
  console.log(lines.at(-1));
}
const table = `## Reports

\`npm run bench:reports\` on ${new Date().toISOString().slice(0, 10)}: a status report of 51 elements with its charts, made in a child process; the median of three warm ones (of the longest, one) after a cold one, each of other data; beside it headless Chromium printing the HTML of the same report in the same run. Each time is told as *seconds on the clock / seconds of processor*: the load of the machine was ${load} on ${cpus().length} cores before the run, and only the second is the program's own. Memory is the most that the process held while it made one document (Chromium's processes count shared pages twice). Aims: 25 pages warm in a second, 300 pages in ten.

| pages | PDF cold, s | PDF warm, s | MB | DOCX warm, s | MB | HTML warm, s | Chromium prints the HTML, s | MB |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${lines.join('\n')}

A process begins with 130 to 170 MB (Node, fonts). Memory hardly grows with the pages (decision 0048): a long PDF is laid out in parts of about ten pages, each let go before the next, and joined; a Word document is held as its text. What a page still adds is its own bytes, a few times over, and the model of what it says. A process is ended at 1.2 GB and replaced once it holds 600 MB.
`;
const file = `${root}docs/performance.md`;
const text = readFileSync(file, 'utf8').replace(/\n## Reports\n[\s\S]*?(?=\n## |$)/, '');
writeFileSync(file, `${text.trimEnd()}\n\n${table}`);
process.exit(0);
