import { Alert, Button, TextInput } from '@mantine/core';
import { AskReset as Asked, contract } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { FormAlert } from './form-alert.tsx';

/** Asks for the letter. What it answers is the same for every address. */
export function AskReset() {
  const { t } = useTranslation(['accounts']);
  const language = useLanguage();
  const fault = useFaultWords();
  const form = useForm(Asked, { email: '', language });
  const ask = useAct(contract.people.askReset, {
    onSuccess: () => announce(t('accounts:reset.asked', { email: form.value.email })),
    onError: form.refuse,
  });
  if (ask.isSuccess)
    return (
      <>
        <Alert variant="light">{t('accounts:reset.asked', { email: form.value.email })}</Alert>
        <p>{t('accounts:reset.nothing')}</p>
        <p>
          <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
        </p>
      </>
    );
  return (
    <form className="form" onSubmit={form.submit((body) => ask.mutate({ body: { ...body, language } }))} noValidate>
      <FormAlert error={ask.error} />
      <TextInput
        label={t('accounts:reset.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={form.value.email}
        onChange={(event) => form.change({ email: event.currentTarget.value })}
        error={fault(form.faults['email'])}
      />
      <div>
        <Button type="submit" loading={ask.isPending}>
          {t('accounts:reset.act')}
        </Button>
      </div>
      <p>
        <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
      </p>
    </form>
  );
}
