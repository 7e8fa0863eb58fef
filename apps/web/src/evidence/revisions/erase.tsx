import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Evidence } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import './revisions.css';

/** At the foot of a piece: erasing what it says, for reasons of data protection. Not to be mistaken for withdrawing it. */
export function Erase({ dossier, piece }: { dossier: string; piece: Evidence }) {
  const { t } = useTranslation(['revisions']);
  const [isOpen, { open, close }] = useDisclosure(false);
  if (piece.erasedAt) return null;
  return (
    <div className="erase no-print">
      <p className="small soft">{t('revisions:erase.lead')}</p>
      <Allowed may={piece.may.erase}>
        {(refused) => (
          <Button variant="default" size="xs" onClick={open} {...refused}>
            {t('revisions:erase.act')}
          </Button>
        )}
      </Allowed>
      <EraseDialog opened={isOpen} close={close} dossier={dossier} piece={piece} />
    </div>
  );
}
