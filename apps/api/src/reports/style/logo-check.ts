// What a logo may be: a PNG of bounded size, or an SVG of shapes and colours that fetches, runs and repeats nothing.
import { SaxesParser } from 'saxes';

/** Why it is refused, in a sentence with its remedy; keys of the interface's words too. */
export type Flaw = string;
const asPng = 'Save it as PNG, and send that';
const flaws = {
  kind: 'Send the logo as SVG or PNG',
  large: 'The picture has more than 4,000 points on a side. Make it smaller',
  broken: `The picture cannot be read. ${asPng}`,
  acting: `The SVG holds scripts, animations, links or styles that fetch something. ${asPng}`,
  text: 'The SVG holds text, which needs a font. Turn the text into paths',
  other: `The SVG holds what no logo needs: pictures, filters, patterns or repeated parts. ${asPng}`,
  many: `The SVG has more than 5,000 shapes. ${asPng}`,
};
const longest = 4000;
const mostShapes = 5000;
const svg = 'http://www.w3.org/2000/svg';
const shapes = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask title desc metadata style'.split(' '),
);
const acting = new Set('script foreignObject a animate animateTransform animateMotion set handler'.split(' '));
const fetching = /@import|url\(\s*["']?(?!#)|expression\(|javascript:|https?:|data:/i;

export type Looked = { kind: 'png' | 'svg' } | { flaw: Flaw };

export function lookAt(bytes: Uint8Array): Looked {
  const buffer = Buffer.from(bytes);
  if (buffer.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') {
    if (buffer.length < 33 || buffer.toString('latin1', 12, 16) !== 'IHDR') return { flaw: flaws.broken };
    return Math.max(buffer.readUInt32BE(16), buffer.readUInt32BE(20)) > longest ? { flaw: flaws.large } : { kind: 'png' };
  }
  const text = buffer.toString('utf8');
  if (!/^\ufeff?\s*<(?:\?xml|svg|!--)/.test(text)) return { flaw: flaws.kind };
  const flaw = flawOf(text);
  return flaw ? { flaw } : { kind: 'svg' };
}

function flawOf(text: string): Flaw | null {
  let flaw: Flaw | null = null;
  let count = 0;
  const found = (one: Flaw) => {
    flaw ??= one;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => found(flaws.acting));
  parser.on('processinginstruction', () => found(flaws.acting));
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count === 1 && (local !== 'svg' || uri !== svg)) found(flaws.kind);
    if (count > mostShapes) found(flaws.many);
    // What drawing programs note for themselves draws nothing.
    if (uri !== svg) return;
    if (acting.has(local)) found(flaws.acting);
    else if (/^(?:text|tspan|textPath|tref)$/.test(local)) found(flaws.text);
    else if (!shapes.has(local)) found(flaws.other);
    for (const { local: name, uri: of, value } of Object.values(attributes)) {
      if (/^on/i.test(name) || (name === 'href' && !value.startsWith('#'))) found(flaws.acting);
      if (of !== 'http://www.w3.org/2000/xmlns/' && fetching.test(value)) found(flaws.acting);
    }
  });
  const said = (inner: string) => fetching.test(inner) && found(flaws.acting);
  parser.on('text', said);
  parser.on('cdata', said);
  try {
    parser.write(text).close();
  } catch {
    return flaws.broken;
  }
  return flaw;
}
