import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Confidentiality, EvidenceKind } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useLanguageNames } from '../languages.ts';
import { type BulkRows, isHopeless, type Said } from './bulk-rows.ts';

const nothing = { kind: '', originator: '', datedOn: '', language: '', confidentiality: '' };

/** Says the same of all chosen files; what is left empty stays as it is at each. */
export function SetForAll({ bulk, chosen }: { bulk: BulkRows; chosen: number }) {
  const { t } = useTranslation(['bulk', 'evidence']);
  const { choices } = useLanguageNames();
  const [typed, setTyped] = useState(nothing);
  const rows = bulk.rows();
  const all = rows.filter((row) => row.state !== 'kept' && !isHopeless(row)).map(({ key }) => key);
  const chosenOf = rows.filter(({ isChosen }) => isChosen).length;
  const field = (name: keyof typeof nothing) => ({
    label: t(`evidence:field.${name}`),
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const leave = { value: '', label: t('bulk:files.leave') };
  const apply = () => {
    const part: Partial<Said> = {};
    const kind = EvidenceKind.safeParse(typed.kind).data;
    const confidentiality = Confidentiality.safeParse(typed.confidentiality).data;
    if (kind) part.kind = kind;
    if (confidentiality) part.confidentiality = confidentiality;
    for (const name of ['originator', 'datedOn', 'language'] as const) if (typed[name].trim()) part[name] = typed[name].trim();
    bulk.sayOfChosen(part);
    setTyped(nothing);
    announce(t('bulk:files.applied', { count: chosen }));
  };
  const isEmpty = Object.values(typed).every((value) => value.trim() === '');
  return (
    <fieldset className="bulk-all">
      <legend>{t('bulk:files.all')}</legend>
      <p className="soft small">{t('bulk:files.allText')}</p>
      <div className="bulk-fields">
        <NativeSelect {...field('kind')} data={[leave, ...EvidenceKind.options.map((value) => ({ value, label: t(`evidence:kind.${value}`) }))]} />
        <TextInput {...field('originator')} maxLength={200} />
        <TextInput {...field('datedOn')} type="date" max="9999-12-31" />
        <NativeSelect {...field('language')} data={[leave, ...choices()]} />
        <NativeSelect
          {...field('confidentiality')}
          data={[leave, ...Confidentiality.options.map((value) => ({ value, label: t(`evidence:confidentiality.${value}`) }))]}
        />
      </div>
      <div className="bulk-acts">
        <Button variant="default" size="compact-md" onClick={apply} disabled={isEmpty || chosen === 0}>
          {t('bulk:files.apply', { count: chosen })}
        </Button>
        <label className="bulk-choose">
          <input type="checkbox" checked={all.length > 0 && chosenOf === all.length} onChange={(event) => bulk.choose(all, event.currentTarget.checked)} />
          {t('bulk:files.chooseAll')}
        </label>
        <span className="soft">{t('bulk:files.chosen', { chosen: chosenOf, total: all.length })}</span>
      </div>
    </fieldset>
  );
}
