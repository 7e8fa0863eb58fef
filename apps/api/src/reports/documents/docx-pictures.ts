// The pictures of the Word document: its charts and the signs of verdicts, drawn as everywhere else, and the mark behind every page.
import type { Tone } from '@servanda/contract';
import { ImageRun, ImportedXmlComponent } from 'docx';
import { barShapes, barSize, picture, swatchShapes, swatchSize, tones } from '../../assessments/chart.svg.ts';
import { drawSvg } from './draw-svg.ts';
import { figureFont } from './fonts.ts';
import type { Block, Lane } from './model.ts';
import { cleanText } from './printable.ts';

/** Ready to be placed; each placing has a number of its own in the document. */
export interface Pictures {
  swatch: (tone: Tone) => ImageRun;
  /** At so many twentieths of a point wide. */
  bar: (lane: Lane, width: number) => ImageRun;
}
let known: Promise<Map<Tone, Buffer>> | undefined;
/** How much larger than it is shown a picture is drawn. */
const sharp = 3;

/** Draws what a document needs beforehand, for its writer cannot wait. */
export async function picturesOf(blocks: Block[], rtl: boolean): Promise<Pictures> {
  known ??= Promise.all(tones.map(async (tone) => [tone, (await drawSvg(picture(swatchShapes(tone), swatchSize), sharp)).png] as const)).then(
    (drawn) => new Map(drawn),
  );
  const swatches = await known;
  const lanes = blocks.flatMap((block) => (block.is === 'chart' ? block.lanes : []));
  const fonts = lanes.length > 0 ? [figureFont()] : [];
  const bars = new Map<Lane, Buffer>();
  for (const lane of lanes) bars.set(lane, (await drawSvg(picture(barShapes(lane, rtl), barSize), sharp, fonts)).png);
  let placed = 1;
  const image = (data: Buffer | undefined, size: { width: number; height: number }, description: string) =>
    new ImageRun({
      type: 'png',
      data: data ?? Buffer.alloc(0),
      transformation: size,
      altText: { id: String(++placed), name: `Picture ${placed}`, description },
    });
  return {
    swatch: (tone) => image(swatches.get(tone), { width: 18, height: 8 }, ''),
    bar: (lane, width) => {
      const pixels = Math.round(width / 15);
      const said = `${lane.label}: ${lane.parts.map(({ label, count }) => `${label} ${count}`).join(', ')}`;
      return image(bars.get(lane), { width: pixels, height: Math.round((pixels * barSize.height) / barSize.width) }, cleanText(said));
    },
  };
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** One of our own words behind a page, as Word itself draws a watermark: it stands in a header. */
export const watermarkOf = (word: string, number: number): ImportedXmlComponent =>
  ImportedXmlComponent.fromXmlString(
    `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject${number}" o:spid="_x0000_s${2048 + number}" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;margin-top:0;width:${Math.min(380, 58 * [...word].length)}pt;height:82pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#eef1f4" stroked="f"><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="${word.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')}"/></v:shape></w:pict></w:r>`,
  );
