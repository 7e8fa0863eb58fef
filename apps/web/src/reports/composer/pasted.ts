// What is pasted, before the editor reads it: merged cells are taken apart, for a table here has equal rows; lists and footnotes of Word, which
// are paragraphs and links dressed up, become what they look like. Whatever else has no place in a paragraph is left out.

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? '';
const levelOf = (element: Element): number => Math.min(3, Number(/mso-list:[^;"]*level(\d)/i.exec(styleOf(element))?.[1] ?? 0));
const isNumbered = (marker: string): boolean => /^\W?[0-9a-z]{1,4}[.)]/i.test(marker.trim());
const make = (beside: Node, name: string): HTMLElement => (beside.ownerDocument ?? document).createElement(name);

/** Word's lists: a row of paragraphs that name a level, each with its marker typed before its words. */
function listed(page: DocumentFragment): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const line of page.querySelectorAll('p')) {
    const level = levelOf(line);
    if (level === 0) continue;
    if (last === null || line.previousElementSibling !== last) open = [];
    const marker = line.querySelector('[data-style*="mso-list:Ignore" i]');
    const name = isNumbered(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    let at = open.at(-1);
    if (!at || at.level < level) {
      const list = make(line, name);
      const parent = at?.list.lastElementChild;
      if (parent) parent.append(list);
      else line.before(list);
      at = { list, level };
      open.push(at);
    }
    const item = make(line, 'li');
    at.list.append(item);
    item.append(line);
    last = open[0]?.list ?? null;
  }
}

/** Word's footnotes: a link in the text to a part at its end. */
function noted(page: DocumentFragment): void {
  for (const link of page.querySelectorAll('a[data-style*="mso-footnote-id" i]')) {
    const note = page.getElementById((link.getAttribute('href') ?? '').replace(/^.*#_/, ''));
    if (!note || note.contains(link)) continue;
    for (const back of note.querySelectorAll('a[data-style*="mso-footnote-id" i]')) back.remove();
    const said = make(link, 'sup');
    said.dataset['note'] = (note.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 2000);
    link.replaceWith(said);
  }
  for (const notes of page.querySelectorAll('[data-style*="mso-element:footnote-list" i]')) notes.remove();
}

/** Merged cells stand in the first of their places, the others are empty; short rows are filled up. */
function even(table: HTMLTableElement): void {
  const rows = [...table.rows];
  const grid: (Element | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries())
    for (const cell of [...row.cells]) {
      const line = grid[y] ?? [];
      const x = Array.from({ length: line.length + 1 }).findIndex((_, at) => line[at] === undefined);
      for (let down = 0; down < Math.min(cell.rowSpan || 1, rows.length - y); down += 1)
        for (let along = 0; along < Math.min(cell.colSpan, 12); along += 1) {
          const into = grid[y + down];
          if (into) into[x + along] = down + along === 0 ? cell : make(cell, cell.localName);
        }
    }
  const width = Math.max(0, ...grid.map((line) => line.length));
  for (const [y, row] of rows.entries()) row.replaceChildren(...Array.from({ length: width }, (_, x) => grid[y]?.[x] ?? make(row, 'td')));
}

/** Emphasis that is a style becomes a word of its own; every attribute goes but those that the editor itself writes. */
function plain(element: Element): void {
  const style = styleOf(element);
  if (/font-weight:\s*([6-9]\d\d|bold)/i.test(style) && element.childNodes.length > 0) wrap(element, 'strong');
  if (/font-style:\s*italic/i.test(style) && element.childNodes.length > 0) wrap(element, 'em');
  // The cloak of a whole page that some programs write with: it is not bold.
  const isBoldInName = element.matches('b, strong') && /font-weight:\s*(normal|[1-5]00)/i.test(style);
  for (const name of element.getAttributeNames()) if (name !== 'data-note' && name !== 'data-pm-slice') element.removeAttribute(name);
  if (isBoldInName) element.replaceWith(...element.childNodes);
}
function wrap(element: Element, name: string): void {
  if (!element.matches('span, b, i, strong, em, font, a')) return;
  const inner = make(element, name);
  inner.append(...element.childNodes);
  element.append(inner);
}

/** The page's policy stops styles and acts in whatever is parsed, and says so loudly: they are called otherwise before. It is what is read of them, and no safeguard. */
const quietly = (html: string): string => html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));

/** HTML from the clipboard, in the forms that a paragraph may have. It is read apart from the page: nothing in it runs or is fetched. */
export function pastedHtml(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = quietly(html);
  const page = template.content;
  for (const odd of page.querySelectorAll('script, style, meta, link, title, img, iframe, object, svg')) odd.remove();
  noted(page);
  listed(page);
  for (const table of page.querySelectorAll('table')) if (!table.querySelector('table')) even(table);
  for (const heading of page.querySelectorAll('h4, h5, h6')) {
    const third = make(heading, 'h3');
    third.append(...heading.childNodes);
    heading.replaceWith(third);
  }
  for (const element of page.querySelectorAll('*')) plain(element);
  return template.innerHTML;
}
