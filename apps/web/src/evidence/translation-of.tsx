import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PieceSelect } from './piece-select.tsx';

const route = getRouteApi('/inside/dossiers/$dossier');

/** Chooses the piece of the same dossier that this one translates. */
export function TranslationOf({ value, fault, change }: { value: string; fault: string | undefined; change: (id: string) => void }) {
  const { t } = useTranslation(['evidence']);
  const { dossier } = route.useParams();
  return <PieceSelect {...{ dossier, value, fault, change }} label={t('evidence:field.translationOf')} placeholder={t('evidence:noTranslation')} />;
}
