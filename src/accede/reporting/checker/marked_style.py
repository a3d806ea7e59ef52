"""How a draft with its marks looks: ink on paper, a ground only under what contradicts; in the dark and on paper too."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5a5a5a; --paper: #fff; --rule: #b9b9b9; --blue: #1d5a9e;
  --ground: #f6e3c5; --sans: "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2de; --soft: #a9a6a0; --paper: #17191c; --rule: #4b4e53;
  --blue: #8db9ec; --ground: #4a3a1c; } }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem clamp(1rem, 5vw, 3.5rem) 4rem; }
header { border-block-end: 1px solid var(--ink); margin-block-end: 2.4rem; padding-block-end: .8rem; }
header p { margin-block: .3rem; max-width: 66ch; }
main > p, section > p { max-width: 66ch; }
h1 { font-size: 1.728rem; line-height: 1.25; } h2 { font-size: 1.44rem; line-height: 1.25; margin-block: 2.4rem 1rem; }
h3 { font-size: 1.2rem; line-height: 1.25; }
a { color: var(--blue); } a:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
:target { outline: 2px solid var(--blue); outline-offset: 2px; } tr:target { outline-offset: -2px; }
.soft { color: var(--soft); }
mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: .2em; }
mark.open { text-decoration: underline dotted 2px; }
mark.contradicts { background: var(--ground); text-decoration: underline double 1px; }
sup { font-size: .72em; line-height: 0; white-space: nowrap; } sup a { text-decoration: none; padding-inline: .1em; }
ul.notes { max-width: 66ch; margin: -.4rem 0 1.2rem; padding: 0 0 0 1rem; list-style: none; font-size: .9rem;
  border-inline-start: 2px solid var(--rule); font-weight: 400; }
ul.notes li { margin-block: .3rem; } td ul.notes { margin-block: .4rem; }
caption ul.notes { margin-block: .3rem .4rem; max-width: min(66ch, calc(100vw - 3.5rem)); }
table { border-collapse: collapse; width: 100%; margin-block: 1.2rem 1.6rem; font-size: .9rem; line-height: 1.45;
  font-variant-numeric: tabular-nums; border-block: 1px solid var(--ink); }
caption { text-align: start; font-weight: 700; padding-block-end: .5rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-block-start: 1px solid var(--rule);
  overflow-wrap: break-word; }
.scroll { overflow-x: auto; }
table.claims { min-width: 48rem; table-layout: fixed; } table.claims td:last-child { color: var(--soft); }
table.claims :is(th, td) { box-sizing: border-box; overflow-wrap: anywhere; }
table.claims th:nth-child(1) { width: 5%; } table.claims th:nth-child(2) { width: 14%; }
table.claims th:nth-child(3) { width: 21%; } table.claims th:nth-child(4) { width: 17%; }
table.claims th:nth-child(5) { width: 25%; }
@media screen and (max-width: 48rem) { table.claims { min-width: 0; } table.claims thead { display: none; }
  table.claims :is(table, tbody, tr, td) { display: block; } table.claims tr { padding-block: .5rem;
  border-block-start: 1px solid var(--rule); } table.claims td { border: 0; padding-block: .1rem; }
  table.claims td:nth-child(n+3):not(:nth-child(5)):not(:empty)::before { color: var(--soft); }
  table.claims td:nth-child(3)::before { content: "Claim: "; } table.claims td:nth-child(4)::before { content: "Register: "; }
  table.claims td:nth-child(6)::before { content: "Evidence: "; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --rule: #999; --blue: #000;
  --ground: #eee; } @page { margin: 2cm; } html { font-size: 10pt; } body { max-width: none; padding: 0; }
  mark.contradicts { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .scroll { overflow: visible; }
  h2, h3, caption { break-after: avoid; } tr, ul.notes li { break-inside: avoid; } ul.notes { break-before: avoid; }
  table.claims { min-width: 0; font-size: 8pt; } section.claims { break-before: page; } }
"""
