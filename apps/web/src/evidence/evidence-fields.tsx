import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { Confidentiality, EvidenceKind } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { ChildNotice } from './child-notice.tsx';
import type { DraftField, EvidenceDraft } from './evidence-draft.ts';
import { LanguageHint } from './language-hint.tsx';
import { useLanguageNames } from './languages.ts';
import { WeightFields } from './weight-fields.tsx';
import './evidence-form.css';

const days = ['datedOn', 'inForceFrom', 'inForceTo', 'periodFrom', 'periodTo', 'reviewBy'] as const;
const isDay = (name: DraftField): name is (typeof days)[number] => days.some((day) => day === name);

interface EvidenceFieldsProps {
  value: EvidenceDraft;
  faults: Record<string, string>;
  change: (part: Partial<EvidenceDraft>) => void;
}

/** All that is said of a piece, the kind first: it decides what the rest should look like. */
export function EvidenceFields({ value, faults, change }: EvidenceFieldsProps) {
  const { t } = useTranslation(['evidence', 'platform']);
  const { choices } = useLanguageNames();
  const words = useFaultWords();
  const fault = (name: DraftField) => {
    if (name === 'kind' && faults[name]) return t('evidence:fault.kind');
    if (isDay(name) && faults[name]?.startsWith('Invalid')) return t('evidence:fault.day');
    return words(faults[name]);
  };
  const line = (name: Exclude<DraftField, 'kind' | 'confidentiality' | 'originatorKind' | 'method' | 'coversWholeTerritory'>) => ({
    label: t(`evidence:field.${name}`),
    name,
    value: value[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const day = (name: (typeof days)[number]) => ({ ...line(name), type: 'date', max: '9999-12-31' });
  return (
    <>
      <fieldset className="evidence-group">
        <legend>{t('evidence:section.what')}</legend>
        <Radio.Group
          label={t('evidence:field.kind')}
          name="kind"
          value={value.kind}
          onChange={(kind) => change({ kind: EvidenceKind.catch('law').parse(kind) })}
          error={fault('kind')}
          withAsterisk
        >
          <div className="evidence-kinds" data-fault={faults['kind'] ? '' : undefined}>
            {EvidenceKind.options.map((kind, place) => (
              <Radio
                key={kind}
                data-autofocus={place === 0 || undefined}
                value={kind}
                label={t(`evidence:kind.${kind}`)}
                description={t(`evidence:kindHint.${kind}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <TextInput {...line('title')} description={t('evidence:hint.title')} maxLength={300} withAsterisk />
        <TextInput {...line('citation')} description={t('evidence:hint.citation')} maxLength={500} />
        <TextInput {...line('originator')} description={t('evidence:hint.originator')} maxLength={200} withAsterisk />
        <NativeSelect {...line('language')} data={choices(value.language)} />
        <LanguageHint title={value.title} language={value.language} change={change} />
      </fieldset>
      <fieldset className="evidence-group">
        <legend>{t('evidence:section.when')}</legend>
        <div className="evidence-dates">
          <TextInput {...day('datedOn')} />
        </div>
        <div className="evidence-dates">
          <TextInput {...day('inForceFrom')} />
          <TextInput {...day('inForceTo')} />
          <p>{t('evidence:hint.inForce')}</p>
        </div>
        <div className="evidence-dates">
          <TextInput {...day('periodFrom')} />
          <TextInput {...day('periodTo')} />
          <p>{t('evidence:hint.period')}</p>
        </div>
      </fieldset>
      <WeightFields value={value} fault={fault} change={change} />
      <fieldset className="evidence-group">
        <legend>{t('evidence:section.who')}</legend>
        <Radio.Group
          label={t('evidence:field.confidentiality')}
          name="confidentiality"
          value={value.confidentiality}
          onChange={(chosen) => change({ confidentiality: Confidentiality.catch('internal').parse(chosen) })}
          error={fault('confidentiality')}
        >
          <div className="evidence-kinds">
            {Confidentiality.options.map((one) => (
              <Radio key={one} value={one} label={t(`evidence:confidentiality.${one}`)} description={t(`evidence:confidentialityHint.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      </fieldset>
      <fieldset className="evidence-group">
        <legend>{t('evidence:section.more')}</legend>
        <TextInput {...line('link')} description={t('evidence:hint.link')} type="url" dir="ltr" />
        <Textarea {...line('summary')} description={t('evidence:hint.summary')} autosize minRows={3} maxRows={12} maxLength={5000} />
      </fieldset>
      <ChildNotice texts={[value.title, value.citation, value.summary]} />
    </>
  );
}
