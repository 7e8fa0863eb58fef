// Joins the parts of a long PDF to one: its pages, its structure (PDF/UA), its bookmarks; what is not reached from the pages that stay is left out.
import { createHash } from 'node:crypto';
import { changeReferences, entry, objectsOf, outside, type PdfObject, referencesIn } from './pdf-objects.ts';

/** Of one part what stays: its pages from and until before; the bookmarks before the first that stays are only there to be left out. */
interface Kept {
  from: number;
  to: number;
  bookmarks: number;
}
/** Numbers of objects in the whole. */
const own = { pages: 1, structure: 2, document: 3, bookmarks: 4, catalog: 5, info: 6, metadata: 7 };
interface Section {
  pages: number[];
  elements: number[];
  parents: [key: number, object: number][];
  ids: [id: string, object: number][];
}
interface Bookmark {
  title: string;
  target: number;
}

export class JoinedPdf {
  readonly #out: Buffer[] = [Buffer.from('%PDF-1.7\n%\x80\x80\x80\x80\n\n', 'latin1')];
  /** Of the part that is taken in. */
  #latest: Buffer[] = [];
  readonly #places: number[] = [];
  #length = this.#out[0]?.length ?? 0;
  #last = own.metadata;
  #key = 0;
  readonly #alike = new Map<string, number>();
  readonly #sections: Section[] = [];
  readonly #bookmarks: Bookmark[] = [];
  readonly #hash = createHash('sha256');
  /** What the first part says of the whole. */
  #frame: { catalog: string; document: string; tree: string; info: string; xmp: Buffer; ids: string[] } | null = null;

  /** Takes a part in; `isFirst`: before all others, and its links lead to the bookmarks of `headings` (by their place among all). */
  add(pdf: Buffer, kept: Kept, isFirst = false, headings: number[] = []): void {
    const objects = objectsOf(pdf);
    const of = (number: number): string => objects.get(number)?.head ?? '';
    const catalog = Number(/\/Root (\d+) 0 R/.exec(pdf.toString('latin1', pdf.length - 600))?.[1]);
    const [pages = 0, tree = 0, outlines = 0] = ['Pages', 'StructTreeRoot', 'Outlines'].map((key) => entry(of(catalog), key)[0]);
    const document = entry(of(tree), 'K')[0] ?? 0;
    const sheets = entry(of(pages), 'Kids');
    const stays = new Set(sheets.slice(kept.from, kept.to));
    const goes = new Set(sheets.filter((page) => !stays.has(page)));
    const isLeft = (element: number): boolean => {
      const page = entry(of(element), 'Pg')[0];
      if (page !== undefined) return !goes.has(page);
      return entry(of(element), 'K').some((kid) => of(kid).includes('/StructElem') && isLeft(kid));
    };
    const marks = bookmarksIn(objects, outlines);
    const known = new Map([
      [pages, own.pages],
      [tree, own.structure],
      [document, own.document],
    ]);
    // What the contents lead to lies in other parts.
    if (isFirst)
      headings.forEach((heading, at) => {
        const [mark, target] = [marks[at], this.#bookmarks[heading]?.target];
        if (mark && target) known.set(mark.target, target);
      });
    const take = this.#taker(objects, known, `p${this.#sections.length}`);
    const section: Section = {
      pages: [...stays].map(take),
      elements: entry(of(document), 'K').filter(isLeft).map(take),
      parents: [],
      ids: [],
    };
    const keys = new Map(parentsIn(of(tree)));
    const isKept = (number: number) => known.has(number);
    for (const [number, { head }] of objects) {
      const key = isKept(number) ? /\n {2}\/StructParents? (\d+)\n/.exec(head)?.[1] : undefined;
      const parents = key === undefined ? undefined : keys.get(Number(key));
      if (parents !== undefined) section.parents.push([Number(key) + this.#key, take(parents)]);
      const id = isKept(number) && head.includes('/Type /StructElem') ? /\n {2}\/ID \(([^()\\]*)\)\n/.exec(head)?.[1] : undefined;
      if (id !== undefined) section.ids.push([`${id}p${this.#sections.length}`, take(number)]);
    }
    if (!isFirst) for (const { title, target } of marks.slice(kept.bookmarks)) this.#bookmarks.push({ title, target: take(target) });
    this.#key += keys.size;
    this.#out.push(Buffer.concat(this.#latest));
    this.#latest = [];
    this.#sections[isFirst ? 'unshift' : 'push'](section);
    if (isFirst || !this.#frame) this.#frame = { catalog: of(catalog), document: of(document), tree: of(tree), ...informationOf(pdf, objects, catalog) };
  }

  /** The whole; `levels` of the bookmarks, all that were taken in. */
  finish(levels: number[]): Buffer {
    const frame = this.#frame;
    if (!frame || levels.length !== this.#bookmarks.length) throw new Error(`The PDF has ${this.#bookmarks.length} bookmarks for ${levels.length} headings`);
    const all = <K extends keyof Section>(key: K) => this.#sections.flatMap((section): Section[K][number][] => section[key]);
    const listed = (numbers: number[]) => `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
    const pages = all('pages');
    this.#write(own.pages, `<<\n  /Type /Pages\n  /Count ${pages.length}\n  /Kids ${listed(pages)}\n>>`);
    const parents = all('parents').toSorted(([a], [b]) => a - b);
    const ids = all('ids').toSorted(([a], [b]) => (a < b ? -1 : 1));
    const roles = /\n {2}\/RoleMap <<[\s\S]*?\n {2}>>/.exec(frame.tree)?.[0] ?? '';
    const names = ids.length === 0 ? '' : `\n  /IDTree <<\n    /Names [${ids.map(([id, object]) => `(${id}) ${object} 0 R`).join(' ')}]\n  >>`;
    this.#write(
      own.structure,
      `<<\n  /Type /StructTreeRoot${roles}\n  /K [${own.document} 0 R]\n  /ParentTree <<\n    /Nums [${parents.map(([key, object]) => `${key} ${object} 0 R`).join(' ')}]\n  >>${names}\n  /ParentTreeNextKey ${this.#key}\n>>`,
    );
    this.#write(
      own.document,
      frame.document.replace(/\n {2}\/P \d+ 0 R/, `\n  /P ${own.structure} 0 R`).replace(/\n {2}\/K \[[^\]]*\]/, `\n  /K ${listed(all('elements'))}`),
    );
    this.#writeBookmarks(levels);
    const parts = { Pages: own.pages, Metadata: own.metadata, StructTreeRoot: own.structure, Outlines: own.bookmarks };
    const catalog = frame.catalog.replace(/\n {2}\/(?:Pages|Metadata|PageLabels|StructTreeRoot|Outlines) \d+ 0 R/g, '').replace(
      /^<</,
      `<<${Object.entries(parts)
        .map(([key, number]) => `\n  /${key} ${number} 0 R`)
        .join('')}\n  /PageLabels << /Nums [0 << /Type /PageLabel /S /D /St 1 >>] >>`,
    );
    if (referencesIn(catalog).length !== Object.keys(parts).length) throw new Error('The catalogue of the PDF names what is not joined');
    this.#write(own.catalog, catalog);
    this.#write(own.info, frame.info);
    const [, id = '', instance = ''] = frame.ids;
    const made = this.#hash.copy().digest('base64').slice(0, 22);
    const xmp = frame.xmp
      .toString('utf8')
      .replace(/(<xmpTPg:NPages>)\d+/, `$1${pages.length}`)
      .replaceAll(instance, `${made}==`);
    this.#write(own.metadata, `<<\n  /Length ${Buffer.byteLength(xmp)}\n  /Type /Metadata\n  /Subtype /XML\n>>`, Buffer.from(xmp));
    const count = this.#last + 1;
    const places = Array.from({ length: count - 1 }, (_, at) => `${String(this.#places[at + 1] ?? 0).padStart(10, '0')} 00000 n \n`);
    const end = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer\n<<\n  /Size ${count}\n  /Root ${own.catalog} 0 R\n  /Info ${own.info} 0 R\n  /ID [(${id}) (${made}==)]\n>>\nstartxref\n${this.#length}\n%%EOF\n`;
    return Buffer.concat([...this.#out, ...this.#latest, Buffer.from(end, 'latin1')]);
  }

  #write(number: number, head: string, stream: Buffer | null = null): void {
    const parts = [
      Buffer.from(`${number} 0 obj\n${head}`, 'latin1'),
      ...(stream ? [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')] : []),
      Buffer.from('\nendobj\n\n'),
    ];
    this.#places[number] = this.#length;
    for (const part of parts) {
      this.#hash.update(part);
      this.#length += part.length;
      this.#latest.push(part);
    }
  }

  /** Gives an object of a part its number in the whole, and writes it and all that it leads to. */
  #taker(objects: Map<number, PdfObject>, known: Map<number, number>, mark: string): (number: number) => number {
    const waiting: number[] = [];
    const numbered = (number: number): number => {
      const is = known.get(number);
      if (is !== undefined) return is;
      const object = objects.get(number);
      if (!object) throw new Error('The PDF names an object that it has not');
      // Signs of fonts, colours and patterns are the same in several parts.
      const isLeaf = object.stream !== null && referencesIn(object.head).length === 0;
      const alike = isLeaf
        ? createHash('sha256')
            .update(object.head)
            .update(object.stream ?? '')
            .digest('base64')
        : '';
      const same = this.#alike.get(alike);
      const given = same ?? ++this.#last;
      known.set(number, given);
      if (isLeaf) this.#alike.set(alike, given);
      if (same === undefined) waiting.push(number);
      return given;
    };
    return (number) => {
      const given = numbered(number);
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const object = objects.get(next);
        const to = known.get(next);
        if (object && to !== undefined) this.#write(to, this.#changed(object.head, numbered, mark), object.stream);
      }
      return given;
    };
  }

  #changed(head: string, numbered: (number: number) => number, mark: string): string {
    let isList = false;
    return outside(
      head,
      (plain) => changeReferences(plain, numbered).replace(/(\/StructParents? )(\d+)/g, (_, key: string, number: string) => key + (Number(number) + this.#key)),
      (string, before) => {
        isList = before.includes('/Headers [') ? before.lastIndexOf('/Headers [') > before.lastIndexOf(']') : isList && !before.includes(']');
        return isList || before.endsWith('/ID ') ? `${string.slice(0, -1)}${mark})` : string;
      },
    );
  }

  /** Closed, as the compiler has them: each counts those right beneath it. */
  #writeBookmarks(levels: number[]): void {
    const nodes = this.#bookmarks.map((bookmark, at) => ({
      ...bookmark,
      number: this.#last + 1 + at,
      level: levels[at] ?? 1,
      kids: [] as number[],
      parent: -1,
    }));
    this.#last += nodes.length;
    const tops: number[] = [];
    const open: number[] = [];
    nodes.forEach((node, at) => {
      while (open.length > 0 && (nodes[open.at(-1) ?? 0]?.level ?? 0) >= node.level) open.pop();
      node.parent = open.at(-1) ?? -1;
      (nodes[node.parent]?.kids ?? tops).push(at);
      open.push(at);
    });
    const to = (at: number | undefined, key: string) => (at === undefined ? '' : `\n  /${key} ${nodes[at]?.number ?? own.bookmarks} 0 R`);
    const within = (kids: number[], sign: string) =>
      kids.length === 0 ? '' : `${to(kids[0], 'First')}${to(kids.at(-1), 'Last')}\n  /Count ${sign}${kids.length}`;
    this.#write(own.bookmarks, `<<\n  /Type /Outlines${within(tops, '')}\n>>`);
    for (const kids of [tops, ...nodes.map((node) => node.kids)])
      kids.forEach((at, place) => {
        const node = nodes[at];
        if (!node) return;
        const beside = `${to(node.parent, 'Parent')}${to(kids[place + 1], 'Next')}${to(place > 0 ? kids[place - 1] : undefined, 'Prev')}`;
        this.#write(node.number, `<<${beside}${within(node.kids, '-')}\n  /Title ${node.title}\n  /Dest ${node.target} 0 R\n>>`);
      });
  }
}

/** The bookmarks in the order in which they are read. */
function bookmarksIn(objects: Map<number, PdfObject>, outlines: number): Bookmark[] {
  const below = (number: number): Bookmark[] => {
    const all: Bookmark[] = [];
    for (let at = entry(objects.get(number)?.head ?? '', 'First')[0]; at !== undefined; at = entry(objects.get(at)?.head ?? '', 'Next')[0]) {
      const head = objects.get(at)?.head ?? '';
      const title = /\n {2}\/Title ([^\n]*)\n/.exec(head)?.[1] ?? '()';
      all.push({ title, target: entry(head, 'Dest')[0] ?? 0 }, ...below(at));
    }
    return all;
  };
  return below(outlines);
}

/** The tree from the numbers of pages and annotations to their elements. */
const parentsIn = (tree: string): [key: number, object: number][] =>
  [...(/\/ParentTree <<\s*\/Nums \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, object]) => [Number(key), Number(object)]);

function informationOf(pdf: Buffer, objects: Map<number, PdfObject>, catalog: number) {
  const trailer = pdf.toString('latin1', pdf.length - 600);
  const info = objects.get(Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1]))?.head ?? '';
  const xmp = objects.get(entry(objects.get(catalog)?.head ?? '', 'Metadata')[0] ?? 0)?.stream ?? Buffer.alloc(0);
  return { info, xmp: Buffer.from(xmp), ids: /\/ID \[\(([^)]*)\) \(([^)]*)\)\]/.exec(trailer) ?? [] };
}
