import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { contract, type SignInRule } from '@servanda/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { FormAlert } from '../../platform/form/form-alert.tsx';
import { useAct } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { useSession } from '../session.ts';

const graces = [0, 7, 14, 30] as const;

/** What every member is asked for. Who asks must have it already, so that no lead is shut out by the own rule. */
export function RuleForm({ rule }: { rule: SignInRule }) {
  const { t } = useTranslation(['factors', 'platform']);
  const { methods } = useSession();
  const [secondFactor, setSecondFactor] = useState(rule.secondFactorFrom !== null);
  const [isSingleSignOnOnly, setOnly] = useState(rule.isSingleSignOnOnly);
  const [graceDays, setGraceDays] = useState(14);
  const revise = useAct(contract.people.reviseSignInRule, {
    outdates: [contract.people.signInRule, contract.people.whoAmI],
    onSuccess: () => {
      toastDone(t('factors:rule.saved'));
      announce(t('factors:rule.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revise.mutate({ body: { secondFactor, graceDays, isSingleSignOnOnly } });
  };
  const isLinked = methods.includes('single_sign_on');
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormAlert error={revise.error} />
      <Checkbox
        label={t('factors:rule.secondFactor')}
        description={rule.secondFactorFrom ? t('factors:rule.since', { at: momentInWords(rule.secondFactorFrom) }) : t('factors:rule.secondFactorHint')}
        checked={secondFactor}
        onChange={({ currentTarget }) => setSecondFactor(currentTarget.checked)}
      />
      {secondFactor && rule.secondFactorFrom === null ? (
        <NativeSelect
          label={t('factors:rule.grace')}
          description={t('factors:rule.graceHint', { count: rule.membersWithout })}
          value={String(graceDays)}
          onChange={({ currentTarget }) => setGraceDays(Number(currentTarget.value))}
          data={graces.map((days) => ({ value: String(days), label: days === 0 ? t('factors:rule.atOnce') : t('factors:rule.days', { count: days }) }))}
        />
      ) : null}
      {rule.provider ? (
        <Checkbox
          label={t('factors:rule.only')}
          description={isLinked || rule.isSingleSignOnOnly ? t('factors:rule.onlyHint') : t('factors:rule.onlyFirst')}
          checked={isSingleSignOnOnly}
          disabled={!isLinked && !rule.isSingleSignOnOnly}
          onChange={({ currentTarget }) => setOnly(currentTarget.checked)}
        />
      ) : null}
      <div>
        <Button type="submit" loading={revise.isPending}>
          {t('platform:save')}
        </Button>
      </div>
    </form>
  );
}
