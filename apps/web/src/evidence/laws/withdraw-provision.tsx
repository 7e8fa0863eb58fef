import { contract, type NationalProvisionRevision } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { outdate, useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { ReasonForm } from '../reason-form.tsx';
import { provisionDoors } from './add-provision.tsx';

const Withdrawal = contract.evidence.withdrawNationalProvision.input.body;

interface WithdrawProvisionProps {
  dossier: string;
  provision: string;
  newest: NationalProvisionRevision;
  close: () => void;
}

/** Asks for the reason; it cannot be undone. */
export function WithdrawProvision({ dossier, provision, newest, close }: WithdrawProvisionProps) {
  const { t } = useTranslation(['laws']);
  const client = useQueryClient();
  const { person } = useSession();
  const form = useForm(Withdrawal, { version: newest.number, reason: '' }, draftKey(person.id, dossier, `provision:${provision}:withdrawal`));
  const withdraw = useAct(contract.evidence.withdrawNationalProvision, {
    outdates: provisionDoors,
    onError: (error) => {
      form.refuse(error);
      // A newer revision is shown before one tries again.
      void outdate(client, provisionDoors);
    },
    onSuccess: ({ article }) => {
      form.discard();
      const done = t('laws:withdraw.done', { article });
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <ReasonForm
      label={t('laws:withdraw.reason')}
      reason={form.value.reason}
      change={(reason) => form.change({ reason })}
      faults={form.faults}
      error={withdraw.error}
      act={t('laws:withdraw.save')}
      isPending={withdraw.isPending}
      onSubmit={form.submit(({ reason }) => withdraw.mutate({ params: { id: dossier, provision }, body: { version: newest.number, reason } }))}
      close={close}
    >
      <p>{t('laws:withdraw.names')}</p>
    </ReasonForm>
  );
}
