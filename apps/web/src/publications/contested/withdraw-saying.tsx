import { Button, Textarea } from '@mantine/core';
import { type Contested, contract, type PublicStatement, WithdrawRelease } from '@servanda/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormDialog } from '../../platform/form/form-dialog.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';

const route = getRouteApi('/inside/dossiers/$dossier/publications/contested');

/** Takes back what one's own organisation said out of this dossier, after a reason is given; nothing at what another said, or is gone already. */
export function WithdrawSaying({ contested, statement }: { contested: Contested; statement: PublicStatement }) {
  const { t } = useTranslation(['statements']);
  const { dossier } = route.useParams();
  const [isOpen, setOpen] = useState(false);
  const { id, kind, element, organisation, withdrawn } = statement;
  if (organisation.id !== contested.organisation || statement.dossier !== dossier || withdrawn) return null;
  return (
    <>
      <Allowed may={contested.may.withdraw}>
        {(refused) => (
          <Button
            className="no-print"
            size="compact-xs"
            variant="subtle"
            aria-label={t(`statements:withdraw.${kind}`, { element })}
            onClick={() => setOpen(true)}
            {...refused}
          >
            {t('statements:withdraw.open')}
          </Button>
        )}
      </Allowed>
      {isOpen ? <WithdrawDialog dossier={dossier} statement={id} close={() => setOpen(false)} /> : null}
    </>
  );
}

function WithdrawDialog({ dossier, statement, close }: { dossier: string; statement: string; close: () => void }) {
  const { t } = useTranslation(['statements']);
  const words = useFaultWords();
  const form = useForm(WithdrawRelease, { reason: '' });
  const act = useAct(contract.publications.withdrawSaying, {
    outdates: [contract.publications.contested],
    onError: form.refuse,
    onSuccess: () => {
      announce(t('statements:withdraw.done'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('statements:withdraw.title')}
      act={t('statements:withdraw.act')}
      isDanger
      error={act.error}
      isPending={act.isPending}
      close={close}
      onSubmit={form.submit((body) => act.mutate({ params: { id: dossier, statement }, body }))}
    >
      <p>{t('statements:withdraw.text')}</p>
      <Textarea
        label={t('statements:withdraw.reason')}
        description={t('statements:withdraw.hint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={1000}
        dir="auto"
        data-autofocus
        value={form.value.reason}
        error={words(form.faults['reason'])}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
