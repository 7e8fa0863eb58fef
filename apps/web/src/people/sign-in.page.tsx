import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { contract, type Session, SignIn } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../platform/api.ts';
import { useFaultWords } from '../platform/form/fault-words.ts';
import { useForm } from '../platform/form/use-form.ts';
import { speak } from '../platform/i18n.ts';
import { useAct } from '../platform/queries.ts';
import { Title } from '../platform/shell/page.tsx';
import { wordsOf } from '../platform/words-of-refusal.ts';
import { PasskeySignIn } from './factors/passkey-sign-in.tsx';
import type { ProofMethod } from './factors/proof-form.tsx';
import { SecondStep } from './factors/second-step.tsx';
import { publicRecord } from './public-record.ts';
import { keepSession } from './session.ts';
import { SettingsRow } from './settings-row.tsx';
import { OrganisationSignIn } from './sign-on/organisation-sign-in.tsx';
import './sign-in.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { t } = useTranslation(['people', 'platform']);
  const fault = useFaultWords();
  const { next, with: organisation } = route.useSearch();
  const client = useQueryClient();
  const router = useRouter();
  const form = useForm(SignIn, { email: '', password: '' });
  const [methods, setMethods] = useState<readonly ProofMethod[] | null>(null);
  const [over, setOver] = useState(false);
  const come = async (session: Session) => {
    keepSession(client, session);
    if (session.person.locale) await speak(session.person.locale);
    await router.invalidate();
  };
  const signIn = useAct(contract.people.signIn, {
    onSuccess: come,
    onError: (error) => {
      if (error instanceof Refused && error.problem.code === 'second_factor_required') setMethods(error.problem.step?.methods ?? []);
    },
  });
  const begin = (isOver: boolean) => {
    signIn.reset();
    setMethods(null);
    setOver(isOver);
  };
  return (
    <div className="entrance">
      <Title of={t('people:signIn.title')} />
      <div className="entrance-text">
        <p className="entrance-maxim serif" lang="la">
          {t('shell.maxim', { ns: 'platform' })}
        </p>
        <p className="soft">{t('shell.motto', { ns: 'platform' })}</p>
      </div>
      {methods ? (
        <div>
          <SecondStep methods={methods} onDone={come} onOver={() => begin(true)} onBack={() => begin(false)} />
        </div>
      ) : (
        <div>
          <form onSubmit={form.submit((body) => signIn.mutate({ body }))} noValidate>
            <h1 tabIndex={-1}>{t('people:signIn.title')}</h1>
            {next ? <p className="soft">{t('people:signIn.next')}</p> : null}
            {over ? (
              <Alert color="yellow" variant="light" role="alert" mb="md">
                {t('people:secondFactor.over')}
              </Alert>
            ) : null}
            {signIn.error ? (
              <Alert color="red" variant="light" role="alert" mb="md">
                {wordsOf(signIn.error).text}
              </Alert>
            ) : null}
            <TextInput
              label={t('people:signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              value={form.value.email}
              onChange={(event) => form.change({ email: event.currentTarget.value })}
              error={fault(form.faults['email'])}
            />
            <PasswordInput
              mt="md"
              label={t('people:signIn.password')}
              name="password"
              autoComplete="current-password"
              value={form.value.password}
              onChange={(event) => form.change({ password: event.currentTarget.value })}
              error={fault(form.faults['password'])}
              visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
            />
            <Button type="submit" mt="lg" fullWidth loading={signIn.isPending}>
              {t('people:signIn.act')}
            </Button>
            <p className="entrance-forgotten">
              <Link to="/reset">{t('people:signIn.forgotten')}</Link>
            </p>
          </form>
          <p className="entrance-or">{t('people:signIn.or')}</p>
          <PasskeySignIn onDone={come} />
          <OrganisationSignIn name={organisation} />
          <p className="entrance-forgotten">
            <a href={publicRecord()}>{t('people:signIn.public')}</a>
          </p>
          <p className="entrance-warning">
            {t('people:signIn.notAChannel')} <Link to="/help">{t('people:signIn.where')}</Link>
          </p>
          <SettingsRow />
        </div>
      )}
    </div>
  );
}
