import { useTranslation } from 'react-i18next';
import { dayInWords } from '../platform/dates.ts';
import { Verdict } from '../platform/marks/verdict.tsx';
import type { AssessValues } from './assess-values.ts';
import type { Part } from './differing-fields.ts';

interface PartInWordsProps {
  part: Part;
  values: AssessValues;
  titleOf: (evidence: string) => string | undefined;
}

/** One part of a judgement as it reads, to be laid beside another's. */
export function PartInWords({ part, values, titleOf }: PartInWordsProps) {
  const { t } = useTranslation(['assessments']);
  const nothing = <span className="soft">{t('assessments:stale.nothing')}</span>;
  if (part === 'law' || part === 'practice') return <Verdict lane={part} verdict={values[part]} />;
  if (part === 'asOf') return values.asOf ? dayInWords(values.asOf) : nothing;
  if (part === 'period') return [values.periodFrom, values.periodTo].map((day) => (day ? dayInWords(day) : '…')).join(' – ');
  if (part === 'citations') {
    if (values.citations.length === 0) return nothing;
    return (
      <ul className="part-citations">
        {values.citations.map(({ evidence, pinpoint, stance, passage }) => (
          <li key={`${evidence} ${pinpoint} ${stance} ${passage?.file} ${passage?.page} ${passage?.from}`}>
            {[titleOf(evidence) ?? t('assessments:cite.gone'), pinpoint, t(`assessments:cite.${stance}`)].filter(Boolean).join(' · ')}
            {passage?.quote ? <q dir="auto">{passage.quote}</q> : null}
          </li>
        ))}
      </ul>
    );
  }
  if (!values[part]) return nothing;
  return (
    <div className="reasons serif" dir="auto">
      {values[part]}
    </div>
  );
}
