// Draws a logo anew as PNG: of what was sent nothing is kept but its picture. Runs in the process that makes documents.
import { drawSvg } from '../documents/draw-svg.ts';
import { lookAt } from './logo-check.ts';

/** Points: the longest sides of a logo as it is kept. */
const most = { width: 1200, height: 400 };

export type Drawn = { png: string; width: number; height: number } | { flaw: string };

/** The PNG in Base64, or why there is none. */
export async function draw(bytes: Uint8Array): Promise<Drawn> {
  const looked = lookAt(bytes);
  if ('flaw' in looked) return looked;
  const scale = ({ width, height }: { width: number; height: number }) =>
    Math.min(most.width / width, most.height / height, looked.kind === 'png' ? 1 : Number.POSITIVE_INFINITY);
  try {
    const { png, width, height, isSeen } = await drawSvg(looked.kind === 'svg' ? Buffer.from(bytes).toString('utf8') : framed(Buffer.from(bytes)), scale);
    // A picture that cannot be read within is drawn as nothing.
    return isSeen ? { png: png.toString('base64'), width, height } : { flaw: 'Nothing is to be seen in the picture. Save it as PNG, and send that' };
  } catch {
    return { flaw: 'The picture cannot be read. Save it as PNG, and send that' };
  }
}

/** A PNG within an SVG of its size, so that one program draws both. */
function framed(png: Buffer): string {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
}
