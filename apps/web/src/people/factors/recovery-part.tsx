import { Button } from '@mantine/core';
import { contract } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../platform/queries.ts';
import { toastRefusal } from '../../platform/toasts.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

/** How many recovery codes are left, and new ones. */
export function RecoveryPart({ left }: { left: number }) {
  const { t } = useTranslation(['factors']);
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = useAct(contract.people.renewRecoveryCodes, {
    outdates: [contract.people.factors],
    onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
    onError: toastRefusal,
  });
  return (
    <div className="factor-row">
      <div>
        <h3>{t('factors:recovery.title')}</h3>
        <p className={left < 3 ? 'small' : 'soft small'}>{t('factors:recovery.left', { count: left })}</p>
      </div>
      <Button variant="default" size="xs" loading={renew.isPending} onClick={() => renew.mutate({})}>
        {t('factors:recovery.renew')}
      </Button>
      {codes ? <RecoverySheet codes={codes} close={() => setCodes(null)} /> : null}
    </div>
  );
}
