import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useAct } from '../../platform/queries.ts';
import { sharedDossiers } from './coalition.needs.ts';

/** The way out of a coalition, for its guest. */
export function LeaveAct({ dossier }: { dossier: string }) {
  const { t } = useTranslation(['coalition']);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const mine = useQuery(sharedDossiers()).data?.items.find((one) => one.dossier === dossier);
  const act = useAct(contract.dossiers.answerCoalition, {
    onSuccess: async () => {
      await navigate({ to: '/dossiers', reloadDocument: true });
      announce(t('coalition:leave.done'));
    },
  });
  return (
    <>
      <Allowed may={mine?.may.answer ?? { allowed: false, because: 'role' }}>
        {(refused) => (
          <Button variant="default" onClick={() => setOpen(true)} {...refused}>
            {t('coalition:leave.open')}
          </Button>
        )}
      </Allowed>
      {isOpen ? (
        <FormDialog
          title={t('coalition:leave.title')}
          act={t('coalition:leave.act')}
          isDanger
          error={act.error}
          isPending={act.isPending}
          close={() => setOpen(false)}
          onSubmit={() => act.mutate({ params: { id: dossier }, body: { answer: 'leave' } })}
        >
          <p>{t('coalition:leave.text')}</p>
        </FormDialog>
      ) : null}
    </>
  );
}
