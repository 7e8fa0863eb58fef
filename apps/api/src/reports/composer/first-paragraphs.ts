// With what a report begins: the introduction, then a paragraph for each element in the section it is filed under.
import { type RichText, wordsIn } from '@servanda/contract';
import { generateNKeysBetween } from 'fractional-indexing';
import { newId } from '../../platform/ids.ts';
import { draftOf, everyElement, introOf, type Taken, type Voice } from './draft.rules.ts';
import type { DossierRecord } from './record.ts';

interface FirstParagraph {
  id: string;
  section: string;
  elements: string[];
  body: RichText;
  record: Taken | null;
  words: number;
  rank: string;
}

export function firstParagraphs(record: DossierRecord, voice: Voice, first: string): FirstParagraph[] {
  const drafted = everyElement.flatMap(({ code, section }) => {
    const taken = draftOf([code], record, voice);
    return taken ? [{ section, elements: [code], body: taken.drafted, record: taken }] : [];
  });
  const all = [{ section: first, elements: [], body: introOf(record, voice), record: null }, ...drafted];
  const ranks = generateNKeysBetween(null, null, all.length);
  return all.map((paragraph, at) => ({ id: newId(), words: wordsIn(paragraph.body, voice.language), rank: ranks[at] ?? '', ...paragraph }));
}
