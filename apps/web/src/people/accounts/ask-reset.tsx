import { Alert } from '@mantine/core';
import { AskReset as Asked, contract } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { AddressForm } from './address-form.tsx';

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
    <AddressForm
      label={t('accounts:reset.email')}
      act={t('accounts:reset.act')}
      name="email"
      value={form.value.email}
      onChange={(email) => form.change({ email })}
      fault={fault(form.faults['email'])}
      error={ask.error}
      isPending={ask.isPending}
      onSubmit={form.submit((body) => ask.mutate({ body: { ...body, language } }))}
    >
      <p>
        <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
      </p>
    </AddressForm>
  );
}
