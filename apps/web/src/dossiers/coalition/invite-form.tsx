import { Button, TextInput } from '@mantine/core';
import { contract, InviteToCoalition, type May } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';

/** Asks an organisation in, by its name. */
export function InviteForm({ dossier, may }: { dossier: string; may: May }) {
  const { t } = useTranslation(['coalition']);
  const words = useFaultWords();
  const form = useForm(InviteToCoalition, { organisation: '' });
  const act = useAct(contract.dossiers.inviteToCoalition, {
    outdates: [contract.dossiers.coalition],
    onError: form.refuse,
    onSuccess: () => {
      toastDone(t('coalition:invite.done', { organisation: form.value.organisation }));
      form.change({ organisation: '' });
    },
  });
  return (
    <form className="form coalition-invite no-print" onSubmit={form.submit((body) => act.mutate({ params: { id: dossier }, body }))} noValidate>
      <h2>{t('coalition:invite.title')}</h2>
      <FormAlert error={form.faults['organisation'] ? null : act.error} />
      <TextInput
        label={t('coalition:invite.organisation')}
        description={t('coalition:invite.hint')}
        maxLength={200}
        dir="auto"
        value={form.value.organisation}
        error={words(form.faults['organisation'])}
        onChange={({ currentTarget }) => form.change({ organisation: currentTarget.value })}
      />
      <div>
        <Allowed may={may}>
          {(refused) => (
            <Button type="submit" loading={act.isPending} {...refused}>
              {t('coalition:invite.act')}
            </Button>
          )}
        </Allowed>
      </div>
    </form>
  );
}
