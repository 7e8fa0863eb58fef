import { Button } from '@mantine/core';
import { contract, type Factors } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { momentInWords } from '../../platform/dates.ts';
import { useAct } from '../../platform/queries.ts';
import { toastDone, toastRefusal } from '../../platform/toasts.tsx';
import { useAfterChange } from './after-change.ts';
import { RecoverySheet } from './recovery-sheet.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { TotpDialog } from './totp-dialog.tsx';

/** The authenticator: set up, or since when and how to take it away. */
export function TotpPart({ totp, isLast }: { totp: Factors['totp']; isLast: boolean }) {
  const { t } = useTranslation(['factors']);
  const afterChange = useAfterChange();
  const [open, setOpen] = useState<'none' | 'remove'>('none');
  const begin = useAct(contract.people.beginTotp, { onError: toastRefusal });
  const [codes, setCodes] = useState<string[] | null>(null);
  const remove = useAct(contract.people.removeTotp, {
    onSuccess: async () => {
      setOpen('none');
      await afterChange();
      toastDone(t('factors:totp.removed'));
      announce(t('factors:totp.removed'));
    },
    onError: toastRefusal,
  });
  return (
    <div className="factor-row">
      <div>
        <h3>{t('factors:totp.title')}</h3>
        <p className="soft small">
          {totp
            ? t(totp.lastUsedAt ? 'factors:used' : 'factors:added', { at: momentInWords(totp.addedAt), used: momentInWords(totp.lastUsedAt ?? totp.addedAt) })
            : t('factors:totp.none')}
        </p>
      </div>
      {totp ? (
        <Button variant="default" size="xs" onClick={() => setOpen('remove')}>
          {t('factors:totp.remove')}
        </Button>
      ) : (
        <Button size="xs" loading={begin.isPending} onClick={() => begin.mutate({})}>
          {t('factors:totp.add')}
        </Button>
      )}
      {begin.data ? (
        <TotpDialog
          begun={begin.data}
          close={begin.reset}
          onKept={(made) => {
            begin.reset();
            setCodes(made);
            toastDone(t('factors:totp.kept'));
            announce(t('factors:totp.kept'));
            void afterChange();
          }}
        />
      ) : null}
      {codes ? <RecoverySheet codes={codes} close={() => setCodes(null)} /> : null}
      {open === 'remove' ? (
        <RemoveDialog
          title={t('factors:totp.removeTitle')}
          isLast={isLast}
          isPending={remove.isPending}
          onRemove={() => remove.mutate({})}
          close={() => setOpen('none')}
        />
      ) : null}
    </div>
  );
}
