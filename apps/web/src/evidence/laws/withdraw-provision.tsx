import { Button, Group, Textarea } from '@mantine/core';
import { contract, type NationalProvisionRevision } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../people/session.ts';
import { announce } from '../../platform/announce.tsx';
import { draftKey } from '../../platform/draft.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { outdate, useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { RefusalNotice } from '../refusal-notice.tsx';
import { provisionDoors } from './add-provision.tsx';
import '../evidence-form.css';

const Withdrawal = contract.evidence.withdrawNationalProvision.input.body;

interface WithdrawProvisionProps {
  dossier: string;
  provision: string;
  newest: NationalProvisionRevision;
  close: () => void;
}

/** Asks for the reason; it cannot be undone. */
export function WithdrawProvision({ dossier, provision, newest, close }: WithdrawProvisionProps) {
  const { t } = useTranslation(['laws', 'platform']);
  const fault = useFaultWords();
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
    <form
      className="evidence-form"
      noValidate
      onSubmit={form.submit(({ reason }) => withdraw.mutate({ params: { id: dossier, provision }, body: { version: newest.number, reason } }))}
    >
      <p>{t('laws:withdraw.names')}</p>
      <Textarea
        label={t('laws:withdraw.reason')}
        value={form.value.reason}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
        error={fault(form.faults['reason'])}
        maxLength={1000}
        autosize
        minRows={2}
        withAsterisk
        data-autofocus
      />
      <RefusalNotice error={form.faults['reason'] ? null : withdraw.error} />
      <Group>
        <Button type="submit" loading={withdraw.isPending}>
          {t('laws:withdraw.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('platform:cancel')}
        </Button>
      </Group>
    </form>
  );
}
