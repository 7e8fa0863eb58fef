import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { PenaltyUnit } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { emptyPenalty, type PenaltyDraft } from './provision-draft.ts';
import './laws.css';

interface PenaltyFieldsProps {
  value: readonly PenaltyDraft[];
  /** The fault at a path such as `penalties.0.maximum`. */
  fault: (path: string) => string | undefined;
  change: (penalties: PenaltyDraft[]) => void;
}

/** The ranges that a provision threatens, one a row. */
export function PenaltyFields({ value, fault, change }: PenaltyFieldsProps) {
  const { t } = useTranslation(['laws']);
  return (
    <fieldset className="evidence-group">
      <legend>{t('laws:form.penalties')}</legend>
      {value.map((penalty, i) => (
        <OnePenalty
          key={i}
          penalty={penalty}
          fault={(name) => fault(`penalties.${i}.${name}`)}
          change={(part) => change(value.map((one, at) => (at === i ? { ...one, ...part } : one)))}
          remove={() => change(value.filter((_, at) => at !== i))}
        />
      ))}
      {value.length > 0 ? <p className="small soft">{t('laws:form.penaltiesHint')}</p> : null}
      <div>
        <Button variant="default" size="sm" onClick={() => change([...value, emptyPenalty])} disabled={value.length >= 10}>
          {t('laws:form.addPenalty')}
        </Button>
      </div>
    </fieldset>
  );
}

interface OnePenaltyProps {
  penalty: PenaltyDraft;
  fault: (name: keyof PenaltyDraft) => string | undefined;
  change: (part: Partial<PenaltyDraft>) => void;
  remove: () => void;
}

function OnePenalty({ penalty, fault, change, remove }: OnePenaltyProps) {
  const { t } = useTranslation(['laws']);
  const { unit, toLife } = penalty;
  const isImprisonment = unit === 'days' || unit === 'months' || unit === 'years';
  const hasNumbers = unit !== 'life' && unit !== 'other';
  const line = (name: 'minimum' | 'maximum' | 'currency' | 'note') => ({
    label: t(`laws:form.${name}`),
    value: penalty[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <div className="provision-form-row">
      <NativeSelect
        label={t('laws:form.unit')}
        value={unit}
        error={fault('unit')}
        onChange={(event) => {
          const chosen = PenaltyUnit.safeParse(event.currentTarget.value).data ?? '';
          const isNumbered = chosen !== 'life' && chosen !== 'other';
          change({ unit: chosen, ...(isNumbered ? {} : { minimum: '', maximum: '', toLife: false }) });
        }}
        data={[{ value: '', label: t('laws:form.units.none') }, ...PenaltyUnit.options.map((one) => ({ value: one, label: t(`laws:form.units.${one}`) }))]}
        withAsterisk
      />
      {hasNumbers ? (
        <>
          <TextInput {...line('minimum')} inputMode="decimal" dir="ltr" />
          <TextInput {...line('maximum')} inputMode="decimal" dir="ltr" disabled={isImprisonment && toLife} />
        </>
      ) : null}
      {unit === 'fine' ? <TextInput {...line('currency')} maxLength={3} dir="ltr" withAsterisk /> : null}
      {isImprisonment ? (
        <Checkbox
          className="penalty-wide"
          label={t('laws:form.toLife')}
          checked={toLife}
          error={fault('toLife')}
          onChange={(event) => change({ toLife: event.currentTarget.checked, ...(event.currentTarget.checked ? { maximum: '' } : {}) })}
        />
      ) : null}
      <div className="penalty-wide">
        <TextInput {...line('note')} maxLength={300} dir="auto" withAsterisk={unit === 'other'} />
      </div>
      <Button className="penalty-remove" variant="subtle" size="compact-sm" onClick={remove}>
        {t('laws:form.removePenalty')}
      </Button>
    </div>
  );
}
