import { Modal } from '@mantine/core';
import { contract, type Evidence } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../people/session.ts';
import { announce } from '../platform/announce.tsx';
import { draftKey } from '../platform/draft.ts';
import { useForm } from '../platform/form/use-form.ts';
import { outdate, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { outdatedByRevision } from './after-revision.ts';
import { ReasonForm } from './reason-form.tsx';

const Withdrawal = contract.evidence.withdraw.input.body;

interface WithdrawProps {
  dossier: string;
  piece: Evidence;
  close: () => void;
}

/** Asks for the reason and names what will be withdrawn; it cannot be undone. */
export function WithdrawDialog({ opened, ...props }: WithdrawProps & { opened: boolean }) {
  const { t } = useTranslation(['evidence', 'platform']);
  return (
    <Modal opened={opened} onClose={props.close} size="lg" title={t('evidence:withdraw.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <WithdrawForm {...props} />
    </Modal>
  );
}

function WithdrawForm({ dossier, piece, close }: WithdrawProps) {
  const { t } = useTranslation(['evidence']);
  const client = useQueryClient();
  const { person } = useSession();
  const form = useForm(Withdrawal, { version: piece.version, reason: '' }, draftKey(person.id, dossier, `withdrawal:${piece.id}`));
  const withdraw = useAct(contract.evidence.withdraw, {
    outdates: outdatedByRevision,
    onError: (error) => {
      form.refuse(error);
      // A newer revision is shown before one tries again.
      void outdate(client, [contract.evidence.get]);
    },
    onSuccess: ({ title }) => {
      form.discard();
      const done = t('evidence:withdraw.done', { title });
      toastDone(done);
      announce(done);
      close();
    },
  });
  return (
    <ReasonForm
      label={t('evidence:withdraw.reason')}
      hint={t('evidence:withdraw.reasonHint')}
      reason={form.value.reason}
      change={(reason) => form.change({ reason })}
      faults={form.faults}
      error={withdraw.error}
      act={t('evidence:withdraw.save')}
      isPending={withdraw.isPending}
      onSubmit={form.submit(({ reason }) => withdraw.mutate({ params: { id: dossier, evidence: piece.id }, body: { version: piece.version, reason } }))}
      close={close}
    >
      <p>{t('evidence:withdraw.names', { title: piece.title })}</p>
      {piece.elements.length > 0 ? <p>{t('evidence:withdraw.cited', { count: piece.elements.length })}</p> : null}
    </ReasonForm>
  );
}
