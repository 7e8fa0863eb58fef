// The layout of the PDF. A fixed text: every word and every piece of user text arrives as JSON and is placed as a string, which is printed and never parsed.
export const layout = String.raw`
#let d = json("/data.json")
#let w = d.words
#let rtl = d.rtl
#let direction(r) = if r { std.rtl } else { std.ltr }
#let ink = rgb("#12355b")
#let soft = rgb("#55616f")
#let hair = .4pt + rgb("#c9d0d8")
#let latin = ("Noto Sans", "Amiri")
#let arabic = ("Amiri", "Noto Sans")
// Codes, dates, names of files: left to right wherever they stand.
#let iso(s) = text(dir: std.ltr, lang: "en", font: latin, size: if rtl { 0.85em } else { 1em }, s)
// What a person wrote, and the English of the treaty: in its own direction and language.
#let said(v) = if v.rtl == rtl { text(lang: v.lang, v.text) } else {
  text(lang: v.lang, dir: direction(v.rtl), font: if v.rtl { arabic } else { latin }, size: if rtl { 0.88em } else { 1.12em }, v.text) }

#set document(title: w.title + " – " + d.state.text, author: d.organisation.text, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: if rtl { arabic } else { latin }, lang: d.lang, dir: direction(rtl), size: if rtl { 11pt } else { 9.5pt }, fallback: false)
#set par(leading: 0.66em, spacing: 0.95em)
#set page(paper: "a4", margin: (x: 24mm, top: 27mm, bottom: 24mm), numbering: "1",
  header: { set text(font: if rtl { arabic } else { latin }, dir: direction(rtl), size: 7.5pt, fill: soft)
    grid(columns: (1fr, auto), said(d.state) + [ · ] + w.shortTreaty, text(weight: "bold", w.classification))
    v(-5pt); line(length: 100%, stroke: hair) },
  footer: context { set text(font: if rtl { arabic } else { latin }, dir: direction(rtl), size: 7.5pt, fill: soft)
    grid(columns: (1fr, auto), [#w.title · #w.asOf #iso(d.on) · #iso(d.hash.slice(0, 12))],
      [#w.page #iso(counter(page).display("1")) / #iso(str(counter(page).final().first()))]) })
#show heading.where(level: 1): it => { set text(size: 19pt, fill: ink, weight: 700); block(above: 0pt, below: 14pt, sticky: true, it.body) }
#show heading.where(level: 2): it => { set text(size: 12.5pt, fill: ink, weight: 600); block(above: 22pt, below: 9pt, sticky: true, it.body) }
#show heading.where(level: 3): it => { set text(size: 10.5pt, weight: 600); block(above: 17pt, below: 7pt, sticky: true, it.body) }
#show heading.where(level: 4): it => { set text(size: 9.5pt, weight: 600, fill: rgb("#33404e")); block(above: 13pt, below: 6pt, sticky: true, it.body) }
#show link: set text(fill: rgb("#0b5394"))
#set table(stroke: (x, y) => (bottom: if y == 0 { .8pt + ink } else { hair }), inset: (x: 4pt, y: 4.5pt))
#show table: set text(size: 0.88em)
#show table: set par(leading: 0.55em)
#show table.cell.where(y: 0): set text(weight: 600, fill: ink)
#show figure.caption: set text(size: 0.85em, fill: soft)

#let mark(c) = box(width: 6.5pt, height: 6.5pt, radius: 1pt, fill: rgb(c), stroke: .4pt + rgb("#55616f"))
#let verdict(v) = box([#pdf.artifact(box(baseline: 0%, mark(v.colour))) #h(2pt) #text(weight: 600, v.label)])
#let small(s) = text(size: 0.85em, fill: soft, s)
#let facts(rows) = table(columns: (auto, 1fr), table.header(small(w.kind), small(w.meaning)), ..rows.map(((k, v)) => (k, v)).flatten())

// Cover
#page(header: none, footer: none, margin: (x: 28mm, top: 30mm, bottom: 26mm))[
  #grid(columns: (1fr, auto), text(size: 10pt, fill: soft, said(d.organisation)), text(size: 9pt, weight: "bold", fill: ink, w.classification))
  #v(52mm)
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
  #grid(columns: (auto, 1fr), column-gutter: 8mm, row-gutter: 3.2mm,
    small(w.asOf), d.onWords, small(w.dataCutOff), iso(d.cutOff), small(w.dossier), said(d.dossier), small(w.version), iso(d.version))
]

#outline(title: w.contents, depth: 2, indent: 1.2em)
#pagebreak()

= #w.summary
#d.lead

#w.lanes

#figure(kind: "chart", supplement: w.figure, caption: w.chart, alt: d.chartAlt, gap: 8pt,
  pad(top: 4pt, stack(spacing: 9pt, ..d.chart.map(lane => grid(columns: (24mm, 1fr), align: start + horizon, text(weight: 600, lane.label),
    grid(columns: lane.parts.map(p => p.count * 1fr), ..lane.parts.map(p => rect(width: 100%, height: 15pt, inset: 0pt, stroke: .6pt + white, fill: rgb(p.colour),
      align(center + horizon, text(size: 8pt, weight: 600, fill: rgb(p.ink), iso(str(p.count)))))))))))) 

#for lane in d.chart [
  #table(columns: (1fr, auto), align: (start, end), table.header(lane.label, w.elements),
    ..lane.parts.map(p => ([#pdf.artifact(mark(p.colour)) #h(3pt) #p.label], iso(str(p.count)))).flatten())
]

#pagebreak()
= #w.coverage
#table(columns: (1fr, auto, auto, auto, auto, auto, auto), align: (x, y) => if x < 2 { start } else { end },
  table.header(w.article, w.lane, w.applicable, w.count.assessed, w.count.claimed, w.count.evidenced, w.count.verified),
  ..d.coverage.map(r => (r.head, r.lane, ..r.counts.map(c => iso(str(c))))).flatten())

#pagebreak()
= #w.obligations
#for a in d.articles [
  == #a.head
  #for o in a.obligations [
    === #iso(o.citation) #h(2pt) #said(o.title)
    #for e in o.elements [
      #if not e.alone [==== #iso(e.citation) #h(2pt) #said(e.title)]
      #block(sticky: true, above: 7pt, below: 7pt, grid(columns: (1fr, 1fr), column-gutter: 6mm, ..e.verdicts.map(v => block(inset: (y: 3pt), width: 100%,
        [#small(v.lane) \ #verdict(v) #if v.proof != "" [ #small("· " + v.proof)]]))))
      #if e.ground.text != "" [#said(e.ground)

      ]
      #if e.facts.len() > 0 { small(e.facts.map(f => [#f.label: #if f.code { iso(f.value) } else { f.value }]).join([ · ])) }
      #if e.reasons.len() > 0 {
        for p in e.reasons { block(width: 100%, inset: if rtl { (right: 8pt) } else { (left: 8pt) }, stroke: if rtl { (right: 1.6pt + rgb("#c9d0d8")) } else { (left: 1.6pt + rgb("#c9d0d8")) }, align(if p.rtl { right } else { left }, said(p))) }
      }
      #if e.evidence.len() > 0 {
        table(columns: (auto, 1fr, auto, auto), table.header(w.number, w.evidence, w.date, w.verdict),
          ..e.evidence.map(p => (iso(p.number), [#said(p.title)#if p.citation.text != "" [ \ #small(said(p.citation))]#if p.pinpoint.text != "" [ \ #small(said(p.pinpoint))]], iso(p.date), [#p.stance#if p.old [ · #w.outOfDate]])).flatten())
      } else if e.assessed { small(w.noEvidence) }
      #if e.gaps.len() > 0 { table(columns: (1fr, 1fr), table.header(w.gaps, w.next), ..e.gaps.map(g => (g.gap, g.step)).flatten()) }
    ]
  ]
]

#pagebreak()
= #w.annex
#if d.annex.len() == 0 { w.nothingCited } else {
  table(columns: (auto, 1fr, auto, auto, 26mm), table.header(w.number, w.piece, w.kind, w.date, w.citedUnder),
    ..d.annex.map(p => (iso(p.number), [#said(p.title) \ #small(said(p.originator))#if p.citation.text != "" [ \ #small(said(p.citation))]], p.kind, iso(p.date), iso(p.under))).flatten())
}

#pagebreak()
= #w.method
#for s in d.scales [
  == #s.head
  #table(columns: (32mm, 1fr), table.header(w.verdict, w.meaning), ..s.rows.map(r => (r.label, r.meaning)).flatten())
]
#d.grades #w.unranked

#w.boxes

= #w.about
#facts(d.about.map(a => (a.label, if a.code { iso(a.value.text) } else { said(a.value) })))
#small(w.hashHint)
`;
