// The document: what it says, in the order in which it is read. Whoever composes one knows no format, and whoever writes one knows no treaty.
import type { DocumentLanguage, Paper, Tone } from '@servanda/contract';

/** A run of text. `own`: of the document, in its language · `said`: what somebody wrote, in a direction and language of its own · `code`: left to right wherever it stands. */
export interface Run {
  as: 'own' | 'said' | 'code';
  text: string;
  rtl: boolean;
  /** Empty where it is the document's own. */
  lang: DocumentLanguage | '';
  strong?: boolean;
  slanted?: boolean;
  /** The sign of a verdict, in front of its word. */
  tone?: Tone;
  /** A footnote after it. */
  note?: Run[];
}
export type Line = Run[];
/** The lines of one cell. */
export type Cell = Line[];

export interface Verdict {
  lane: string;
  label: string;
  proof: string;
  tone: Tone;
}
export interface Lane {
  label: string;
  parts: { label: string; tone: Tone; count: number }[];
}
/** How a paragraph looks: `quote` is what somebody wrote, with a rule at its side. */
export type Look = 'plain' | 'small' | 'quote' | 'strong' | 'lead';

export type Block =
  | { is: 'heading'; level: 1 | 2 | 3 | 4; line: Line; isNewPage: boolean }
  | { is: 'text'; line: Line; look: Look; number?: string }
  | { is: 'list'; isOrdered: boolean; items: Line[] }
  /** `shares`: of the width, for each column · `numbers`: columns that are aligned at the end · `isDense`: many narrow columns, whose heads after the first stand upright. */
  | { is: 'table'; head: string[]; rows: Cell[][]; shares: number[]; numbers: number[]; isDense?: boolean }
  | { is: 'verdicts'; of: Verdict[] }
  /** Bars of verdicts; `alt` says them in words. What each part means stands in the table of the same figures that follows, or else (`hasKey`) beneath its bar. */
  | { is: 'chart'; caption: string; alt: string; lanes: Lane[]; hasKey: boolean };

/** The fixed words that stand around the text. */
interface Furniture {
  title: string;
  contents: string;
  page: string;
  figure: string;
  asOf: string;
  /** As the language sets it, with its blanks. */
  colon: string;
  update: string;
  treatyName: string;
  shortTreaty: string;
  /** The confidentiality of the whole: the highest inside. */
  mark: string;
}

/** How it looks: one colour (`#rrggbb`) for titles and rules, the paper, and a logo (PNG in Base64, its size in points of the picture). */
export interface Style {
  ink: string;
  paper: Paper;
  logo: { png: string; width: number; height: number } | null;
}
/** Where nobody has chosen. */
export const plain: Style = { ink: '#12355b', paper: 'a4', logo: null };

export interface DocumentModel {
  style: Style;
  /** On A3 across, whatever paper the house has chosen: for a table of many columns. */
  isWide?: boolean;
  lang: DocumentLanguage;
  rtl: boolean;
  furniture: Furniture;
  /** Printed behind every page, and at its head where a format has no behind. */
  watermark: string | null;
  state: Run;
  organisation: Run;
  /** The day that the document speaks of: `YYYY-MM-DD`, in words, and as numbers. */
  on: string;
  onWords: string;
  date: [year: number, month: number, day: number];
  /** SHA-256 of the JSON form of the same facts. */
  hash: string;
  /** A page of its own in front with these facts; none for a document of two pages. */
  cover: { label: string; line: Line }[] | null;
  hasContents: boolean;
  blocks: Block[];
}

/** What stands at the head of every page: draft or restricted, and how confidential the whole is. */
export const markOf = ({ watermark, furniture: { mark } }: DocumentModel): string =>
  watermark !== null && watermark !== mark ? `${watermark} · ${mark}` : mark;

export const own = (text: string): Run => ({ as: 'own', text, rtl: false, lang: '' });
export const code = (text: string | number): Run => ({ as: 'code', text: String(text), rtl: false, lang: 'en' });
export const heading = (level: 1 | 2 | 3 | 4, line: Line, isNewPage = false): Block => ({ is: 'heading', level, line, isNewPage });
export const text = (line: Line, look: Look = 'plain'): Block => ({ is: 'text', line, look });
export const table = (head: string[], rows: Cell[][], shares: number[], numbers: number[] = []): Block => ({ is: 'table', head, rows, shares, numbers });
/** Of many narrow columns. */
export const denseTable = (head: string[], rows: Cell[][], shares: number[]): Block => ({ is: 'table', head, rows, shares, numbers: [], isDense: true });
