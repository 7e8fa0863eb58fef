import { contract } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/queries.ts';
import { AlikeList } from './alike-notice.tsx';

/** Other pieces with a file of this one, or with its title; nothing where there is none. */
export function PieceTwins({ dossier, evidence }: { dossier: string; evidence: string }) {
  const { t } = useTranslation(['bulk']);
  const { items } = useSuspenseQuery(ask(contract.evidence.twins, { params: { id: dossier, evidence } })).data;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="twins">
      <h2 id="twins">{t('bulk:alike.twins')}</h2>
      <AlikeList alike={items} dossier={dossier} />
    </section>
  );
}
