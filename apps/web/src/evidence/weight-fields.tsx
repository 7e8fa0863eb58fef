import { NativeSelect, TextInput } from '@mantine/core';
import { EvidenceMethod, OriginatorKind } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DraftField, EvidenceDraft } from './evidence-draft.ts';
import { TranslationOf } from './translation-of.tsx';

const EmptyChoice = z.literal('');
const Whole = z.enum(['', 'yes', 'no']);

interface WeightFieldsProps {
  value: EvidenceDraft;
  fault: (name: DraftField) => string | undefined;
  change: (part: Partial<EvidenceDraft>) => void;
}

/** What a piece weighs: who made and who collected it, how it is known, and what it covers. All of it may stay unstated. */
export function WeightFields({ value, fault, change }: WeightFieldsProps) {
  const { t } = useTranslation(['evidence']);
  const line = (name: 'collector' | 'territory' | 'population' | 'reviewBy') => ({
    label: t(`evidence:field.${name}`),
    description: t(`evidence:hint.${name}`),
    name,
    value: value[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <fieldset className="evidence-group">
      <legend>{t('evidence:section.weight')}</legend>
      <NativeSelect
        label={t('evidence:field.originatorKind')}
        description={t('evidence:hint.originatorKind')}
        name="originatorKind"
        value={value.originatorKind}
        onChange={(event) => change({ originatorKind: OriginatorKind.or(EmptyChoice).catch('').parse(event.currentTarget.value) })}
        data={[
          { value: '', label: t('evidence:originatorKind.none') },
          ...OriginatorKind.options.map((one) => ({ value: one, label: t(`evidence:originatorKind.${one}`) })),
        ]}
      />
      <TextInput {...line('collector')} maxLength={200} />
      <NativeSelect
        label={t('evidence:field.method')}
        name="method"
        value={value.method}
        onChange={(event) => change({ method: EvidenceMethod.or(EmptyChoice).catch('').parse(event.currentTarget.value) })}
        data={[{ value: '', label: t('evidence:method.none') }, ...EvidenceMethod.options.map((one) => ({ value: one, label: t(`evidence:method.${one}`) }))]}
      />
      <NativeSelect
        label={t('evidence:field.coversWholeTerritory')}
        name="coversWholeTerritory"
        value={value.coversWholeTerritory}
        onChange={(event) => change({ coversWholeTerritory: Whole.catch('').parse(event.currentTarget.value) })}
        data={[
          { value: '', label: t('evidence:whole.none') },
          { value: 'yes', label: t('evidence:whole.yes') },
          { value: 'no', label: t('evidence:whole.no') },
        ]}
      />
      <TextInput {...line('territory')} maxLength={200} />
      <TextInput {...line('population')} maxLength={300} />
      <TranslationOf value={value.translationOf} fault={fault('translationOf')} change={(translationOf) => change({ translationOf })} />
      <TextInput {...line('reviewBy')} type="date" max="9999-12-31" />
    </fieldset>
  );
}
