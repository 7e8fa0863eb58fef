import { contract } from '@servanda/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../dossiers/as-of.ts';
import { ask } from '../platform/queries.ts';

/** Another piece of the dossier by its title, and the way to it. */
export function PieceName({ dossier, evidence }: { dossier: string; evidence: string }) {
  const { t } = useTranslation(['evidence']);
  const { query } = seen(dossier, useAsOf());
  const { data: piece } = useQuery({ ...ask(contract.evidence.get, { params: { id: dossier, evidence }, query }), retry: false });
  return (
    <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence }}>
      <bdi lang={piece?.language}>{piece?.title ?? t('evidence:piece.other')}</bdi>
    </Link>
  );
}
