// Sets the PDF (PDF/UA-1, tagged). Runs in the child process only: the compiler blocks, and its memory is not ours to bound.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import * as z from 'zod';
import { barShapes, barSize, picture, swatchShapes, swatchSize, tones } from '../../assessments/chart.svg.ts';
import { drawnBy, readFonts } from './fonts.ts';
import { layout } from './layout.typ.ts';
import type { Block, DocumentModel } from './model.ts';
import type { Piece } from './pdf-cut.ts';
import { isLong, type Part, setInParts, usual } from './pdf-parts.ts';
import { eachText, printable } from './printable.ts';

const swatches = Object.fromEntries(tones.map((tone) => [tone, picture(swatchShapes(tone), swatchSize)]));
const workspace = dirname(fileURLToPath(import.meta.url));

const Told = z.object({ marks: z.array(z.tuple([z.number(), z.boolean(), z.number()])), headings: z.array(z.number()), front: z.number() });
const nothingTold = { marks: [], headings: [], front: 0 };

/** After so many layouts what nobody holds is collected. */
const collected = 3;

/** A compiler with our fonts: what it sets depends on its input alone. */
export function pdfMaker({ part, whole } = usual): (document: DocumentModel) => Promise<Buffer> {
  const fonts = readFonts();
  const drawn = new Set<number>();
  for (const font of fonts) drawnBy(font, drawn);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  const main = join(workspace, 'main.typ');
  compiler.mapShadow(main, Buffer.from(layout));
  /** Lays out what is asked for, the whole or a part. */
  const lay = (document: Omit<DocumentModel, 'blocks'>, blocks: Piece[] | Block[], of: Part | null) => {
    const shown = eachText({ ...document, blocks, part: of }, (text) => printable(text, drawn));
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(shown)));
    const bars = blocks.map((block) => barsOf(block, document.rtl));
    compiler.mapShadow(join(workspace, 'pictures.json'), Buffer.from(JSON.stringify({ swatches, bars })));
    const made = compiler.compile({ mainFilePath: main, resetRead: true });
    const faults = made.takeDiagnostics();
    const { result } = made;
    if (!result) throw new Error(faults ? JSON.stringify(compiler.fetchDiagnostics(faults)).slice(0, 3000) : 'The PDF could not be set');
    // A warning can mean that text fell out (a font that is not there): never a PDF that lacks something.
    const warnings = made.takeWarnings();
    const said = warnings ? compiler.fetchDiagnostics(warnings) : [];
    if (said.length > 0) throw new Error(JSON.stringify(said).slice(0, 3000));
    const [told = nothingTold] = of ? z.array(Told).parse(compiler.query(result, { selector: '<told>', field: 'value' })) : [];
    const pdf = () => {
      // What was remembered of the layout is let go before the file is written beside it.
      compiler.evictCache(0);
      return compiler.pdf(result, { pdfStandard: 'ua-1' });
    };
    return { pages: result.numOfPages, told, pdf };
  };
  let releases = 0;
  const release = async () => {
    compiler.evictCache(0);
    // A layout is let go by whoever collects what nobody holds, and that knows not how large it is. To collect takes time, too.
    if (++releases % collected === 0) globalThis.gc?.();
    await new Promise((next) => setImmediate(next));
  };
  return async (document) => {
    // The logo is a file beside the layout; its bytes are no text.
    const { logo } = document.style;
    if (logo) compiler.mapShadow(join(workspace, 'logo.png'), Buffer.from(logo.png, 'base64'));
    const { blocks, ...frame } = { ...document, style: { ...document.style, logo: logo && { png: '', width: logo.width, height: logo.height } } };
    const pdf = isLong(document, whole) ? await setInParts(document, (pieces, of) => lay(frame, pieces, of), release, part) : lay(frame, blocks, null).pdf();
    await release();
    return pdf;
  };
}

/** The bars of a chart. */
const barsOf = (block: Block, rtl: boolean): string[] => (block.is === 'chart' ? block.lanes.map((lane) => picture(barShapes(lane, rtl), barSize)) : []);
