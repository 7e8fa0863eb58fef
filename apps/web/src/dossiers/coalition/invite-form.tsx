import { Button, TextInput } from '@mantine/core';
import { contract, InviteToCoalition, type May } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { publishersOn } from './coalition.needs.ts';

interface InviteFormProps {
  dossier: string;
  iso3: string;
  may: May;
  /** Organisations that are asked already, or lead. */
  but: readonly string[];
}

/** Asks an organisation in, by its name; those that have published on the State, which everybody knows, are suggested. */
export function InviteForm({ dossier, iso3, may, but }: InviteFormProps) {
  const { t } = useTranslation(['coalition']);
  const words = useFaultWords();
  const list = useId();
  const published = useQuery(publishersOn(iso3)).data?.items ?? [];
  const asked = published.filter(({ organisation: { id, kind } }) => kind !== 'government' && !but.includes(id)).map(({ organisation }) => organisation.name);
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
    <Part title={t('coalition:invite.title')}>
      <form className="form no-print" onSubmit={form.submit((body) => act.mutate({ params: { id: dossier }, body }))} noValidate>
        <FormAlert error={form.faults['organisation'] ? null : act.error} />
        <TextInput
          label={t('coalition:invite.organisation')}
          description={t('coalition:invite.hint')}
          maxLength={200}
          dir="auto"
          list={list}
          autoComplete="off"
          value={form.value.organisation}
          error={words(form.faults['organisation'])}
          onChange={({ currentTarget }) => form.change({ organisation: currentTarget.value })}
        />
        <datalist id={list}>
          {[...new Set(asked)].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
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
    </Part>
  );
}
