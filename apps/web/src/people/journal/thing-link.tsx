import { contract, type JournalEntry } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/queries.ts';

/** The way to what an entry tells of, where there is still something to see. */
export function ThingLink({ entry: { subject, subjectId, dossier, element } }: { entry: JournalEntry }) {
  const { t } = useTranslation(['journal']);
  const { data } = useSuspenseQuery(ask(contract.obligations.list, {}));
  // Without its title a dossier cannot be opened: it is not here any more.
  if (!dossier?.title) return null;
  const word = t('journal:show');
  const params = { dossier: dossier.id };
  if (subject === 'evidence' && subjectId)
    return (
      <Link to="/dossiers/$dossier/evidence/$evidence" params={{ ...params, evidence: subjectId }}>
        {word}
      </Link>
    );
  const obligation = element ? data.items.find(({ elements }) => elements.some(({ code }) => code === element)) : undefined;
  if (obligation && element)
    return (
      <Link to="/dossiers/$dossier/obligations/$code" params={{ ...params, code: obligation.code }} search={{ element }}>
        {word}
      </Link>
    );
  return (
    <Link to="/dossiers/$dossier" params={params}>
      {word}
    </Link>
  );
}
