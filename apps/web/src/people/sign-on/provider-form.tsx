import { Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { ConfigureSignOn, contract, type SignInRule } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useForm } from '../../platform/form/use-form.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { RemoveDialog } from '../factors/remove-dialog.tsx';

const empty = { signInName: '', issuer: '', clientId: '', domains: [], secondFactorAcr: [] };
const parted = (line: string) =>
  line
    .split(/[\s,]+/)
    .map((one) => one.trim())
    .filter(Boolean);
const lines = ['signInName', 'issuer', 'clientId'] as const;

/** The OpenID Connect provider of the organisation. The secret is given once and never shown again. */
export function ProviderForm({ rule }: { rule: SignInRule }) {
  const { t } = useTranslation(['factors', 'people', 'platform']);
  const fault = useFaultWords();
  const form = useForm(ConfigureSignOn, rule.provider ?? empty);
  const [lists, setLists] = useState({ domains: form.value.domains.join(' '), secondFactorAcr: form.value.secondFactorAcr.join(' ') });
  const [isRemoving, setRemoving] = useState(false);
  const outdates = [contract.people.signInRule, contract.people.identities];
  const done = (words: string) => {
    toastDone(words);
    announce(words);
  };
  const configure = useAct(contract.people.configureSignOn, {
    outdates,
    onSuccess: () => {
      form.change({ clientSecret: undefined });
      done(t('factors:provider.saved'));
    },
    onError: form.refuse,
  });
  const remove = useAct(contract.people.removeSignOn, {
    outdates,
    onSuccess: () => {
      setRemoving(false);
      done(t('factors:provider.removed'));
    },
    onError: toastRefusal,
  });
  return (
    <form className="form" onSubmit={form.submit((body) => configure.mutate({ body }))} noValidate>
      <FormAlert error={configure.error} />
      <div>
        <p id="return-address" className="field-name">
          {t('factors:provider.redirectUri')}
        </p>
        <p className="soft small field-hint">{t('factors:provider.redirectHint')}</p>
        <output className="secret" aria-labelledby="return-address">
          {rule.redirectUri}
        </output>
      </div>
      {lines.map((name) => (
        <TextInput
          key={name}
          label={t(`factors:provider.${name}`)}
          description={t(`factors:provider.${name}Hint`)}
          value={form.value[name]}
          onChange={({ currentTarget }) => form.change({ [name]: currentTarget.value })}
          error={fault(form.faults[name])}
          className="ltr-field"
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      <PasswordInput
        label={t('factors:provider.clientSecret')}
        description={t(rule.provider ? 'factors:provider.secretKept' : 'factors:provider.secretHint')}
        value={form.value.clientSecret ?? ''}
        onChange={({ currentTarget }) => form.change({ clientSecret: currentTarget.value || undefined })}
        error={fault(form.faults['clientSecret'])}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
      />
      {(['domains', 'secondFactorAcr'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`factors:provider.${name}`)}
          description={t(`factors:provider.${name}Hint`)}
          value={lists[name]}
          onChange={({ currentTarget }) => {
            setLists({ ...lists, [name]: currentTarget.value });
            form.change({ [name]: parted(currentTarget.value) });
          }}
          error={fault(Object.entries(form.faults).find(([path]) => path.startsWith(name))?.[1])}
          className="ltr-field"
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      <Group>
        <Button type="submit" loading={configure.isPending}>
          {t('factors:provider.save')}
        </Button>
        {rule.provider ? (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t('factors:provider.remove')}
          </Button>
        ) : null}
      </Group>
      {isRemoving ? (
        <RemoveDialog
          title={t('factors:provider.removeTitle')}
          lead={t('factors:provider.removeLead')}
          isLast={false}
          isPending={remove.isPending}
          onRemove={() => remove.mutate({})}
          close={() => setRemoving(false)}
        />
      ) : null}
    </form>
  );
}
