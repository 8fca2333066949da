// In: nothing. Out: the page's style: system fonts, light and dark, narrow and wide, screen and paper.

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --raised: #ffffff; --ink: #1f1e1b; --soft: #5d5a53; --faint: #8b877e;
  --rule: #e3dfd6; --hover: #f3f0e8; --accent: #1f5c6b; --wash: #fdf3c8;
  --red: #a3321f; --red-wash: #f9e7e2; --blue: #2a5590; --blue-wash: #e6eef8; --ochre: #7c5a10; --ochre-wash: #f6eed8;
  --tight: #b4533c; --ease: #3d7f6d; --bar: #6f7f8f;
  --serif: ui-serif, Charter, "Bitstream Charter", "Sitka Text", "Iowan Old Style", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --raised: #1e2023; --ink: #e7e4dd; --soft: #aaa69c; --faint: #7f7b72;
    --rule: #34352f; --hover: #222426; --accent: #7fc0cf; --wash: #4a4014;
    --red: #ef9a86; --red-wash: #40211b; --blue: #9dc0f0; --blue-wash: #1d2c42; --ochre: #dfbf74; --ochre-wash: #3a2f14;
    --tight: #cf7560; --ease: #62a995; --bar: #8494a4;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 var(--serif); font-variant-numeric: lining-nums; text-wrap: pretty; overflow-wrap: break-word;
}
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .18em; }
a:focus-visible, summary:focus-visible, button:focus-visible, input:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px;
}
.page { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
header.top { padding: 3.2rem 0 1.6rem; border-bottom: 2px solid var(--ink); }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.6rem); line-height: 1.12; font-weight: 600; letter-spacing: -.012em; margin: 0 0 .5rem; text-wrap: balance; }
.days { margin: 0; color: var(--soft); font-size: 1.05rem; }
.days b { color: var(--ink); }
.preface { margin: .3rem 0 0; color: var(--soft); }
dl.stats { display: flex; flex-wrap: wrap; gap: 1rem 2.4rem; margin: 1.5rem 0 0; font-family: var(--sans); }
dl.stats div { min-width: 5rem; max-width: 22rem; }
dl.stats dt { font-size: .72rem; letter-spacing: .06em; text-transform: uppercase; color: var(--faint); }
dl.stats dd { margin: .05rem 0 0; font-size: 1.35rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
dl.stats dd small { display: block; font-size: .8rem; line-height: 1.35; color: var(--soft); }
meter { display: none; }
.layout { display: grid; grid-template-columns: 12.5rem minmax(0, 1fr); gap: 0 3rem; align-items: start; }
nav.contents { position: sticky; top: 0; padding: 1.6rem 0; font: .875rem/1.35 var(--sans); max-height: 100vh; overflow-y: auto; }
nav.contents ol { list-style: none; margin: 0; padding: 0; }
nav.contents a { display: flex; justify-content: space-between; gap: .6rem; padding: .27rem 0; color: var(--soft); text-decoration: none; }
nav.contents a:hover { color: var(--ink); }
nav.contents span { color: var(--faint); font-variant-numeric: tabular-nums; }
#tools { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .45rem .5rem; align-items: center; padding: .8rem 0 .7rem; background: var(--paper); font: .8125rem/1.3 var(--sans); border-bottom: 1px solid var(--rule); }
#tools[hidden] { display: none; }
#filter { flex: 1 1 13rem; min-width: 9rem; font: .9375rem/1.3 var(--sans); padding: .4rem .65rem; color: var(--ink); background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; }
#tools button { font: inherit; color: var(--soft); background: none; border: 1px solid var(--rule); border-radius: 999px; padding: .27rem .7rem; cursor: pointer; }
#tools button:hover { color: var(--ink); border-color: var(--faint); }
#tools button[aria-pressed=true] { color: var(--paper); background: var(--ink); border-color: var(--ink); }
#count { color: var(--faint); min-width: 4.2rem; text-align: right; font-variant-numeric: tabular-nums; }
main > section { padding-top: 2.1rem; }
h2 { font-size: 1.28rem; line-height: 1.25; font-weight: 600; margin: 0 0 .45rem; letter-spacing: -.005em; }
ul.lines { list-style: none; margin: 0; padding: 0; }
ul.lines > li { border-top: 1px solid var(--rule); }
ul.lines > li:first-child { border-top: 0; }
ul.parts { margin: -.15rem 0 .35rem .95rem; padding-left: .9rem; border-left: 2px solid var(--rule); font-size: .97em; }
ul.parts > li { border-top: 0; }
.line { padding: .42rem 0; }
ul.parts .line { padding: .17rem 0; }
details.line > summary { list-style: none; cursor: pointer; position: relative; border-radius: 3px; }
details.line > summary::-webkit-details-marker { display: none; }
details.line > summary::before { content: "›"; position: absolute; left: -1.05rem; color: var(--faint); font-family: var(--sans); transition: transform .12s; opacity: 0; }
details.line > summary:hover::before, details.line > summary:focus-visible::before, details.line[open] > summary::before { opacity: 1; }
details.line[open] > summary::before { transform: rotate(90deg); }
details.line > summary:hover .words { background: var(--hover); box-shadow: 0 0 0 .16rem var(--hover); border-radius: 2px; }
.line:target > summary .words, .line.bare:target .words { background: var(--wash); box-shadow: 0 0 0 .16rem var(--wash); }
q { quotes: "\\201C" "\\201D" "\\2018" "\\2019"; }
.weak { color: var(--faint); }
.tail { font: .75rem/1.4 var(--sans); color: var(--faint); }
.tail > * { margin-right: .25rem; }
.mark { display: inline-block; padding: 0 .42em; border-radius: 4px; color: var(--soft); background: var(--hover); white-space: nowrap; }
.mark.disputed, .mark.denied, .mark.out-of-time { color: var(--red); background: var(--red-wash); }
.mark.planned, .mark.expected, .mark.possible, .mark.conditional, .mark.hypothetical { color: var(--blue); background: var(--blue-wash); }
.mark.single-sourced, .mark.second-hand { color: var(--ochre); background: var(--ochre-wash); }
.origins { white-space: nowrap; }
code { font: .92em var(--mono); }
code.id { font-size: .69rem; white-space: nowrap; color: var(--faint); }
.evidence { margin: .55rem 0 .7rem; display: grid; gap: .7rem; }
figure { margin: 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--accent); }
blockquote { margin: 0; font-size: 1rem; line-height: 1.52; max-width: 44rem; }
.around { color: var(--faint); }
mark { color: inherit; background: var(--wash); padding: .06em .1em; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
figcaption { margin-top: .3rem; font: .78rem/1.45 var(--sans); color: var(--soft); }
figcaption code, figcaption .where { color: var(--faint); font-size: .95em; }
.dispute { padding: 1rem 0 1.1rem; border-top: 1px solid var(--rule); }
.dispute:first-of-type { border-top: 0; padding-top: .3rem; }
.dispute h3 { font-size: 1.02rem; font-weight: 400; margin: 0 0 .6rem; color: var(--soft); }
.dispute h3 b { color: var(--ink); font-weight: 600; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.6rem; }
.side { padding: .1rem 0; }
.side .value { margin: 0 0 .45rem; font-size: 1.25rem; line-height: 1.25; font-weight: 600; }
.side figure { border-left-color: var(--red); margin-bottom: .7rem; }
.because { margin: .55rem 0 0; color: var(--soft); font-style: italic; }
table.grid { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.grid th { text-align: left; vertical-align: top; font-weight: 600; padding: .55rem 1.1rem .5rem 0; }
table.grid thead th { font: 600 .72rem/1.3 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--faint); border-bottom: 1px solid var(--faint); }
table.grid thead th:first-child { width: 22%; }
table.grid tbody tr { border-bottom: 1px solid var(--rule); }
table.grid td { vertical-align: top; padding: .15rem 1.1rem .15rem 0; font-size: .97em; }
table.grid td.none { padding-top: .55rem; }
main > section.drawing { padding-top: .9rem; overflow-x: auto; }
.key { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .3rem 0 0; font: .75rem/1.4 var(--sans); color: var(--faint); }
.key span::before { content: ""; display: inline-block; width: .72rem; height: .72rem; margin-right: .38rem; vertical-align: -.08rem; border-radius: 2px; background: var(--bar); }
.key .k-round::before { border-radius: 50%; background: var(--ink); }
.key .k-due::before { background: var(--red); transform: rotate(45deg) scale(.78); border-radius: 1px; }
.key .k-tight::before { background: var(--tight); }
.key .k-ease::before { background: var(--ease); }
.key .k-ahead::before { background: none; border: 1.4px dashed var(--bar); }
table.plain { border-collapse: collapse; margin: .6rem 0; font-size: .92em; }
table.plain th, table.plain td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
table.plain .number { text-align: right; font-variant-numeric: tabular-nums; }
.chart { margin: 1rem 0; overflow-x: auto; }
.chart .step { fill: var(--accent); opacity: .55; }
svg.timeline { display: block; width: 100%; min-width: 46rem; height: auto; font: 11.5px var(--sans); }
.timeline text { fill: var(--ink); }
.timeline .tick, .timeline .group { fill: var(--faint); font-size: 11px; }
.timeline .tick.strong { fill: var(--soft); font-weight: 600; }
.timeline .group { font-weight: 600; letter-spacing: .05em; }
.timeline .lane { fill: var(--soft); }
.timeline a:hover .lane, .timeline a:hover .label { text-decoration: underline; }
.timeline .rule { stroke: var(--rule); }
.timeline .month { stroke: var(--rule); stroke-dasharray: 1 3; }
.timeline .year { stroke: var(--rule); }
.timeline .now { stroke: var(--accent); stroke-width: 1.4; }
.timeline .now-day { fill: var(--accent); font-weight: 600; font-size: 11px; }
.timeline .label { font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.timeline .on-bar { stroke: none; font-weight: 600; }
.timeline .bar.actual .on-bar { fill: var(--ink); }
.timeline .round circle { fill: var(--ink); }
.timeline .round.ahead circle { fill: var(--paper); stroke: var(--ink); stroke-width: 1.6; stroke-dasharray: 2.4 1.8; }
.timeline .range { fill: var(--faint); opacity: .35; }
.timeline .due path { fill: var(--red); }
.timeline .was-due path { fill: var(--paper); stroke: var(--red); stroke-width: 1.4; }
.timeline .chain { stroke: var(--red); stroke-width: 1.2; stroke-dasharray: 3 3; }
.timeline .plain .solid, .stop-plain { fill: var(--bar); stop-color: var(--bar); }
.timeline .tightens .solid, .stop-tightens { fill: var(--tight); stop-color: var(--tight); }
.timeline .eases .solid, .stop-eases { fill: var(--ease); stop-color: var(--ease); }
.timeline .solid { opacity: .5; }
.timeline rect[fill] { opacity: .6; }
.timeline .hollow { fill: none; stroke: var(--bar); stroke-width: 1.3; stroke-dasharray: 4 3; }
.timeline .tightens .hollow { stroke: var(--tight); }
.timeline .eases .hollow { stroke: var(--ease); }
.empty { color: var(--soft); margin: .2rem 0; }
.more { font: .85rem/1.5 var(--sans); color: var(--soft); margin: .5rem 0 0; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); font: .8rem/1.55 var(--sans); color: var(--faint); }
.hidden { display: none !important; }
@media (max-width: 60rem) {
  .layout { display: block; }
  nav.contents { display: none; }
  details.line > summary::before { display: none; }
}
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  .page { padding: 0 1rem 3rem; }
  header.top { padding-top: 1.8rem; }
  dl.stats { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem 1.4rem; }
  #tools { position: static; }
  #tools button { padding: .3rem .6rem; }
  table.grid, table.grid tbody, table.grid tr, table.grid td, table.grid tbody th { display: block; width: auto; }
  table.grid thead { display: none; }
  table.grid td.none { display: none; }
  table.grid tbody th { padding: .7rem 0 0; }
  table.grid td { padding: 0 0 .3rem; }
  table.grid td::before { content: attr(data-party); display: block; font: 600 .72rem/1.3 var(--sans); letter-spacing: .05em; text-transform: uppercase; color: var(--faint); margin-top: .4rem; }
  .drawing { margin-right: -1rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --faint: #666; --rule: #ccc; --hover: #fff; --red-wash: #fff; --blue-wash: #fff; --ochre-wash: #fff; --wash: #eee; }
  @page { margin: 16mm 15mm 18mm; }
  html { font-size: 9.4pt; }
  body { font-size: 1rem; line-height: 1.38; }
  .page { max-width: none; padding: 0; }
  header.top { padding: 0 0 .5rem; }
  h1 { font-size: 2rem; }
  dl.stats { margin-top: .6rem; gap: .4rem 1.6rem; }
  dl.stats dd { font-size: 1.15rem; }
  .layout { display: block; }
  nav.contents, #tools { display: none !important; }
  main > section { padding-top: .8rem; }
  h2 { font-size: 1.25rem; break-after: avoid; }
  .line { padding: .18rem 0; break-inside: avoid; }
  .mark { border: .4pt solid currentColor; padding: 0 .3em; }
  .dispute, .side, figure { break-inside: avoid; }
  main > section.drawing { overflow: visible; break-inside: avoid; }
  .key, .key span::before, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  svg.timeline { min-width: 0; }
  details.line > summary::before { display: none; }
  a { text-decoration: none; }
  .sides { grid-template-columns: 1fr 1fr; }
}
`
