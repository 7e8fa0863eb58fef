import { TextInput } from '@mantine/core';
import { AskLeaving, contract, type Leaving } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';

/** The name, typed, so that nobody deletes another organisation than is meant. */
export function AskDialog({ leaving, close }: { leaving: Leaving; close: () => void }) {
  const { t } = useTranslation(['leaving', 'platform']);
  const fault = useFaultWords();
  const form = useForm(AskLeaving, { name: '' });
  const ask = useAct(contract.people.askLeaving, {
    outdates: [contract.people.leaving],
    onSuccess: () => {
      announce(t('leaving:asked'));
      close();
    },
    onError: form.refuse,
  });
  const { name } = leaving.organisation;
  const isWrong = form.faults['name'] !== undefined;
  return (
    <FormDialog
      title={t('leaving:delete.dialog', { name })}
      act={t('leaving:delete.act')}
      isDanger
      error={ask.error}
      isPending={ask.isPending}
      close={close}
      onSubmit={form.submit((body) => ask.mutate({ body }))}
    >
      <p>{t('leaving:delete.told', { count: leaving.graceDays })}</p>
      <TextInput
        label={t('leaving:delete.name')}
        description={<bdi>{name}</bdi>}
        value={form.value.name}
        onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
        error={isWrong && form.value.name.trim() ? t('leaving:delete.otherName') : fault(form.faults['name'])}
        autoComplete="off"
        data-autofocus
      />
    </FormDialog>
  );
}
