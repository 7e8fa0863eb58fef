// The criminalisation matrix on the public pages: heads that stay, marks by pattern, a frame where dossiers differ. The page of a State is one A3 sheet on paper; within a release the matrix keeps to its paper.
export const matrixStyle = `
.m-scroll{position:relative;overflow-x:auto;margin-block:.75rem 2rem;border-block:1px solid var(--strong)}
.matrix{inline-size:auto;border-collapse:separate;border-spacing:0;font-size:.8125rem;line-height:1.3}
.matrix th,.matrix td,[dir=rtl] .matrix th,[dir=rtl] .matrix td{padding:.25rem .375rem;border-block-end:1px solid var(--rule)}
.matrix thead th{position:sticky;inset-block-start:0;z-index:1;vertical-align:bottom;color:var(--ink);background:var(--paper);border-block-end:1px solid var(--strong)}
.matrix thead th.md{border-block-end:3px double var(--ink)}
.matrix thead th:first-child{inset-inline-start:0;z-index:2}
.matrix tbody th{position:sticky;inset-inline-start:0;min-inline-size:11rem;max-inline-size:15rem;background:var(--paper);border-inline-end:1px solid var(--strong)}
.matrix tbody tr:first-child>*{border-block-start:1px solid var(--strong)}
.matrix tbody tr{border:0}
.matrix td{text-align:center;vertical-align:middle;white-space:nowrap;border-inline-end:1px solid var(--rule)}
.matrix td.d{box-shadow:inset 0 0 0 2px var(--ink)}
.up{display:block;max-block-size:12rem;writing-mode:vertical-rl;text-orientation:sideways;margin-inline:auto}
.m{display:inline-block;inline-size:.75rem;block-size:.75rem;margin-inline:1px;background-image:var(--upper);vertical-align:middle}
.m.u-unassessed{background:none;border:1px dashed var(--no)}
.m-legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1rem 0 .5rem;padding:0;list-style:none;font-size:.875rem}
.m-legend li{display:inline-flex;align-items:center;gap:.375rem}
@media (min-width:76rem){.m-scroll.is-whole{overflow:visible}.is-whole .matrix{inline-size:100%}.is-whole .matrix th,.is-whole .matrix td,[dir=rtl] .is-whole .matrix th,[dir=rtl] .is-whole .matrix td{padding-inline:.125rem}.is-whole .m{inline-size:.6875rem;block-size:.6875rem}}
@media (max-width:40rem){.matrix tbody th{min-inline-size:7.5rem;max-inline-size:8rem}.matrix small{display:none}}
@media (forced-colors:active){.m{forced-color-adjust:none}}
@page matrix{size:A3 landscape;margin:12mm}
@media print{html:has(.m-page){page:matrix}.wrap:has(.m-page){max-inline-size:none;padding:0}.m-scroll{overflow:visible;margin:0;border:0}.matrix tbody th{max-inline-size:none}.matrix{inline-size:100%;font-size:7pt}.matrix small{display:none}.matrix th,.matrix thead th,.matrix tbody th{position:static;min-inline-size:0}.matrix th,.matrix td,[dir=rtl] .matrix th,[dir=rtl] .matrix td{padding:1px}.m{inline-size:2.2mm;block-size:2.2mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.m-page .lead,.m-page summary{display:none}.m-page details::details-content{display:block;content-visibility:visible}
body:has(.m-page) .wrap{max-inline-size:none;padding:0}body:has(.m-page) .top{display:none}.m-page .kicker,.m-page h1,.m-page h2,.m-page p,.m-page details,.m-page .releases,.m-page .m-legend{margin:0 0 1mm}.m-page h1{font-size:15pt}.m-page h2{font-size:9pt}
.m-page>:is(p,details,.releases,.m-legend){font-size:8pt;line-height:1.3;max-inline-size:none}.m-page .rule{max-inline-size:none;font-size:7.5pt}
.m-page .releases{display:flex;flex-wrap:wrap;gap:0 10mm;padding-inline-start:5mm}.m-page .releases li{padding:0}.m-page .releases code{font-size:7pt}.m-page .m-scroll{margin:0;break-inside:avoid}
.m-page .matrix{font-size:8.5pt}.m-page .matrix *{line-height:1.15}.m-page .matrix tbody th{inline-size:108mm}.m-page .matrix td{white-space:normal}.m-page .matrix small{display:block;font-size:6.5pt}.m-page .matrix th,.m-page .matrix td,[dir=rtl] .m-page .matrix th,[dir=rtl] .m-page .matrix td{padding:.8px 2px}.m-page .m{inline-size:3mm;block-size:3mm}.m-page .up{max-block-size:42mm;font-size:8pt}
.m-differ:has(section){break-before:page;columns:3;column-gap:10mm}.m-page .m-differ :is(h2,h2+p){column-span:all}.m-page .m-differ h3{margin:0 0 .5mm;font-size:9pt}.m-page .m-differ ul{margin:0 0 2.5mm;font-size:8.5pt;line-height:1.35}.m-differ section{break-inside:avoid}}
`;
