import { Button } from '@mantine/core';
import type { May } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../platform/form/allowed.tsx';

/** A library without laws: what the table is for, and the way to the first one. */
export function EmptyLaws({ dossier, may }: { dossier: string; may: May }) {
  const { t } = useTranslation(['laws']);
  return (
    <div className="laws-empty">
      <h2>{t('laws:empty.title')}</h2>
      <p>{t('laws:empty.text')}</p>
      {may.allowed ? (
        <Link to="/dossiers/$dossier/evidence" params={{ dossier }} search={{ add: true }}>
          {t('laws:empty.add')}
        </Link>
      ) : (
        <Allowed may={may}>{(refused) => <Button {...refused}>{t('laws:empty.add')}</Button>}</Allowed>
      )}
    </div>
  );
}
