// How a verdict looks wherever it is drawn, on a page and on paper: colour and pattern together, never the colour alone.
import type { LawVerdict, PracticeVerdict } from './verdicts.ts';

/** From best to least; then the three ways of having no verdict. */
export type Tone = 'full' | 'most' | 'part' | 'least' | 'unknown' | 'unassessed' | 'outside';

export const toneOfLaw: Record<LawVerdict, Tone> = { compliant: 'full', largely_compliant: 'most', partially_compliant: 'part', non_compliant: 'least' };
export const toneOfPractice: Record<PracticeVerdict, Tone> = { effective: 'full', substantial: 'most', limited: 'part', none: 'least', no_data: 'unknown' };
