// A passage in an address, by which it is carried from the text to the judgement that cites it. The words are fetched where they are needed.
import { Id } from '@servanda/contract';
import { z } from 'zod';

/** A place within a page in code points: `12-40`. */
export const spanPattern = /^(\d{1,9})-(\d{1,9})$/;
export interface PassageAddress {
  evidence: string;
  file: string;
  page: number;
  from: number;
  to: number;
}

const number = z.coerce.number().int();
const Parts = z.object({ evidence: Id, file: Id, page: number.min(1).max(1_000_000), from: number.min(0), to: number.min(1) });

/** `EVIDENCE.FILE.PAGE.FROM-TO` */
export const passageInAddress = ({ evidence, file, page, from, to }: PassageAddress): string => `${evidence}.${file}.${page}.${from}-${to}`;

/** What the address says; null where it cannot be read. */
export function passageFromAddress(text: string | undefined): PassageAddress | null {
  const [evidence, file, page, span] = (text ?? '').split('.');
  const [, from, to] = spanPattern.exec(span ?? '') ?? [];
  const parts = Parts.safeParse({ evidence, file, page, from, to });
  return parts.success && parts.data.from < parts.data.to ? parts.data : null;
}
