import { Textarea } from '@mantine/core';
import { contract, type DossierRelease, WithdrawRelease } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { FormDialog } from '../platform/form/form-dialog.tsx';
import { useForm } from '../platform/form/use-form.ts';
import { useAct } from '../platform/queries.ts';

/** Takes a release out of the public's reach; its reason and hash stay. */
export function WithdrawDialog({ dossier, release, close }: { dossier: string; release: DossierRelease; close: () => void }) {
  const { t } = useTranslation(['publications']);
  const words = useFaultWords();
  const form = useForm(WithdrawRelease, { reason: '' });
  const act = useAct(contract.publications.withdraw, {
    outdates: [contract.publications.list],
    onError: form.refuse,
    onSuccess: ({ number }) => {
      announce(t('publications:withdraw.done', { number }));
      close();
    },
  });
  return (
    <FormDialog
      title={t('publications:withdraw.title', { number: release.number })}
      act={t('publications:withdraw.act')}
      isDanger
      error={act.error}
      isPending={act.isPending}
      close={close}
      onSubmit={form.submit((body) => act.mutate({ params: { id: dossier, publication: release.id }, body }))}
    >
      <p>{t('publications:withdraw.text')}</p>
      <Textarea
        label={t('publications:withdraw.reason')}
        description={t('publications:withdraw.hint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        dir="auto"
        value={form.value.reason}
        error={words(form.faults['reason'])}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
