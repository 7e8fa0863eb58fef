import type { Note, Segment as SegmentSchema } from '@servanda/contract';
import { createContext, type ReactNode, use } from 'react';
import type { z } from 'zod';

export type Segment = z.infer<typeof SegmentSchema>;
export type NoteText = z.infer<typeof Note>;

/** A run of words that makes a duty, and where it stands. */
export interface Run {
  segment: Segment;
  /** The obligation, and the element where the run is one element's own; null for a shared beginning. */
  obligation: string;
  element: string | null;
  citation: string;
  /** False where an earlier run stands for the same thing: it is no stop of its own. */
  isFirst: boolean;
}

/** How the reader of the text wants a duty's words drawn; without it they are drawn plainly. */
export interface TextReading {
  drawRun?: (run: Run) => ReactNode;
  /** Sign and identifier of each note, by its code. */
  notes: ReadonlyMap<string, { sign: string; id: string; note: NoteText }>;
  first: ReadonlySet<string>;
}

export const TextContext = createContext<TextReading>({ notes: new Map(), first: new Set() });
export const useReading = (): TextReading => use(TextContext);
