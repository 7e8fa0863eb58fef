// What is said of an element in each lane: of one that does not apply that alone, whatever was judged before it ceased to.
import type { LawVerdict, PracticeVerdict, StatusRow } from '@servanda/contract';

type Else = 'not_assessed' | 'not_applicable';
type Row = Pick<StatusRow, 'applies' | 'law' | 'practice'>;

export const lawOf = ({ applies, law }: Row): LawVerdict | Else => (applies ? (law ?? 'not_assessed') : 'not_applicable');
export const practiceOf = ({ applies, practice }: Row): PracticeVerdict | Else => (applies ? (practice ?? 'not_assessed') : 'not_applicable');
