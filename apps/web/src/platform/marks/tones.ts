import { type LawVerdict, type PracticeVerdict, type Tone, toneOfLaw, toneOfPractice } from '@servanda/contract';

/** What a lane shows: nothing where the element does not apply, a dashed outline where nobody has judged yet. */
export const lawTone = (applies: boolean, verdict: LawVerdict | null): Tone => (!applies ? 'outside' : verdict ? toneOfLaw[verdict] : 'unassessed');
export const practiceTone = (applies: boolean, verdict: PracticeVerdict | null): Tone =>
  !applies ? 'outside' : verdict ? toneOfPractice[verdict] : 'unassessed';
