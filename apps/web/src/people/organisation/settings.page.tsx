import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { contract, Locale, ReviseOrganisation } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Refused } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { useForm } from '../../platform/form/use-form.ts';
import { ask, useAct } from '../../platform/queries.ts';
import { Page } from '../../platform/shell/page.tsx';
import { Part } from '../../platform/shell/part.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { wordsOf } from '../../platform/words-of-refusal.ts';
import { LeavePart } from './leave-part.tsx';

/** How the organisation is called and in which language it writes; and the way out. */
export function SettingsPage() {
  const { t } = useTranslation(['organisation', 'platform']);
  const fault = useFaultWords();
  const { name, locale, version, may } = useSuspenseQuery(ask(contract.people.organisation, {})).data;
  const form = useForm(ReviseOrganisation, { version, name, locale });
  const revise = useAct(contract.people.reviseOrganisation, {
    outdates: [contract.people.organisation, contract.people.whoAmI],
    onSuccess: () => {
      toastDone(t('organisation:settings.saved'));
      announce(t('organisation:settings.saved'));
    },
    onError: form.refuse,
  });
  const isStale = revise.error instanceof Refused && revise.error.problem.code === 'stale_version';
  return (
    <Page title={t('organisation:settings.title')}>
      <Part title={t('organisation:settings.called')} lead={t('organisation:settings.lead')}>
        <form className="form" onSubmit={form.submit((body) => revise.mutate({ body: { ...body, version } }))} noValidate>
          {revise.error ? (
            <Alert color="red" variant="light" role="alert">
              {isStale ? t('organisation:settings.stale') : wordsOf(revise.error).text}
            </Alert>
          ) : null}
          <TextInput
            label={t('organisation:settings.name')}
            readOnly={!may.revise.allowed}
            value={form.value.name}
            onChange={({ currentTarget }) => form.change({ name: currentTarget.value })}
            error={fault(form.faults['name'])}
          />
          <NativeSelect
            label={t('organisation:settings.locale')}
            disabled={!may.revise.allowed}
            value={form.value.locale}
            onChange={({ currentTarget }) => form.change({ locale: Locale.parse(currentTarget.value) })}
            data={Locale.options.map((value) => ({ value, label: t(`platform:language.${value}`) }))}
          />
          <div>
            <Allowed may={may.revise}>
              {(refused) => (
                <Button type="submit" loading={revise.isPending} {...refused}>
                  {t('organisation:settings.save')}
                </Button>
              )}
            </Allowed>
          </div>
        </form>
      </Part>
      <LeavePart />
    </Page>
  );
}
