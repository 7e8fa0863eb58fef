import { Button, Group, Modal, TextInput } from '@mantine/core';
import { AskLeaving, contract, type Leaving } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';

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
    onError: (error) => (Object.keys(faultsOf(error)).length ? form.refuse(error) : toastRefusal(error)),
  });
  const { name } = leaving.organisation;
  const isWrong = form.faults['name'] !== undefined;
  return (
    <Modal opened onClose={close} title={t('leaving:delete.dialog', { name })} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <form className="form" onSubmit={form.submit((body) => ask.mutate({ body }))} noValidate>
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
        <Group>
          <Button type="submit" color="red" loading={ask.isPending}>
            {t('leaving:delete.act')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('platform:cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
