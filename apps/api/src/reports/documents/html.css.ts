import { plain, type Style } from './model.ts';

const sizes = { a4: 'A4', letter: 'letter', a3: 'A3' };
/** A table of many narrow columns, whose heads stand upright. */
const dense = `.across{overflow-x:auto}.dense{font-size:.78rem;line-height:1.3}.dense th,.dense td{padding:.2em .25em}.dense th:not(:first-child) span{writing-mode:vertical-rl;text-orientation:sideways;max-block-size:13rem;overflow-wrap:normal}.dense th:lang(zh) span{text-orientation:mixed}.dense thead th{vertical-align:bottom}.dense td:not(:first-child){text-align:center;white-space:nowrap;border-inline-start:1px solid var(--hair)}.dense .swatch{inline-size:1em;margin-inline-end:.2em}
`;
/** The looks of the page, printed with State, confidentiality and page number at the margins. The two texts are escaped for HTML; quotes and backslashes must not end a string of CSS. */
export const look = (title: string, mark: string, { ink, paper }: Style, isWide = false): string => `
:root{color-scheme:light;--ink:${/^#[0-9a-f]{6}$/.test(ink) ? ink : plain.ink};--soft:#55616f;--hair:#c9d0d8}
body{margin:0 auto;max-width:${isWide ? '84rem' : '52rem'};padding:2rem 1.5rem;font:1rem/1.5 "Noto Sans","Segoe UI",Arial,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#1c2733;overflow-wrap:anywhere}
.logo{max-block-size:4.5rem;max-inline-size:16rem;display:block;margin-block:1rem}
h1,h2,h3{color:var(--ink);line-height:1.2}h1{font-size:2.4rem;margin:.2em 0}h2{margin-top:2.5em}h4{font-size:1.1rem;margin:1.6em 0 .4em}h5{font-size:1rem;margin:1.4em 0 .4em;color:var(--soft)}
.cover{border-block-end:2px solid var(--ink);margin-block-end:2rem;padding-block-end:1rem}.mark{font-weight:700;color:var(--ink)}.state{font-size:1.4rem;font-weight:600;margin:.2em 0}
.soft,small,.small,dt,figcaption{color:var(--soft)}.small{font-size:.875rem}.lead{font-size:1.125rem}.strong{font-weight:700}
dl>div{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:1rem}dd{margin:0}
table{border-collapse:collapse;width:100%;margin:.75em 0 1.25em;font-size:.9rem}th{text-align:start;border-block-end:1.5px solid var(--ink);color:var(--ink)}td{border-block-end:1px solid var(--hair);vertical-align:top}th,td{padding:.35em .5em}th{overflow-wrap:normal}td bdi[dir=ltr]{overflow-wrap:break-word}.end{text-align:end}
blockquote{margin:.5em 0;padding-inline-start:.75em;border-inline-start:3px solid var(--hair);white-space:pre-line}
.verdicts{list-style:none;padding:0;display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:.5em 0}.swatch{width:1.6em;height:.72em;margin-inline-end:.4em}.patterns{position:absolute}.near{white-space:nowrap}
.lane{display:grid;grid-template-columns:9rem 1fr;align-items:end;margin:.5em 0}.bar{width:100%;height:auto}.key{grid-column:2;list-style:none;margin:.3em 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2em 1.2em;font-size:.85rem}
figure{margin:1em 0}nav ol{list-style:none;padding:0;line-height:1.7}nav a{color:inherit;text-decoration-color:var(--hair);text-underline-offset:.2em}nav .l2{padding-inline-start:1.5em}.contents{font-weight:700;color:var(--ink);font-size:1.3rem}.number{color:var(--soft);margin-inline-end:.5em}
${isWide ? dense : ''}.watermark{position:fixed;inset:40% 0 auto 0;text-align:center;font-size:min(6rem,18vw);font-weight:700;color:#eef1f4;transform:rotate(-35deg);z-index:-1;margin:0}
@media screen and (max-width:40rem){dl>div,.lane{grid-template-columns:1fr;gap:0}.key{grid-column:1}dl>div{margin-block-end:.6em}.verdicts{grid-template-columns:1fr;gap:.3rem}table{font-size:.78rem}th,td{padding:.3em .25em}th,td bdi[dir=ltr]{overflow-wrap:anywhere}}
@media print{@page{size:${isWide ? 'A3 landscape' : sizes[paper]};margin:22mm ${isWide ? '14mm' : paper === 'a3' ? '34mm' : '20mm'};@top-left{content:"${inString(title)}";font:8pt sans-serif;color:#55616f}@top-right{content:"${inString(mark)}";font:bold 8pt sans-serif;color:#55616f}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#55616f}}
:root{font-size:${paper === 'a3' && !isWide ? '11pt' : '9.5pt'}}body{max-width:none;padding:0}.page{break-before:page}h2,h3,h4,h5,.verdicts{break-after:avoid}thead{display:table-header-group}tr,figure{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Within a style element entities are not read, so that what could end it or its string is left out. */
const inString = (escaped: string): string =>
  escaped
    .replace(/&lt;|&gt;|&quot;|[\\"<>\n]/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;/g, '’');
