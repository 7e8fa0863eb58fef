import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ChangeProfile, contract } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { speak } from '../../platform/i18n.ts';
import { useAct } from '../../platform/queries.ts';
import { languages } from '../../platform/settings.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { sessionQuery, useSession } from '../session.ts';

/** How the record names this person, and in what language letters come. */
export function ProfilePart() {
  const { t } = useTranslation(['accounts', 'platform']);
  const { person } = useSession();
  const fault = useFaultWords();
  const client = useQueryClient();
  const router = useRouter();
  const form = useForm(ChangeProfile, { name: person.name, locale: person.locale });
  const change = useAct(contract.people.changeProfile, {
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      if (session.person.locale) await speak(session.person.locale);
      await router.invalidate();
      toastDone(t('accounts:profile.saved'));
      announce(t('accounts:profile.saved'));
    },
    onError: form.refuse,
  });
  const isSame = form.value.name === person.name && form.value.locale === person.locale;
  return (
    <Part id="profile" title={t('accounts:profile.title')} lead={t('accounts:profile.lead')}>
      <form className="form" onSubmit={form.submit((body) => change.mutate({ body }))} noValidate>
        <FormAlert error={change.error} />
        <TextInput
          label={t('accounts:profile.name')}
          name="name"
          autoComplete="name"
          value={form.value.name}
          onChange={(event) => form.change({ name: event.currentTarget.value })}
          error={fault(form.faults['name'])}
        />
        <NativeSelect
          label={t('accounts:profile.language')}
          value={form.value.locale ?? ''}
          onChange={({ currentTarget }) => form.change({ locale: languages.find((one) => one === currentTarget.value) ?? null })}
          data={[{ value: '', label: t('accounts:profile.asDevice') }, ...languages.map((one) => ({ value: one, label: t(`platform:language.${one}`) }))]}
        />
        <div>
          <Button type="submit" variant={isSame ? 'default' : 'filled'} loading={change.isPending}>
            {t('accounts:profile.save')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
