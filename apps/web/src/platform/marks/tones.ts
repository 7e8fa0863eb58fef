import type { LawVerdict, PracticeVerdict } from '@servanda/contract';

/** How a verdict looks: colour and pattern together, from best to least; then the three ways of having no verdict. */
export type Tone = 'full' | 'most' | 'part' | 'least' | 'unknown' | 'unassessed' | 'outside';

export const toneOfLaw: Record<LawVerdict, Tone> = { compliant: 'full', largely_compliant: 'most', partially_compliant: 'part', non_compliant: 'least' };
export const toneOfPractice: Record<PracticeVerdict, Tone> = { effective: 'full', substantial: 'most', limited: 'part', none: 'least', no_data: 'unknown' };

/** What a lane shows: nothing where the element does not apply, a dashed outline where nobody has judged yet. */
export const lawTone = (applies: boolean, verdict: LawVerdict | null): Tone => (!applies ? 'outside' : verdict ? toneOfLaw[verdict] : 'unassessed');
export const practiceTone = (applies: boolean, verdict: PracticeVerdict | null): Tone =>
  !applies ? 'outside' : verdict ? toneOfPractice[verdict] : 'unassessed';
