/** The page's style sheet: light and dark, narrow and wide, on screen and on paper. */
export const style = `:root { color-scheme: light dark; --ink: #1b1b1f; --quiet: #55555e; --paper: #fff; --line: #c9c9d1; --link: #0b4f9e; --box: #f4f4f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf1; --quiet: #b3b3bd; --paper: #16161a; --line: #4a4a55; --link: #8fc1ff; --box: #222229; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 60rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { position: static; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-block-end: 2px solid var(--line); padding-block-end: .25rem; margin-block-start: 2.5rem; text-transform: capitalize; }
h3 { margin-block: 1.5rem .25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin-block: .75rem 0; font-size: 1rem; }
.method { font-weight: 700; }
.quiet { color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 1rem; list-style: none; background: var(--box); border: 1px solid var(--line); }
.fields { margin-block: .25rem; padding-inline-start: 1.25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; margin-block: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-block-end: 1px solid var(--line); }
summary { cursor: pointer; margin-block-start: .5rem; }
article { scroll-margin-block-start: 1rem; }
@media print { nav, .skip { display: none; } body { max-inline-size: none; } article { break-inside: avoid; } }
`;
