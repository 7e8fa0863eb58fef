import { Alert, Button, TextInput } from '@mantine/core';
import { contract, Setup } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { useForm } from '../platform/form/use-form.ts';
import { useAct } from '../platform/queries.ts';
import { Page } from '../platform/shell/page.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { NewPasswordField } from './accounts/new-password-field.tsx';
import { keepSession } from './session.ts';
import './accounts/accounts.css';

const lines = [
  { name: 'code', autoComplete: 'one-time-code' },
  { name: 'email', autoComplete: 'username', type: 'email' },
  { name: 'name', autoComplete: 'name' },
] as const;

/** The first operator's account, with the one-time code that the server printed. */
export function SetupPage() {
  const { t } = useTranslation(['people', 'platform']);
  const fault = useFaultWords();
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const form = useForm(Setup, { code: '', email: '', name: '', password: '' });
  const setUp = useAct(contract.people.setUp, {
    onSuccess: async (session) => {
      keepSession(client, session);
      await router.invalidate();
      await navigate({ to: '/dossiers' });
    },
    onError: form.refuse,
  });
  return (
    <Page title={t('people:setup.title')} lead={t('people:setup.lead')} width="form">
      <form className="form" onSubmit={form.submit((body) => setUp.mutate({ body }))} noValidate>
        {setUp.error ? (
          <Alert color="red" variant="light" role="alert">
            {wordsOf(setUp.error).text}
          </Alert>
        ) : null}
        {lines.map(({ name, ...rest }) => (
          <TextInput
            key={name}
            {...rest}
            name={name}
            label={t(`people:setup.${name}`)}
            value={form.value[name]}
            onChange={(event) => form.change({ [name]: event.currentTarget.value })}
            error={fault(form.faults[name])}
          />
        ))}
        <NewPasswordField
          label={t('people:setup.password')}
          value={form.value.password}
          onChange={(password) => form.change({ password })}
          error={fault(form.faults['password'])}
          around={[form.value.email, form.value.name]}
        />
        <div>
          <Button type="submit" loading={setUp.isPending}>
            {t('people:setup.act')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
