// What a paragraph of a report may hold: headings, lists, emphasis, footnotes, tables. A closed form: anything else is refused.
import * as z from 'zod';

const controls = /[^\P{Cc}\t]/u;
const words = (max: number) =>
  z
    .string()
    .min(1)
    .max(max, `At most ${max} characters`)
    .refine((text) => text.isWellFormed() && !controls.test(text), 'Remove the control characters (they may come from copying)')
    .transform((text) => text.normalize('NFC'));

const Mark = z.strictObject({ type: z.enum(['bold', 'italic']) });
const Text = z.strictObject({ type: z.literal('text'), text: words(40_000), marks: z.array(Mark).max(2).optional() });
const LineBreak = z.strictObject({ type: z.literal('hardBreak') });
/** Stands where its number is printed; its words are plain. */
const Footnote = z.strictObject({ type: z.literal('footnote'), attrs: z.strictObject({ text: words(2000) }) });
export const RichInline = z.discriminatedUnion('type', [Text, LineBreak, Footnote]);
export type RichInline = z.infer<typeof RichInline>;

const inlines = z.array(RichInline).max(2000);
const Plain = z.strictObject({ type: z.literal('paragraph'), content: inlines.optional() });
const Heading = z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level: z.number().int().min(1).max(3) }), content: inlines.optional() });

/** Lists within lists, three deep at most. */
const listsOf = <I extends z.ZodType>(inner: I) => {
  const content = z
    .array(z.strictObject({ type: z.literal('listItem'), content: z.array(inner).min(1).max(200) }))
    .min(1)
    .max(500);
  return [z.strictObject({ type: z.literal('bulletList'), content }), z.strictObject({ type: z.literal('orderedList'), content })] as const;
};
const lists = listsOf(z.union([Plain, ...listsOf(z.union([Plain, ...listsOf(Plain)]))]));

const cell = { content: z.array(Plain).min(1).max(20) };
const Cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tableCell'), ...cell }),
  z.strictObject({ type: z.literal('tableHeader'), ...cell }),
]);
const Row = z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell).min(1).max(12) });
const Table = z
  .strictObject({ type: z.literal('table'), content: z.array(Row).min(1).max(200) })
  .refine(({ content: [first, ...rest] }) => rest.every((row) => row.content.length === first?.content.length), 'Give each row of a table as many cells');

export const RichBlock = z.union([Plain, Heading, ...lists, Table]);
export type RichBlock = z.infer<typeof RichBlock>;

/** A text as the editor holds it: blocks, in the order in which they are read. */
export const RichText = z
  .strictObject({ type: z.literal('doc'), content: z.array(RichBlock).max(400) })
  .refine((doc) => JSON.stringify(doc).length <= 120_000, 'This paragraph is too long: divide it')
  .meta({ id: 'RichText' });
export type RichText = z.infer<typeof RichText>;

/** Marks that embed or override the direction of writing, as they come along from other programs: nobody sees them, and they turn the words of a line round. */
const reversing = /[\u202a-\u202e]/gu;
/** Words that were typed or pasted, without what nobody typed. */
export const unturned = (text: string): string => text.replace(reversing, '');

/** Words of nothing: a text, or a footnote, of which only such marks were there. */
const isNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (('text' in value && value.text === '') || ('attrs' in value && isNothing(value.attrs)));
function unturnedIn<T>(value: T): T;
function unturnedIn(value: unknown): unknown {
  if (typeof value === 'string') return unturned(value);
  if (Array.isArray(value)) return value.map((one) => unturnedIn(one)).filter((one) => !isNothing(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unturnedIn(inner)]));
}
/** A text as somebody writes it: what turns its words round is taken out, for it may be published (elsewhere it is refused; here it was pasted with a page of other words). */
export const WrittenText = RichText.transform(unturnedIn);

interface Node {
  type: string;
  text?: string | undefined;
  attrs?: { text?: string | undefined; level?: number | undefined } | undefined;
  content?: Node[] | undefined;
}
const ends: ReadonlySet<string> = new Set(['paragraph', 'heading', 'hardBreak', 'tableCell', 'tableHeader']);

/** The words of a text without their form; footnotes stand in brackets where their number is. */
export function plainOf(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'footnote') return ` [${node.attrs?.text ?? ''}]`;
  const inner = (node.content ?? []).map(plainOf).join('');
  return ends.has(node.type) ? `${inner}\n` : inner;
}

/** A text of plain paragraphs: one for each line that says something. */
export const richOf = (lines: string[]): RichText => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })),
});
