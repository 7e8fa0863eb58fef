import { Button } from '@mantine/core';
import type { Passkey } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { toastDone } from '../../platform/toasts.tsx';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { useAfterChange } from './after-change.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

/** The account's passkeys, and a new one. */
export function PasskeyList({ passkeys, isLast }: { passkeys: readonly Passkey[]; isLast: boolean }) {
  const { t } = useTranslation(['factors']);
  const afterChange = useAfterChange();
  const [isAdding, setAdding] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <>
      {passkeys.length === 0 ? (
        <p>{t('factors:passkeys.none')}</p>
      ) : (
        <ul className="factor-list">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} isLast={isLast} />
          ))}
        </ul>
      )}
      <Button size="xs" mt="sm" onClick={() => setAdding(true)}>
        {t('factors:passkeys.add')}
      </Button>
      {isAdding ? (
        <AddPasskeyDialog
          close={() => setAdding(false)}
          onKept={(name, made) => {
            setAdding(false);
            setCodes(made);
            const done = t('factors:passkeys.kept', { name });
            toastDone(done);
            announce(done);
            void afterChange();
          }}
        />
      ) : null}
      {codes ? <RecoverySheet codes={codes} close={() => setCodes(null)} /> : null}
    </>
  );
}
