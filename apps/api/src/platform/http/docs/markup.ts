// HTML that cannot be broken out of: what is put into a template is escaped unless it is markup already.

class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type { Markup };
export type Part = Markup | string | number | null | undefined | Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);
const written = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  return part === null || part === undefined ? '' : escaped(String(part));
};

/** A piece of HTML: html`<p>${text}</p>`. Texts are escaped; markup and lists of it are taken as they are. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((s, i) => s + written(i < parts.length ? parts[i] : '')).join(''));

/** SVG that a drawing module of ours made out of numbers and closed lists; never for a text that came from anybody. */
export const drawn = (shapes: string): Markup => new Markup(shapes);

const inData: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };
/** Facts for programs that read pages (JSON-LD): never run, and not to be broken out of. */
export const dataBlock = (facts: unknown): Markup =>
  new Markup(`<script type="application/ld+json">${JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, (c) => inData[c] ?? c)}</script>`);
