import { Button, PasswordInput } from '@mantine/core';
import { ChangePassword, contract } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { useSession } from '../session.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** Another password; the other sessions end. */
export function PasswordPart() {
  const { t } = useTranslation(['accounts']);
  const [round, setRound] = useState(0);
  return (
    <Part id="password" title={t('accounts:password.title')} lead={t('accounts:password.lead')}>
      <PasswordForm
        key={round}
        onDone={() => {
          setRound(round + 1);
          toastDone(t('accounts:password.changed'));
          announce(t('accounts:password.changed'));
        }}
      />
    </Part>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['accounts', 'people']);
  const { person, organisation } = useSession();
  const language = useLanguage();
  const fault = useFaultWords();
  const form = useForm(ChangePassword, { current: '', password: '', language });
  const change = useAct(contract.people.changePassword, { outdates: [contract.people.sessions], onSuccess: onDone, onError: form.refuse });
  return (
    <form className="form" onSubmit={form.submit((body) => change.mutate({ body: { ...body, language } }))} noValidate>
      <FormAlert error={change.error} />
      <input type="hidden" name="username" autoComplete="username" value={person.email} />
      <PasswordInput
        label={t('accounts:password.current')}
        name="current-password"
        autoComplete="current-password"
        value={form.value.current}
        onChange={(event) => form.change({ current: event.currentTarget.value })}
        error={fault(form.faults['current'])}
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
      />
      <NewPasswordField
        label={t('accounts:password.new')}
        value={form.value.password}
        onChange={(password) => form.change({ password })}
        error={fault(form.faults['password'])}
        around={[person.email, person.name, organisation.name]}
      />
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('accounts:password.act')}
        </Button>
      </div>
    </form>
  );
}
