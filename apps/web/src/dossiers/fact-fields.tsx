import { Radio, Textarea } from '@mantine/core';
import type { DossierFacts } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';

export const factNames = ['extraditionConditionalOnTreaty', 'laterExtraditionTreaty', 'inPositionToAssist'] as const;

/** Nothing is known yet, so every element stays in the count. */
export const unknownFacts: DossierFacts = {
  extraditionConditionalOnTreaty: { answer: null, basis: '' },
  laterExtraditionTreaty: { answer: null, basis: '' },
  inPositionToAssist: { answer: null, basis: '' },
};

const answers = { yes: true, no: false, unknown: null } as const;
const wordOf = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no');

interface FactFieldsProps {
  facts: DossierFacts;
  onChange: (facts: DossierFacts) => void;
  /** Faults by path, such as `facts.inPositionToAssist.basis`. */
  faults: Record<string, string>;
}

/** The three facts of the State that decide what applies, each with how one knows. */
export function FactFields({ facts, onChange, faults }: FactFieldsProps) {
  const { t } = useTranslation(['dossiers']);
  const fault = useFaultWords();
  return factNames.map((name) => {
    const { answer, basis } = facts[name];
    const change = (part: Partial<DossierFacts[typeof name]>) => onChange({ ...facts, [name]: { ...facts[name], ...part } });
    return (
      <fieldset key={name} className="open-fact">
        <legend>{t(`dossiers:facts.${name}.question`)}</legend>
        <p className="small soft">{t(`dossiers:facts.${name}.effect`)}</p>
        <Radio.Group
          aria-label={t(`dossiers:facts.${name}.question`)}
          value={wordOf(answer)}
          onChange={(value) => change({ answer: answers[value as keyof typeof answers] })}
        >
          <div className="open-answers">
            {(['yes', 'no', 'unknown'] as const).map((word) => (
              <Radio key={word} value={word} label={t(`dossiers:facts.${word}`)} />
            ))}
          </div>
        </Radio.Group>
        {answer === null ? null : (
          <Textarea
            mt="sm"
            autosize
            minRows={2}
            label={t('dossiers:facts.basis')}
            description={t('dossiers:facts.basisHint')}
            value={basis}
            onChange={({ currentTarget }) => change({ basis: currentTarget.value })}
            error={fault(faults[`facts.${name}.basis`])}
          />
        )}
      </fieldset>
    );
  });
}
