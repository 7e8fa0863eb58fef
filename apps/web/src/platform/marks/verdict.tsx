import type { Lane, LawVerdict, PracticeVerdict } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { lawTone, practiceTone } from './tones.ts';
import './marks.css';

interface VerdictProps {
  lane: Lane;
  /** The verdict of that lane; null: not assessed. */
  verdict: LawVerdict | PracticeVerdict | null;
  applies?: boolean;
}

/** The key of a verdict's word in its lane. */
export function verdictWord({ lane, verdict, applies = true }: VerdictProps) {
  if (!applies) return 'assessments:notApplicable' as const;
  if (!verdict) return 'assessments:notAssessed' as const;
  return lane === 'law' ? (`assessments:law.${verdict as LawVerdict}` as const) : (`assessments:practice.${verdict as PracticeVerdict}` as const);
}

/** A verdict in a word, with its swatch: never the colour alone. */
export function Verdict({ lane, verdict, applies = true }: VerdictProps) {
  const { t } = useTranslation(['assessments']);
  const tone = lane === 'law' ? lawTone(applies, verdict as LawVerdict | null) : practiceTone(applies, verdict as PracticeVerdict | null);
  return (
    <span className="verdict">
      <span className={`swatch law-${tone}`} aria-hidden />
      {t(verdictWord({ lane, verdict, applies }))}
    </span>
  );
}
