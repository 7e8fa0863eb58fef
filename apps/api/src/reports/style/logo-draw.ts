// Draws a logo anew as PNG: of what was sent nothing is kept but its picture. Runs in the process that makes documents; the drawing program is WebAssembly and reaches neither files nor network.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { lookAt } from './logo-check.ts';

const { resolve } = createRequire(import.meta.url);
/** Points: the longest sides of a logo as it is kept. */
const most = { width: 1200, height: 400 };
let ready: Promise<void> | undefined;

export type Drawn = { png: string; width: number; height: number } | { flaw: string };

/** The PNG in Base64, or why there is none. */
export async function draw(bytes: Uint8Array): Promise<Drawn> {
  const looked = lookAt(bytes);
  if ('flaw' in looked) return looked;
  ready ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  try {
    const text = looked.kind === 'svg' ? Buffer.from(bytes).toString('utf8') : framed(Buffer.from(bytes));
    const natural = new Resvg(text, { font: { loadSystemFonts: false } });
    const scale = Math.min(most.width / natural.width, most.height / natural.height, looked.kind === 'png' ? 1 : Number.POSITIVE_INFINITY);
    const image = new Resvg(text, {
      font: { loadSystemFonts: false },
      fitTo: { mode: 'width', value: Math.max(1, Math.floor(natural.width * scale)) },
    }).render();
    // A picture that cannot be read within is drawn as nothing.
    if (!image.pixels.some((value, at) => at % 4 === 3 && value > 0)) return { flaw: 'Nothing is to be seen in the picture. Save it as PNG, and send that' };
    return { png: Buffer.from(image.asPng()).toString('base64'), width: image.width, height: image.height };
  } catch {
    return { flaw: 'The picture cannot be read. Save it as PNG, and send that' };
  }
}

/** A PNG within an SVG of its size, so that one program draws both. */
function framed(png: Buffer): string {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
}
