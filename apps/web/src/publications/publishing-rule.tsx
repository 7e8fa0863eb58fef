import { Switch } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '../platform/form/form-alert.tsx';
import { ask, useAct } from '../platform/queries.ts';
import { toastDone } from '../platform/toasts.tsx';
import { RuleEnding } from './rule-ending.tsx';

/** Whether the organisation asks for a second person; leads change it, everyone else reads it, and reads when it is about to end. */
export function PublishingRuleSwitch() {
  const { t } = useTranslation(['publications']);
  const { data: rule } = useSuspenseQuery(ask(contract.publications.rule, {}));
  const act = useAct(contract.publications.reviseRule, {
    outdates: [contract.publications.rule],
    onSuccess: ({ secondPerson, ending }) =>
      toastDone(t(ending ? 'publications:ruleEnding.asked' : secondPerson ? 'publications:rule.on' : 'publications:rule.off')),
  });
  const { secondPerson, ending, hasOther, version } = rule;
  const mayRevise = rule.may.revise.allowed;
  const set = (wanted: boolean) => act.mutate({ body: { version, secondPerson: wanted } });
  return (
    <div className="release-rule">
      <FormAlert error={act.error} />
      {mayRevise ? (
        <Switch
          label={t('publications:rule.label')}
          description={t(secondPerson ? 'publications:ruleEnding.hint' : 'publications:rule.hint')}
          checked={secondPerson && ending === null}
          disabled={act.isPending}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      ) : (
        <p className="small soft">{t(secondPerson ? 'publications:rule.on' : 'publications:rule.off')}</p>
      )}
      {ending ? <RuleEnding ending={ending} set={mayRevise ? set : null} isPending={act.isPending} /> : null}
      {mayRevise && secondPerson && !hasOther ? <p className="release-rule-note small">{t('publications:ruleEnding.nobody')}</p> : null}
    </div>
  );
}
