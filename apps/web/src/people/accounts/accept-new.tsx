import { Button, TextInput } from '@mantine/core';
import { contract, type InvitationShown, NewAccount } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { useComeIn } from './use-come-in.ts';

/** A new account for the invited address. */
export function AcceptNew({ invitation, token }: { invitation: InvitationShown; token: string }) {
  const { t } = useTranslation(['accounts']);
  const language = useLanguage();
  const fault = useFaultWords();
  const { signIn } = useComeIn();
  const form = useForm(NewAccount, { token, name: '', password: '', language });
  const accept = useAct(contract.people.acceptInvitation, { onSuccess: ({ email }) => signIn(email, form.value.password), onError: form.refuse });
  return (
    <form className="form" onSubmit={form.submit((body) => accept.mutate({ body: { ...body, language } }))} noValidate>
      <h2>{t('accounts:invitation.newAccount')}</h2>
      <FormAlert error={accept.error} />
      <TextInput label={t('accounts:invitation.email')} name="username" className="told" autoComplete="username" value={invitation.email} readOnly />
      <TextInput
        label={t('accounts:profile.name')}
        description={t('accounts:invitation.nameHint')}
        name="name"
        autoComplete="name"
        value={form.value.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
        error={fault(form.faults['name'])}
      />
      <NewPasswordField
        label={t('accounts:invitation.password')}
        value={form.value.password}
        onChange={(password) => form.change({ password })}
        error={fault(form.faults['password'])}
        around={[invitation.email, form.value.name, invitation.organisation.name]}
      />
      <div>
        <Button type="submit" loading={accept.isPending}>
          {t('accounts:invitation.accept')}
        </Button>
      </div>
    </form>
  );
}
