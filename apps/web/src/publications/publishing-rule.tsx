import { Switch } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '../platform/form/form-alert.tsx';
import { ask, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';

/** Whether the organisation asks for a second person; leads change it, everyone else reads it. */
export function PublishingRuleSwitch() {
  const { t } = useTranslation(['publications']);
  const { data: rule } = useSuspenseQuery(ask(contract.publications.rule, {}));
  const act = useAct(contract.publications.reviseRule, {
    outdates: [contract.publications.rule],
    onSuccess: ({ secondPerson }) => toastDone(t(secondPerson ? 'publications:rule.on' : 'publications:rule.off')),
  });
  if (!rule.may.revise.allowed) return <p className="small soft">{t(rule.secondPerson ? 'publications:rule.on' : 'publications:rule.off')}</p>;
  return (
    <div className="release-rule">
      <FormAlert error={act.error} />
      <Switch
        label={t('publications:rule.label')}
        description={t('publications:rule.hint')}
        checked={rule.secondPerson}
        disabled={act.isPending}
        onChange={(event) => act.mutate({ body: { version: rule.version, secondPerson: event.currentTarget.checked } })}
      />
    </div>
  );
}
