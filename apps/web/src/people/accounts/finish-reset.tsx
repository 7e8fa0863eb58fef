import { Alert, Button, Skeleton, TextInput } from '@mantine/core';
import { contract, FinishReset as Finished } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { useLanguage } from '../../platform/settings.ts';
import { LinkUnusable } from './link-unusable.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { useReset } from './shown-by-link.ts';

/** Sets the new password; signing in is the next step, with whatever the account asks for. */
export function FinishReset({ token }: { token: string }) {
  const { t } = useTranslation(['accounts']);
  const language = useLanguage();
  const fault = useFaultWords();
  const shown = useReset(token);
  const form = useForm(Finished, { token, password: '', language });
  const finish = useAct(contract.people.finishReset, { onSuccess: () => announce(t('accounts:reset.done')), onError: form.refuse });
  if (shown.isPending) return <Skeleton height={180} />;
  if (shown.error)
    return (
      <LinkUnusable error={shown.error}>
        <Link to="/reset">{t('accounts:reset.again')}</Link>
      </LinkUnusable>
    );
  if (finish.isSuccess)
    return (
      <>
        <Alert variant="light">{t('accounts:reset.done')}</Alert>
        <p>
          <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
        </p>
      </>
    );
  const { email, name } = shown.data;
  return (
    <form className="form" onSubmit={form.submit((body) => finish.mutate({ body: { ...body, language } }))} noValidate>
      <FormAlert error={finish.error} />
      <TextInput label={t('accounts:reset.email')} name="username" className="told" autoComplete="username" value={email} readOnly />
      <NewPasswordField
        label={t('accounts:password.new')}
        value={form.value.password}
        onChange={(password) => form.change({ password })}
        error={fault(form.faults['password'])}
        around={[email, name]}
      />
      <p className="soft small">{t('accounts:reset.ends')}</p>
      <div>
        <Button type="submit" loading={finish.isPending}>
          {t('accounts:reset.set')}
        </Button>
      </div>
    </form>
  );
}
