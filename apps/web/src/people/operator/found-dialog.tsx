import { NativeSelect, TextInput } from '@mantine/core';
import { contract, FoundOrganisation, Locale } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

const kinds = ['government', 'ngo', 'nhri'] as const;

/** Founds an organisation; its first lead gets an invitation and does the rest. */
export function FoundDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['operator', 'people', 'platform']);
  const fault = useFaultWords();
  const form = useForm(FoundOrganisation, { kind: 'ngo', name: '', iso3: null, locale: 'en', lead: '' });
  const found = useAct(contract.people.foundOrganisation, {
    outdates: [contract.people.organisations],
    onSuccess: ({ name }) => {
      close();
      toastDone(t('operator:found.done', { name }));
      announce(t('operator:found.done', { name }));
    },
    onError: form.refuse,
  });
  const { kind, name, iso3, locale, lead } = form.value;
  return (
    <FormDialog
      title={t('operator:found.title')}
      act={t('operator:found.act')}
      error={found.error}
      isPending={found.isPending}
      close={close}
      onSubmit={form.submit((body) => found.mutate({ body }))}
    >
      <NativeSelect
        label={t('operator:found.kind')}
        value={kind}
        onChange={({ currentTarget }) => {
          const next = kinds.find((one) => one === currentTarget.value) ?? 'ngo';
          form.change({ kind: next, iso3: next === 'government' ? (iso3 ?? '') : null });
        }}
        data={kinds.map((value) => ({ value, label: t(`people:kind.${value}`) }))}
      />
      {kind === 'government' ? (
        <TextInput
          label={t('operator:found.state')}
          description={t('operator:found.stateHint')}
          value={iso3 ?? ''}
          maxLength={3}
          onChange={({ currentTarget }) => form.change({ iso3: currentTarget.value })}
          error={fault(form.faults['iso3'])}
        />
      ) : null}
      <TextInput
        label={t('operator:found.name')}
        value={name}
        onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
        error={fault(form.faults['name'])}
      />
      <NativeSelect
        label={t('operator:found.locale')}
        value={locale}
        onChange={({ currentTarget }) => form.change({ locale: Locale.parse(currentTarget.value) })}
        data={Locale.options.map((value) => ({ value, label: t(`platform:language.${value}`) }))}
      />
      <TextInput
        type="email"
        label={t('operator:found.lead')}
        description={t('operator:found.leadHint')}
        value={lead}
        onChange={({ currentTarget }) => form.change({ lead: currentTarget.value })}
        error={fault(form.faults['lead'])}
      />
    </FormDialog>
  );
}
