// How comparisons look: tables abreast that fold into cards where it is narrow, differences in words, charts.
export const comparisonsStyle = `
.fault{margin-block:1rem;padding:.75rem 1rem;border:1px solid var(--least);border-inline-start-width:4px;max-inline-size:46rem}
.fault p{margin:0}.fault p+p{margin-block-start:.5rem}
ul.inline{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block:1rem;font-size:.9375rem}
.choose{margin-block:1.5rem;padding:.75rem 1rem;background:var(--sunk);border:1px solid var(--rule);border-radius:3px}
.choose>summary{font-weight:600}
fieldset{margin:1rem 0 0;padding:0;border:0;min-inline-size:0}
legend{padding:0;margin-block-end:.375rem;font-size:.875rem;color:var(--soft)}
ul.ticks{columns:4 14rem;column-gap:2rem;margin:0;padding:0;list-style:none}
.ticks li{break-inside:avoid}
.ticks label{display:flex;align-items:baseline;gap:.5rem;padding-block:.25rem;font-size:.9375rem}
.ticks input{flex:none;position:relative;inset-block-start:.2em}
.others{margin-block:.75rem 0}
.stands{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.5rem 1.5rem}
.stands legend,.stands p{grid-column:1/-1;margin-block-end:0}
.stands label{display:flex;flex-direction:column;gap:.25rem;font-size:.875rem;min-inline-size:0}
.choose .find{margin-block:1rem .25rem}
ul.stand-for{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.75rem 2rem;margin:0 0 1rem;padding:0;list-style:none}
.stand-for li{padding-block-start:.5rem;border-block-start:1px solid var(--strong)}
.stand-for li>a:first-child{font-weight:600}.stand-for li>span.small{display:block}
.by-whom{display:block;font-size:.9375rem}
.abreast{table-layout:fixed;font-size:.875rem}
.abreast th,.abreast td{padding-inline-end:.75rem}
.abreast thead th:first-child{inline-size:24%}.abreast thead td{inline-size:5.25rem}
.abreast .lane{color:var(--soft);font-size:.8125rem;white-space:nowrap}
.abreast tbody tr:first-child{border-block-end-style:dotted}
.abreast tbody tr:last-child{border-block-end-color:var(--strong)}
.abreast tbody th[scope=rowgroup]{vertical-align:top}
.abreast tbody th[scope=rowgroup]>a{display:block;margin-block-start:.125rem}
.abreast thead th{overflow-wrap:normal;hyphens:auto}
.abreast td a{color:inherit;text-decoration:none}.abreast td a:hover{text-decoration:underline;text-decoration-color:var(--strong)}
.abreast .verdict{display:flex;flex-direction:column;gap:.125rem;align-items:flex-start}
.verdict.silent{color:var(--soft);font-style:italic}:lang(ar) .verdict.silent{font-style:normal}
.who{display:none}
.learn{font-size:.9375rem}.learn td:last-child{white-space:nowrap}
.practice{table-layout:fixed;font-size:.9375rem}.practice thead th:first-child{inline-size:40%}
.practice td{vertical-align:middle}
.row-bar{display:block;inline-size:260px;max-inline-size:100%;block-size:auto}
.patterns{position:absolute}
.verdict-chart{margin:1rem 0;max-inline-size:44rem}
.verdict-chart figcaption{margin-block-start:.5rem;font-size:.875rem;color:var(--soft)}
.chart-lane b{font-size:.875rem;font-weight:400;color:var(--soft)}
.chart-lane svg{display:block;inline-size:100%;block-size:auto}
.chart-lane+.chart-lane{margin-block-start:.5rem}
.chart-key{display:grid;gap:.25rem;margin:.75rem 0 0;font-size:.8125rem}
.chart-key>div{display:grid;grid-template-columns:6rem 1fr}
.chart-key ul{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin:0;padding:0;list-style:none}
.chart-key li{display:inline-flex;align-items:baseline;gap:.4rem}
.then-now{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:0 2.5rem;max-inline-size:60rem}
.then-now h3,.then-now h4{margin:.5rem 0 .25rem;font-size:.9375rem}
.change{max-inline-size:60rem}.change h3{margin:0 0 .25rem}.change h4{margin:.75rem 0 .25rem;font:600 .8125rem/1.4 var(--sans);color:var(--soft)}
.change .said{max-inline-size:46rem;margin-block-start:.625rem}
.moves{flex-direction:column}.moves dd{display:flex;flex-wrap:wrap;align-items:baseline;gap:.125rem .625rem}
.then .verdict{color:var(--soft)}
.arrow::before{content:"→"}[dir=rtl] .arrow::before{content:"←"}
.move{font-weight:600;font-size:.875rem}
.cells small{display:block}.cells small span{white-space:nowrap}.cells+p{margin-block-start:.75rem}
.cells{max-inline-size:60rem}.cells td{min-inline-size:6rem}
@media (max-width:40rem){.cells thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}.cells tr{display:grid;grid-template-columns:1fr 1fr;padding-block:.5rem}.cells th,.cells td:first-of-type{grid-column:1/-1}.cells tr>*{padding-block:.125rem;border:0}.cells td:last-child::before{content:"→ "}[dir=rtl] .cells td:last-child::before{content:"← "}}
.tag{font-size:.8125rem;font-weight:600}
.difference ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em;background:var(--wash)}
.difference del{color:var(--soft);text-decoration:line-through}
.gone a{color:var(--soft)}
@media (max-width:40rem){
.abreast thead,.practice thead,.learn thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.abreast,.abreast tbody,.abreast tr,.abreast th,.abreast td,.practice,.practice tbody,.practice tr,.practice th,.practice td,.learn,.learn tbody,.learn tr,.learn th,.learn td{display:block}
.abreast tbody,.practice tr,.learn tr{padding-block:.75rem;border-block-end:1px solid var(--strong)}.abreast tbody tr,.abreast tbody tr:last-child{border:0}
.abreast th,.abreast td,.practice th,.practice td,.learn th,.learn td,[dir=rtl] :is(.abreast,.practice,.learn) :is(th,td){padding:.25rem 0}
.abreast .lane{padding-block-start:.5rem;font-weight:600}
.abreast td{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.5rem}
.learn td{display:grid;grid-template-columns:6rem minmax(0,1fr);gap:.5rem}.learn td>*{grid-column:2}.learn td>.who{grid-column:1;grid-row:1}.learn td:last-child{display:block}.learn .figure{text-align:start}
.abreast .verdict{flex-direction:row;align-items:baseline;gap:.5rem}
.who{display:block;color:var(--soft);font-size:.8125rem}
.chart-lane text{display:none}.chart-key>div{grid-template-columns:1fr}}
@media (forced-colors:active){.chart-lane svg,.row-bar{forced-color-adjust:none}}
@media print{@page broad{size:landscape}.article:has(.n-4,.n-5,.n-6){page:broad}.choose,ul.inline{display:none}.abreast thead{break-after:avoid}.abreast tbody,.change h3,.practice tr{break-inside:avoid}.chart-lane svg,.row-bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
