import { Button, PasswordInput } from '@mantine/core';
import { contract, type InvitationShown, ReturnByInvitation } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useComeIn } from './use-come-in.ts';

/** The address has an account that belongs to no organisation at present: its password takes it up again. */
export function ComeBack({ invitation, token }: { invitation: InvitationShown; token: string }) {
  const { t } = useTranslation(['accounts', 'people']);
  const fault = useFaultWords();
  const { signIn } = useComeIn();
  const form = useForm(ReturnByInvitation, { token, password: '' });
  const accept = useAct(contract.people.returnByInvitation, { onSuccess: ({ email }) => signIn(email, form.value.password), onError: form.refuse });
  return (
    <form className="form" onSubmit={form.submit((body) => accept.mutate({ body }))} noValidate>
      <h2>{t('accounts:invitation.comeBack')}</h2>
      <p>{t('accounts:invitation.resting', { email: invitation.email })}</p>
      <FormAlert error={accept.error} />
      <PasswordInput
        label={t('people:signIn.password')}
        name="password"
        autoComplete="current-password"
        value={form.value.password}
        onChange={(event) => form.change({ password: event.currentTarget.value })}
        error={fault(form.faults['password'])}
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
      />
      <div>
        <Button type="submit" loading={accept.isPending}>
          {t('accounts:invitation.accept')}
        </Button>
      </div>
      <p>
        <Link to="/reset">{t('accounts:forgotten')}</Link>
      </p>
    </form>
  );
}
