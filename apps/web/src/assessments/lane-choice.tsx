import { Radio } from '@mantine/core';
import { type ElementOfObligation, type Lane, LawVerdict, PracticeVerdict } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { lawTone, practiceTone } from '../platform/marks/tones.ts';
import { english } from '../platform/settings.ts';
import type { AssessValues } from './assess-values.ts';

export interface AssessFields {
  value: AssessValues;
  faults: Record<string, string>;
  change: (part: Partial<AssessValues>) => void;
}

interface LaneChoiceProps extends AssessFields {
  lane: Lane;
  element: ElementOfObligation;
}

/** The verdict in one lane, each with what it means; beside it the criteria of the element, so that two people would choose alike. */
export function LaneChoice({ lane, element, value, faults, change }: LaneChoiceProps) {
  const { t } = useTranslation(['assessments']);
  const words = useFaultWords();
  const choose = (chosen: string) =>
    change(lane === 'law' ? { law: LawVerdict.safeParse(chosen).data ?? null } : { practice: PracticeVerdict.safeParse(chosen).data ?? null });
  const choices =
    lane === 'law'
      ? LawVerdict.options.map((one) => ({ one, tone: lawTone(true, one), word: t(`assessments:law.${one}`), means: t(`assessments:lawMeaning.${one}`) }))
      : PracticeVerdict.options.map((one) => ({
          one,
          tone: practiceTone(true, one),
          word: t(`assessments:practice.${one}`),
          means: t(`assessments:practiceMeaning.${one}`),
        }));
  return (
    <div className="lane-choice">
      <Radio.Group
        label={<span className="lane-legend">{t(`assessments:lane.${lane}`)}</span>}
        name={lane}
        value={value[lane] ?? ''}
        onChange={choose}
        error={words(faults[lane])}
      >
        <div className="lane-choices" data-fault={faults[lane] ? '' : undefined}>
          {choices.map(({ one, tone, word, means }) => (
            <Radio
              key={one}
              value={one}
              label={
                <span className="verdict">
                  <span className={`swatch law-${tone}`} aria-hidden />
                  {word}
                </span>
              }
              description={means}
            />
          ))}
          <Radio value="" label={t(`assessments:leave.${lane}`)} description={t('assessments:leave.meaning')} />
        </div>
      </Radio.Group>
      <div className="criteria">
        <h3>{t(`assessments:form.criteria.${lane}`)}</h3>
        <ul {...english}>
          {element.criteria[lane].map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
        {lane === 'law' && element.questions.length > 0 ? (
          <>
            <h3>{t('assessments:form.questions')}</h3>
            <ul {...english}>
              {element.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}
