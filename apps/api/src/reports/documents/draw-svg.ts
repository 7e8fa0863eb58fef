// Draws an SVG as PNG. The drawing program is WebAssembly and reaches neither files nor network; it runs in the process that makes documents.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { resolve } = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

interface Picture {
  png: Buffer;
  width: number;
  height: number;
  /** Whether anything is to be seen in it. */
  isSeen: boolean;
}

/** `scale`: how much larger than its own size it is drawn, or said from that; only the given fonts write. Throws where it cannot be read. */
export async function drawSvg(svg: string, scale: number | ((size: { width: number; height: number }) => number), fonts: Buffer[] = []): Promise<Picture> {
  ready ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const font = { loadSystemFonts: false, fontBuffers: fonts.map((one) => new Uint8Array(one)) };
  const value = typeof scale === 'number' ? scale : scale(new Resvg(svg, { font }));
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value } });
  const image = drawing.render();
  const isSeen = image.pixels.some((point, at) => at % 4 === 3 && point > 0);
  const drawn = { png: Buffer.from(image.asPng()), width: image.width, height: image.height, isSeen };
  // Its memory is the program's own, and it cannot know when nobody needs it.
  image.free();
  drawing.free();
  return drawn;
}
