// Verdict marks: each tone a colour and a pattern of its own, told apart in black and white; the same as in the app.
export const marksStyle = `
:root{--lane:4px;--solid:3px;--clear:linear-gradient(transparent,transparent);
--look-full:linear-gradient(var(--full),var(--full)),var(--clear);
--look-most:repeating-linear-gradient(90deg,var(--most) 0 9px,transparent 9px 11px),var(--clear);
--look-part:repeating-linear-gradient(115deg,var(--part) 0 3px,transparent 3px 6px),var(--clear);
--look-least:repeating-linear-gradient(60deg,var(--least) 0 1.5px,transparent 1.5px 5px),repeating-linear-gradient(120deg,var(--least) 0 1.5px,transparent 1.5px 5px);
--look-unknown:repeating-linear-gradient(90deg,var(--no) 0 3px,transparent 3px 7px),var(--clear);
--look-empty:repeating-linear-gradient(90deg,var(--no) 0 4px,transparent 4px 8px),var(--clear);
--look-outside:repeating-linear-gradient(135deg,var(--no) 0 1px,transparent 1px 4px),var(--clear)}
.u-full{--upper:var(--look-full);--uh:var(--solid)}.u-most{--upper:var(--look-most);--uh:var(--solid)}.u-part{--upper:var(--look-part)}.u-least{--upper:var(--look-least)}
.u-unknown{--upper:var(--look-unknown)}.u-outside{--upper:var(--look-outside)}.u-unassessed{--upper:var(--look-empty);--uh:1px}
.l-full{--lower:var(--look-full);--lh:var(--solid)}.l-most{--lower:var(--look-most);--lh:var(--solid)}.l-part{--lower:var(--look-part)}.l-least{--lower:var(--look-least)}
.l-unknown{--lower:var(--look-unknown)}.l-outside{--lower:var(--look-outside)}.l-unassessed{--lower:var(--look-empty);--lh:1px}
.lanes{padding-block-end:9px;background-image:var(--upper),var(--lower);background-repeat:repeat-x;
background-size:100% var(--uh,var(--lane)),100% var(--uh,var(--lane)),100% var(--lh,var(--lane)),100% var(--lh,var(--lane));
background-position:0 calc(100% - 6px),0 calc(100% - 6px),0 100%,0 100%;box-decoration-break:clone;-webkit-box-decoration-break:clone}
a.lanes{color:inherit;text-decoration:none}
a.lanes:hover{background-color:color-mix(in srgb,var(--accent) 7%,transparent)}
.swatch{display:inline-block;flex:none;inline-size:1.75rem;block-size:.5rem;background-image:var(--upper);vertical-align:.05em}
.swatch.u-unassessed{background:none;border:1px dashed var(--no)}
.verdict{display:inline-flex;align-items:baseline;gap:.5rem}
.bars{display:block;inline-size:100%;block-size:14px;overflow:visible}
[dir=rtl] .bars{transform:scaleX(-1)}
.b-track{fill:none;stroke:var(--rule)}.b-claimed{fill:color-mix(in srgb,var(--accent) 16%,var(--paper));stroke:var(--accent)}.b-claimed[width="0%"]{stroke:none}
.b-evidenced{fill:color-mix(in srgb,var(--accent) 55%,var(--paper))}.b-verified{fill:var(--ink)}
@media (forced-colors:active){.lanes,.swatch,.bars{forced-color-adjust:none}}
@media print{.lanes,.swatch,.bars{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
