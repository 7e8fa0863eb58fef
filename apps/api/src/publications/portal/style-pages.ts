// Type, space and frame of the public pages: a well-set book of law. Logical properties, light and dark, paper, 320 px and up.
export const pagesStyle = `
:root{color-scheme:light dark;--paper:#fcfbf8;--sunk:#f5f3ed;--ink:#22211d;--soft:#625e54;--rule:#ded9cd;--strong:#8b867a;--accent:#1d4170;--wash:#e9eff7;
--full:#0b6b61;--most:#2b7fa0;--part:#a96a00;--least:#c1341a;--no:#7d786c;
--sans:"Inter Variable",Inter,system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Naskh Arabic",sans-serif;--serif:"Source Serif 4 Variable","Source Serif 4",Charter,"Iowan Old Style",Georgia,Cambria,"Noto Naskh Arabic",serif;--measure:37rem}
@media (prefers-color-scheme:dark){:root{--paper:#161719;--sunk:#1b1d1f;--ink:#e8e5dd;--soft:#a9a69d;--rule:#35373a;--strong:#7d7b74;--accent:#a9c3e6;--wash:#222c3a;
--full:#4fc3b1;--most:#72b7dc;--part:#e3a63c;--least:#ff8163;--no:#8f8c84}}
*{box-sizing:border-box}
html{text-size-adjust:100%;-webkit-text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);overflow-wrap:break-word}
:lang(ar){line-height:1.75}
.wrap{max-inline-size:76rem;margin-inline:auto;padding-inline:clamp(1rem,3vw,2rem)}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;text-wrap:balance;line-height:1.25}
h1{margin:.25rem 0 1rem;font-size:clamp(1.625rem,1.2rem + 2vw,2.25rem)}
h2{margin:2.75rem 0 .75rem;font-size:1.3125rem}
h3{margin:1.75rem 0 .5rem;font-size:1.0625rem}
h4{margin:0 0 .5rem;font-size:1rem}
p{margin:0 0 .75rem;text-wrap:pretty}
small,.small{font-size:.8125rem}
td small,th small,dd small{display:block;color:var(--soft);font-weight:400}
.soft{color:var(--soft)}
.partner-names{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.partner-count{text-decoration:underline dotted;text-underline-offset:.2em}
:is(.partners:hover,.partners:focus)>.partner-names{position:static;inline-size:auto;block-size:auto;clip-path:none}
@media print{.partner-names{position:static;inline-size:auto;block-size:auto;clip-path:none}}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;padding:.5rem .75rem;background:var(--paper);border:1px solid var(--accent)}
.skip:focus{inset-block-start:.5rem;z-index:1}
.top{border-block-end:1px solid var(--rule)}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.75rem;padding-block:.625rem}
.top a,.top a:lang(ar){display:inline-block;line-height:1.4;padding-block:.375rem;color:inherit;text-decoration:none}
.top a:hover{text-decoration:underline}
.wordmark{font:600 1.125rem/1.4 var(--serif);margin-inline-end:auto}
.wordmark span{margin-inline-start:.375rem;padding-inline-start:.625rem;border-inline-start:1px solid var(--strong);font:400 .9375rem var(--sans);color:var(--soft)}
.top nav{display:flex;align-items:center;gap:1.25rem;font-size:.9375rem}
.tongues a[aria-current]{color:var(--soft);text-decoration:underline;text-decoration-color:var(--strong);text-underline-offset:.35em}
main{padding-block:2.25rem 3rem}
.news{margin-block-start:2.5rem}footer{margin-block-start:2rem;padding-block:1.5rem 3rem;font-size:.8125rem;color:var(--soft)}
footer::before{content:"";display:block;inline-size:6rem;margin-block-end:1rem;border-block-start:1px solid var(--strong)}
footer p{max-inline-size:48rem;margin-block-end:.5rem}
.lead{max-inline-size:44rem;font:400 1.125rem/1.55 var(--serif);color:var(--soft)}
.lead:lang(ar){line-height:1.8}
.kicker{margin:0 0 .375rem;font-size:.875rem;color:var(--soft)}
.by{font:400 1.125rem/1.4 var(--serif);color:var(--soft);margin-block-start:-.5rem}
.none{max-inline-size:40rem;padding-block:1rem;color:var(--soft)}
.go{font-weight:600}
.find{display:flex;flex-wrap:wrap;align-items:flex-end;gap:.75rem 1.25rem;margin-block:1.5rem 1rem}
.find label{display:flex;flex-direction:column;gap:.25rem;font-size:.875rem}
.find .grow{flex:1 1 16rem;max-inline-size:26rem}
.find .tick{flex-direction:row;align-items:center;gap:.5rem;min-block-size:2.5rem}
input[type=search],select{inline-size:100%;block-size:2.5rem;padding-inline:.625rem;font:inherit;font-size:1rem;color:inherit;background:var(--paper);border:1px solid var(--strong);border-radius:3px}
input[type=checkbox]{inline-size:1.125rem;block-size:1.125rem;margin:0;accent-color:var(--accent)}
button{block-size:2.5rem;padding-inline:1.25rem;font:600 .9375rem var(--sans);color:var(--paper);background:var(--accent);border:1px solid var(--accent);border-radius:3px;cursor:pointer}
button:hover{background:color-mix(in srgb,var(--accent) 88%,var(--ink))}
table{border-collapse:collapse;inline-size:100%;font-variant-numeric:tabular-nums lining-nums}
th,td{padding:.5rem 1.25rem .5rem 0;text-align:start;vertical-align:baseline;font-weight:400}
[dir=rtl] th,[dir=rtl] td{padding:.5rem 0 .5rem 1.25rem}
th:last-child,td:last-child{padding-inline-end:0}
thead th{font-size:.8125rem;color:var(--soft);border-block-end:1px solid var(--strong)}
thead td{border-block-end:1px solid var(--strong)}
tbody tr{border-block-end:1px solid var(--rule)}
.list tbody tr:hover{background:var(--sunk)}
.list tbody th a{font-weight:600}
.figure{text-align:end}
.pager{display:flex;justify-content:space-between;gap:1rem;margin-block-start:1.25rem;font-size:.9375rem}
.two{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:3.5rem}
.two>*>h2:first-child{margin-block-start:.5rem}
aside{padding-inline-start:1.5rem;border-inline-start:1px solid var(--rule);font-size:.9375rem;align-self:start}
aside h2{font-size:1.0625rem}
.facts{margin:0}
.facts div{padding-block:.5rem;border-block-end:1px solid var(--rule)}
.facts div:last-child{border:0}
dt{font-size:.8125rem;color:var(--soft)}
dd{margin:0}
.facts ul{margin:.25rem 0 0;padding-inline-start:1.1rem}
.dossier{padding-block:1.25rem;border-block-start:1px solid var(--strong)}
.dossier h3{margin:0 0 .125rem;font-size:1.1875rem}
.dossier p{margin-block-end:.5rem}
.dossier h4{margin:1rem 0 .25rem}
.coverage{margin-block:.75rem 1rem;max-inline-size:44rem}
.coverage td,.coverage th{white-space:nowrap}
.coverage tbody th{inline-size:22%}
.bar-cell{inline-size:38%}
.tally{max-inline-size:26rem;margin-block-end:1rem}
details{margin-block:.5rem}
summary{cursor:pointer;color:var(--accent)}
ul.releases,ul.downloads,ul.obligations,.contents ul,.legend ul,.cited{margin:.25rem 0;padding:0;list-style:none}
.releases li,.downloads li{padding-block:.25rem}
.obligations{columns:2 18rem;column-gap:2.5rem;font-size:.9375rem}
.obligations li{padding-block:.2rem;break-inside:avoid}
.notice{padding:.625rem .875rem;border-inline-start:3px solid var(--accent);background:var(--wash)}
.contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding-block:.625rem;border-block:1px solid var(--rule);font-size:.9375rem}
.hash{display:block;font:400 .75rem/1.5 ui-monospace,"SF Mono",Consolas,monospace;overflow-wrap:anywhere;direction:ltr;text-align:start}
pre{padding:.625rem;background:var(--sunk);font:400 .75rem/1.5 ui-monospace,"SF Mono",Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.legend{margin-block:1rem 1.5rem;padding-block:.625rem;border-block:1px solid var(--rule);font-size:.8125rem}
.legend dl{display:grid;gap:.375rem;margin:0}
.legend div{display:grid;grid-template-columns:6rem 1fr}
.legend ul{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin:0}
.legend li{display:inline-flex;align-items:baseline;gap:.4rem}
.treaty{max-inline-size:var(--measure);font:400 1.0625rem/2.3 var(--serif)}
.treaty h3{margin:2.5rem 0 .75rem;font-size:.9375rem;font-variant-caps:all-small-caps;letter-spacing:.12em;text-align:center}
.treaty p{margin:0 0 .625rem}
.treaty .note{color:var(--soft)}
.treaty .may{text-decoration:underline dotted var(--strong) 1.5px;text-underline-offset:.3em}
.p-point,.p-subpoint,.p-item{padding-inline-start:2.25rem}
:is(.p-point,.p-subpoint,.p-item)>p>.enumerator{display:inline-block;inline-size:2.25rem;margin-inline-start:-2.25rem}
.element{max-inline-size:46rem;padding-block:1.125rem;border-block-start:1px solid var(--rule)}
.element:target,.position:target{background:var(--wash);outline:.5rem solid var(--wash)}
.cite{font-family:var(--sans);font-size:.9375rem;margin-inline-end:.375rem;white-space:nowrap}
dl.verdicts{display:flex;flex-wrap:wrap;gap:.375rem 2.5rem;margin:.25rem 0 .5rem}
.said{margin-block-end:.75rem;font-family:var(--serif);white-space:pre-line}
.cited{margin-block:.5rem;font-size:.9375rem}
.cited li{padding-block:.2rem;padding-inline-start:.875rem;border-inline-start:2px solid var(--rule)}
blockquote{margin:.25rem 0;font:italic 400 .9375rem/1.5 var(--serif);color:var(--soft);white-space:pre-line}
.pieces{padding-inline-start:2rem;font-size:.9375rem}
.pieces li{padding-block:.5rem}
.pieces li:target{background:var(--wash)}
.positions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2.5rem}
.position{padding-block:1rem;border-block-start:1px solid var(--strong)}
.thread{max-inline-size:46rem;margin:0 0 1rem;padding:0;list-style:none}.thread>li{padding:.5rem 0 .25rem;padding-inline-start:.875rem;border-inline-start:2px solid var(--rule)}.thread .thread{margin-block:.5rem 0}.thread>li:target{background:var(--wash)}.thread p{margin-block:.125rem}.standing{font-weight:600}.standing.is-silent{color:var(--accent)}.ways{margin-block-start:.75rem}
.position h4{margin-block-end:.125rem}
.findings{display:flex;flex-wrap:wrap;gap:.25rem 2.5rem;margin:.25rem 0 .5rem}
.findings dd.is-differ{font-weight:600}
.rule{max-inline-size:44rem}
.said-by{max-inline-size:52rem;font-size:.9375rem;table-layout:fixed}
.said-by .figure{inline-size:6rem}
.besides{padding-block:1.25rem;border-block-start:1px solid var(--rule)}
.besides>h2,.besides>h3{margin-block-start:0}
.positions{margin-block-start:1rem}
.position>h3{margin:0 0 .125rem}
.cited .said{margin:.125rem 0 .25rem;font-size:.9375rem}
.words{margin-block:0 1.25rem}.words>.treaty{margin-block-start:.75rem;line-height:1.6}
.turn{display:flex;justify-content:space-between;gap:1rem;margin-block-start:2rem;font-size:.9375rem}
@media (max-width:56rem){.two{grid-template-columns:minmax(0,1fr);gap:0}aside{padding:0;border:0}}
@media (max-width:40rem){.roomy{display:none}.wordmark{flex-basis:100%}.top nav.tongues{margin-inline-start:auto}.bar-cell{display:none}.coverage thead td{display:none}
.coverage td,.coverage th{white-space:normal;padding-inline-end:.625rem}
.said-by{table-layout:auto}.said-by td,.said-by th{padding-inline-end:.75rem}.said-by .figure{inline-size:auto;padding-inline-end:0}.said-by .verdict,.said-by .swatch{display:block}.said-by .swatch{margin-block:.375rem .125rem}.legend div{grid-template-columns:1fr}.p-point,.p-subpoint,.p-item{padding-inline-start:1.5rem}
:is(.p-point,.p-subpoint,.p-item)>p>.enumerator{inline-size:1.5rem;margin-inline-start:-1.5rem}}
@media (max-width:40rem){.asked,.asked tbody,.asked tr{display:block}.asked thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}.asked tr{padding-block:.625rem}
table.asked :is(th,td){display:block;padding:0}.asked tbody th{font-weight:600}.asked td small{display:inline;margin-inline-start:.5rem}.asked td[data-label]::before{content:attr(data-label) " ";font-size:.8125rem;color:var(--soft)}}
@media (max-width:24rem){.said-by .figure{display:none}}
@media print{@page{margin:18mm 16mm}:root{--paper:#fff;--sunk:#fff;--wash:#fff;--ink:#000;--soft:#333;--rule:#999;--strong:#666;--accent:#000;--full:#0b6b61;--most:#2b7fa0;--part:#a96a00;--least:#c1341a;--no:#7d786c}
.top nav,.skip,.news,.find,.pager,.contents,.downloads,.ways,.turn,.go{display:none}details>*{display:block}.two{grid-template-columns:1fr}aside{padding:0;border:0}body{font-size:10pt}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}.element,li,tr{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`;
