import { Checkbox, TextInput } from '@mantine/core';
import { type Body, contract, ReviseBody } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

/** Adds a body, or changes one: its names, its address, and whether it is archived. */
export function BodyDialog({ body, close }: { body: Body | null; close: () => void }) {
  const { t } = useTranslation(['organisation', 'platform']);
  const fault = useFaultWords();
  const initial = {
    version: body?.version ?? 1,
    name: body?.name ?? '',
    shortName: body?.shortName ?? '',
    email: body?.email ?? null,
    isArchived: Boolean(body?.archivedAt),
  };
  const form = useForm(ReviseBody, initial);
  const outdates = [contract.people.bodies, contract.people.members, contract.people.whoAmI];
  const done = (key: 'added' | 'saved') => ({
    outdates,
    onSuccess: ({ name }: Body) => {
      close();
      toastDone(t(`organisation:bodies.${key}`, { name }));
      announce(t(`organisation:bodies.${key}`, { name }));
    },
    onError: form.refuse,
  });
  const add = useAct(contract.people.addBody, done('added'));
  const revise = useAct(contract.people.reviseBody, done('saved'));
  const error = add.error ?? revise.error;
  return (
    <FormDialog
      title={t(body ? 'organisation:bodies.titleChange' : 'organisation:bodies.titleAdd')}
      act={t('organisation:bodies.save')}
      error={error}
      isPending={add.isPending || revise.isPending}
      close={close}
      onSubmit={form.submit(({ name, shortName, email, ...rest }) =>
        body ? revise.mutate({ params: { body: body.id }, body: { name, shortName, email, ...rest } }) : add.mutate({ body: { name, shortName, email } }),
      )}
    >
      <TextInput
        label={t('organisation:bodies.name')}
        value={form.value.name}
        onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
        error={fault(form.faults['name'])}
        data-autofocus
      />
      <TextInput
        label={t('organisation:bodies.short')}
        value={form.value.shortName}
        onChange={({ currentTarget }) => form.change({ shortName: currentTarget.value })}
        error={fault(form.faults['shortName'])}
      />
      <TextInput
        label={t('organisation:bodies.email')}
        type="email"
        value={form.value.email ?? ''}
        onChange={({ currentTarget }) => form.change({ email: currentTarget.value || null })}
        error={fault(form.faults['email'])}
      />
      {body ? (
        <Checkbox
          label={t('organisation:bodies.isArchived')}
          checked={form.value.isArchived ?? false}
          onChange={({ currentTarget }) => form.change({ isArchived: currentTarget.checked })}
        />
      ) : null}
    </FormDialog>
  );
}
