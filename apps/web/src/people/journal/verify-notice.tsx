import { Alert } from '@mantine/core';
import type { Answer, contract } from '@servanda/contract';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What the verification found: whole, or the first broken link. */
export function VerifyNotice({ found }: { found: Answer<typeof contract.people.journalVerification> }) {
  const { t } = useTranslation(['journal']);
  const [first] = found.problems;
  if (!first)
    return (
      <Alert icon={<IconShieldCheck aria-hidden />} title={t('journal:verify.whole')} mb="md">
        {t('journal:verify.checked', { entries: found.entries, anchors: found.anchors, unanchored: found.unanchored })}
      </Alert>
    );
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('journal:verify.broken')} mb="md">
      {t('journal:verify.first', { seq: first.seq ?? 0, what: t(`journal:problem.${first.problem}`) })}
      {found.problems.length > 1 ? `; ${t('journal:verify.more', { count: found.problems.length - 1 })}` : null}
    </Alert>
  );
}
