// The layout of the PDF. A fixed text: every word and every piece of user text arrives as JSON and is placed as a string, which is printed and never parsed.
export const layout = String.raw`
#let d = json("/data.json")
// Drawn by us: no text of anybody.
#let pictures = json("/pictures.json")
#let w = d.furniture
// A long document is set in parts (pdf-parts.ts): what lies before this one, and what is asked of it.
#let part = d.part
#let at(unit, is-end) = if part != none and part.isMarked and unit != none [#metadata((unit, is-end))<at>]
#let rtl = d.rtl
// By name, not as start and end: a paragraph of Latin alone would have these on its own sides.
#let (near, far) = if rtl { (right, left) } else { (left, right) }
#let direction(r) = if r { std.rtl } else { std.ltr }
#let ink = rgb(d.style.ink)
#let logo(height) = if d.style.logo == none { none } else { image("/logo.png", height: calc.min(height, 60mm * d.style.logo.height / d.style.logo.width), alt: d.organisation.text) }
#let soft = rgb("#55616f")
#let hair = .4pt + rgb("#c9d0d8")
#let han = "Noto Sans S Chinese"
#let latin = ("Noto Sans", "Amiri", han)
#let arabic = ("Amiri", "Noto Sans", han)
#let wide = d.at("isWide", default: false)
#let large = d.style.paper == "a3" and not wide
// Wider sides on A3, whose lines would else be too long to be read.
#let side = if wide { 16mm } else if large { 34mm } else { 24mm }
// Beside the bars of a chart.
#let label-width = if d.lang == "ru" { 38mm } else { 30mm }
#let base = (if rtl { 11pt } else { 9.5pt }) * (if large { 1.16 } else { 1 })
// Codes, dates, names of files: left to right wherever they stand.
#let iso(s) = text(dir: std.ltr, lang: "en", font: latin, size: if rtl { 0.85em } else { 1em }, s)
// What a person wrote, and the English of the treaty: in its own direction and language.
#let said(v) = if v.rtl == rtl { text(lang: v.lang, v.text) } else {
  text(lang: v.lang, dir: direction(v.rtl), font: if v.rtl { arabic } else { latin }, size: if rtl { 0.88em } else { 1.12em }, v.text) }
// The sign of a verdict says nothing that the word beside it does not.
#let mark(tone) = pdf.artifact(box(baseline: -0.02em, image(bytes(pictures.swatches.at(tone)), format: "svg", height: 0.72em)))
#let run(r, unit: none) = {
  // No line ends between the sign and its word.
  if "tone" in r [#box(inset: if rtl { (left: 1.5pt) } else { (right: 1.5pt) }, mark(r.tone))~]
  let shown = if r.as == "code" { iso(r.text) } else if r.as == "said" { said(r) } else { r.text }
  if r.at("strong", default: false) { shown = text(weight: 700, shown) }
  if r.at("slanted", default: false) { shown = if r.rtl or r.lang == "zh" or d.lang == "zh" or (r.as == "own" and rtl) { text(weight: 600, shown) } else { text(style: "italic", shown) } }
  shown
  if "note" in r { footnote(r.note.map(run).join() + at(unit, true)) }
}
#let line-of(l, unit: none) = if l.len() == 0 [] else { l.map(r => run(r, unit: unit)).join() }
#let cell-of(lines, unit: none) = if lines.len() == 0 [] else { lines.enumerate().map(((i, l)) => if i == 0 { line-of(l, unit: unit) } else { text(size: 0.9em, fill: soft, line-of(l, unit: unit)) }).join(linebreak()) }
// Figures at the far side, their units under each other where that is the left.
#let length-of(c) = c.flatten().map(r => r.text.clusters().len()).sum(default: 0)
// A row stays on one page, unless it is long.
#let lines-of(c, share) = c.map(l => 1 + calc.floor(length-of(l) / share / 90)).sum(default: 1)
#let is-long(b, r) = { let all = b.shares.sum(); r.enumerate().any(((x, c)) => lines-of(c, b.shares.at(x) / all) > 24) }
#let figures(b, x, c) = box(width: 0.58em * if "digits" in b { b.digits.at(x) } else { calc.max(1, ..b.rows.map(r => length-of(r.at(x)))) }, align(right, cell-of(c)))
#let furniture-text = (font: if rtl { arabic } else { latin }, dir: direction(rtl), size: 7.5pt, fill: soft)

#set document(title: w.title + " – " + d.state.text, author: d.organisation.text, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: if rtl { arabic } else { latin }, lang: d.lang, dir: direction(rtl), size: base, fallback: false)
#set par(leading: 0.66em, spacing: 0.95em)
#set align(near)
#set page(flipped: wide, paper: if wide { "a3" } else if d.style.paper == "letter" { "us-letter" } else { d.style.paper }, margin: (x: side, top: if wide { 22mm } else { 27mm }, bottom: if wide { 18mm } else { 24mm }), numbering: "1",
  background: if d.watermark == none { none } else { rotate(-35deg, text(..furniture-text, size: 88pt, weight: 700, fill: rgb("#eef1f4"), d.watermark)) },
  header: { set text(..furniture-text)
    grid(columns: (1fr, auto), [#said(d.state) · #w.shortTreaty], text(weight: "bold")[#if d.watermark != none and d.watermark != w.mark [#d.watermark · ]#w.mark])
    v(-5pt); line(length: 100%, stroke: hair) },
  footer: context { set text(..furniture-text)
    grid(columns: (1fr, auto), [#w.title · #w.asOf #d.onWords · #iso(d.hash.slice(0, 12))],
      [#w.page #iso(counter(page).display("1")) / #iso(if part == none { str(counter(page).final().first()) } else { part.total })]) })
#show heading.where(level: 1): it => { set text(size: if d.cover == none { 14pt } else { 19pt }, fill: ink, weight: 700); block(above: if d.cover == none { 13pt } else { 22pt }, below: if d.cover == none { 7pt } else { 14pt }, sticky: true, it.body) }
#show heading.where(level: 2): it => { set text(size: 12.5pt, fill: ink, weight: 600); block(above: 22pt, below: 9pt, sticky: true, it.body) }
#show heading.where(level: 3): it => { set text(size: 10.5pt, weight: 600); block(above: 17pt, below: 7pt, sticky: true, it.body) }
#show heading.where(level: 4): it => { set text(size: 9.5pt, weight: 600, fill: rgb("#33404e")); block(above: 13pt, below: 6pt, sticky: true, it.body) }
// Where the treaty is cited: one word.
#show regex("\d{1,2}\(\d\)(\([a-z]{1,4}\)){0,3}[a-z]?"): it => box(text(dir: std.ltr, it))
#show link: set text(fill: rgb("#0b5394"))
#set table(stroke: (x, y) => (bottom: if y == 0 { .8pt + ink } else { hair }), inset: (x: 4pt, y: 4.5pt))
#show table: set text(size: 0.88em)
#show table: set par(leading: 0.55em)
#show table.cell.where(y: 0): set text(weight: 600, fill: ink)
#show figure.caption: set text(size: 0.85em, fill: soft)

#let small(s) = text(size: 0.85em, fill: soft, s)
#let rule(side, c) = if side == right { (right: c) } else { (left: c) }

#let block-of(b, bars) = {
  let u = b.at("unit", default: none)
  let unit(y) = if b.at("isShort", default: true) { u } else { u + y }
  if b.is == "heading" {
    if b.isNewPage { pagebreak(weak: true) }
    heading(level: b.level, at(u, false) + line-of(b.line, unit: u))
  } else if b.is == "text" {
    let shown = par(at(u, false) + if "number" in b [#if rtl { b.number } else { iso(b.number) } #h(4pt) #line-of(b.line, unit: u)] else { line-of(b.line, unit: u) } + at(u, true))
    if b.look == "quote" {
      let side = if b.line.any(r => r.rtl) or (rtl and b.line.all(r => r.as == "own")) { right } else { left }
      block(width: 100%, inset: rule(side, 8pt), stroke: rule(side, 1.6pt + rgb("#c9d0d8")), align(side, shown))
    } else if rtl and b.line.len() > 0 and b.line.all(r => r.as == "said" and not r.rtl) { block(width: 100%, align(left, if b.look == "small" { small(shown) } else { shown })) } else if b.look == "small" { block(small(shown)) } else if b.look == "strong" { block(text(weight: 700, shown)) } else if b.look == "lead" { block(text(size: 1.12em, shown)) } else { block(shown) }
  } else if b.is == "list" {
    let items = b.items.map(item => at(u, false) + line-of(item, unit: u) + at(u, true))
    if b.isOrdered { enum(..items) } else { list(..items) }
  } else if b.is == "table" and b.at("isDense", default: false) {
    set table(inset: (x: 2pt, y: 2.2pt), stroke: (x, y) => (bottom: if y == 0 { .8pt + ink } else { hair }, left: if x > 0 { hair }))
    set text(size: 0.86em)
    table(columns: b.shares.map(s => s * 1fr), align: (x, y) => if y == 0 { near + bottom } else if x == 0 { near + horizon } else { center + horizon },
      table.header(..b.head.enumerate().map(((i, h)) => if i == 0 { h } else { rotate(if rtl { 90deg } else { -90deg }, reflow: true, h) })), ..b.rows.enumerate().map(((y, r)) => r.enumerate().map(((x, c)) => if x == 0 { at(unit(y), false) + cell-of(c, unit: unit(y)) + at(unit(y), true) } else { box(cell-of(c, unit: unit(y)) + at(unit(y), true)) })).flatten())
  } else if b.is == "table" {
    // A table of a few short rows stays on one page.
    let is-short = b.at("isShort", default: b.rows.len() <= 8 and length-of(b.rows) < 800)
    block(breakable: not is-short, table(columns: b.shares.map(s => s * 1fr), align: (x, y) => if x in b.numbers { far } else { near },
      table.header(..b.head), ..b.rows.enumerate().map(((y, r)) => { let may-break = is-long(b, r); r.enumerate().map(((x, c)) => table.cell(breakable: may-break, (if x == 0 { at(unit(y), false) }) + (if rtl and x in b.numbers { figures(b, x, c) } else { cell-of(c, unit: unit(y)) }) + at(unit(y), true))) }).flatten()))
  } else if b.is == "verdicts" {
    block(sticky: true, above: 7pt, below: 7pt, grid(columns: b.of.map(v => 1fr), column-gutter: 6mm, ..b.of.map(v => block(inset: (y: 3pt), width: 100%,
      [#at(u, false)#small(v.lane) \ #box([#mark(v.tone)#h(4pt)#text(weight: 600, v.label)])#if v.proof != "" [ #small("· " + v.proof)]#at(u, true)]))))
  } else if b.is == "chart" {
    figure(kind: "chart", supplement: w.figure, caption: b.caption, alt: b.alt, gap: 8pt,
      pad(top: 4pt, stack(spacing: 7pt, ..b.lanes.zip(bars).map(((lane, svg)) => grid(columns: (label-width, 1fr), align: near + bottom, text(weight: 600, at(u, false) + lane.label),
        image(bytes(svg), format: "svg", width: 100%),
        ..if b.hasKey { (none, pad(top: 4pt, small(lane.parts.map(p => box[#mark(p.tone)#h(3pt)#p.label #iso(str(p.count))]).join(h(9pt))))) }))))) }
}

#if part != none and not part.hasTitle {
  // The headings that it stands under, on a page that is left out: it begins at the height that it has in the whole.
  for h in part.above { heading(level: h.level, line-of(h.line)) }
  counter(page).update(part.page - int(part.above.len() > 0))
  if part.above.len() > 0 { pagebreak() }
} else if d.cover != none {
  page(header: none, footer: none, margin: (x: 28mm, top: 30mm, bottom: 26mm))[
    #grid(columns: (1fr, auto), column-gutter: 6mm, text(size: 10pt, fill: soft, said(d.organisation)), text(size: 9pt, weight: "bold", fill: ink)[#if d.watermark != none and d.watermark != w.mark [#d.watermark · ]#w.mark])
    #if d.style.logo != none { v(4mm); logo(20mm); v(26mm) } else { v(52mm) }
    #line(length: 22mm, stroke: 2.2pt + ink)
    #v(4mm)
    #title(text(size: 34pt, weight: 700, fill: ink, w.title))
    #v(1mm)
    #text(size: 19pt, weight: 600, said(d.state))
    #v(5mm)
    #block(width: 82%, text(size: 11.5pt, fill: soft, w.treatyName))
    #v(1fr)
    #line(length: 100%, stroke: hair)
    #v(1mm)
    #grid(columns: (auto, 1fr), column-gutter: 8mm, row-gutter: 3.2mm, ..d.cover.map(f => (small(f.label), line-of(f.line))).flatten())
  ]
} else [
  #if d.style.logo != none { logo(12mm); v(2mm) }
  #line(length: 22mm, stroke: 2.2pt + ink)
  #block(below: 10pt, title(text(size: 22pt, weight: 700, fill: ink, w.title)))
  #block(below: 8pt, text(size: 13pt, weight: 600, said(d.state)))
  #block(below: 16pt, small[#w.treatyName · #d.onWords · #said(d.organisation)])
]

// A line of both directions would else begin at the wrong side.
#show outline.entry: it => if not rtl { it } else {
  link(it.element.location(), text(fill: black, block(width: 100%, inset: (right: (it.level - 1) * 1.2em),
    grid(columns: (1fr, auto), column-gutter: 4pt, align: (right + top, left + bottom), [#it.body() #box(width: 1fr, it.fill)], iso(it.page())))))
}
#if part != none {
  counter(footnote).update(part.notes)
  counter(figure.where(kind: "chart")).update(part.figures)
}
#if d.hasContents and (part == none or part.hasContents) {
  outline(title: w.contents, depth: 2, indent: 1.2em)
  pagebreak(weak: true)
}
#for (b, bars) in d.blocks.zip(pictures.bars) { block-of(b, bars) }
#if part != none and part.hasTitle and (part.hasContents or d.cover != none) {
  pagebreak(weak: true)
  [#metadata(none)<behind>]
  for h in part.headings {
    counter(page).update(h.page)
    heading(level: h.level, line-of(h.line))
  }
}
#if part != none {
  context [#metadata((
    marks: query(<at>).map(m => (..m.value, m.location().page())),
    headings: query(heading).map(h => h.location().page()),
    front: query(<behind>).map(m => m.location().page() - 1).at(0, default: 0),
  ))<told>]
}
`;
