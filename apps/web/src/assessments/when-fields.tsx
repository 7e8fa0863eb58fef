import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { today } from './assess-values.ts';
import type { AssessFields } from './lane-choice.tsx';

/** The day as of which the judgement holds, and the time that its evidence speaks of. */
export function WhenFields({ value, faults, change }: AssessFields) {
  const { t } = useTranslation(['assessments', 'evidence']);
  const words = useFaultWords();
  const day = (name: 'asOf' | 'periodFrom' | 'periodTo') => ({
    label: t(`assessments:form.${name}`),
    type: 'date',
    max: name === 'asOf' ? today() : '9999-12-31',
    value: value[name] ?? '',
    error: faults[name]?.startsWith('Invalid') ? t('evidence:fault.day') : words(faults[name]),
  });
  return (
    <div className="when-fields">
      <TextInput
        {...day('asOf')}
        description={t('assessments:form.asOfHint')}
        required
        withAsterisk
        onChange={(event) => change({ asOf: event.currentTarget.value })}
      />
      <fieldset className="when-period">
        <legend className="small soft">{t('assessments:form.periodHint')}</legend>
        <TextInput {...day('periodFrom')} onChange={(event) => change({ periodFrom: event.currentTarget.value || null })} />
        <TextInput {...day('periodTo')} onChange={(event) => change({ periodTo: event.currentTarget.value || null })} />
      </fieldset>
    </div>
  );
}
