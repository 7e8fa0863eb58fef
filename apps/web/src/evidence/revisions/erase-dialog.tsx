import { Checkbox, Modal } from '@mantine/core';
import { contract, type Evidence } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { outdate, useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { outdatedByRevision } from '../after-revision.ts';
import { ReasonForm } from '../reason-form.tsx';

const Erasure = contract.evidence.erase.input.body;

interface EraseProps {
  dossier: string;
  piece: Evidence;
  close: () => void;
}

/** Says what goes and what stays, asks for the reason and a confirmation; who one is, is asked anew where that was long ago. */
export function EraseDialog({ opened, ...props }: EraseProps & { opened: boolean }) {
  const { t } = useTranslation(['revisions', 'platform']);
  return (
    <Modal opened={opened} onClose={props.close} size="lg" title={t('revisions:erase.title')} closeButtonProps={{ 'aria-label': t('platform:close') }}>
      <EraseForm {...props} />
    </Modal>
  );
}

function EraseForm({ dossier, piece, close }: EraseProps) {
  const { t } = useTranslation(['revisions']);
  const client = useQueryClient();
  const form = useForm(Erasure, { version: piece.version, reason: '' });
  const [isSure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const erase = useAct(contract.evidence.erase, {
    outdates: outdatedByRevision,
    onError: (error) => {
      form.refuse(error);
      void outdate(client, [contract.evidence.get]);
    },
    onSuccess: () => {
      const done = t('revisions:erase.done');
      toastDone(done);
      announce(done);
      close();
    },
  });
  const send = form.submit(({ reason }) => {
    if (isSure) erase.mutate({ params: { id: dossier, evidence: piece.id }, body: { version: piece.version, reason } });
  });
  return (
    <ReasonForm
      label={t('revisions:erase.reason')}
      hint={t('revisions:erase.reasonHint')}
      reason={form.value.reason}
      change={(reason) => form.change({ reason })}
      faults={form.faults}
      also={
        <Checkbox
          label={t('revisions:erase.sure')}
          checked={isSure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={tried && !isSure ? t('revisions:erase.notSure') : undefined}
        />
      }
      error={erase.error}
      act={t('revisions:erase.save')}
      color="red"
      isPending={erase.isPending}
      onSubmit={(event) => {
        setTried(true);
        send(event);
      }}
      close={close}
    >
      <p>{t('revisions:erase.goes', { title: piece.title })}</p>
      <p>{t('revisions:erase.stays')}</p>
      {piece.elements.length > 0 ? <p>{t('revisions:erase.cited', { count: piece.elements.length })}</p> : null}
    </ReasonForm>
  );
}
