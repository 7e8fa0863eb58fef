import { contract, type NationalProvision } from '@servanda/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { seen, useAsOf } from '../../dossiers/as-of.ts';
import { useIsGuest } from '../../dossiers/guest.ts';
import { ask } from '../../platform/queries.ts';
import { spanInWords } from '../validity.ts';
import { provisionsForElement, provisionsOfLaw } from './laws.needs.ts';
import { penaltyInWords } from './penalty-words.ts';
import './laws.css';

/** Whether whoever reads may enter provisions: nobody is led to a form that is not theirs. */
const useMayEnter = (dossier: string): boolean => useSuspenseQuery(ask(contract.dossiers.get, seen(dossier, useAsOf()))).data.may.addEvidence.allowed;

/** Beside an element: the provisions of national laws that serve it. A guest of the dossier reads them here, and has no table of them. */
export function ElementProvisions({ dossier, element }: { dossier: string; element: string }) {
  const { t } = useTranslation(['laws']);
  const { items } = useSuspenseQuery(provisionsForElement(dossier, element, useAsOf())).data;
  const isGuest = useIsGuest(dossier);
  const mayEnter = useMayEnter(dossier);
  return (
    <section aria-labelledby="provisions">
      <h2 id="provisions">{t('laws:of.title')}</h2>
      {items.length === 0 ? <p className="soft">{t('laws:of.none')}</p> : <ProvisionList dossier={dossier} provisions={items} hasLaw />}
      {isGuest ? null : (
        <p className="small no-print">
          {items.length === 0 && mayEnter ? (
            <Link to="/dossiers/$dossier/laws" params={{ dossier }} search={{ add: true, of: element }}>
              {t('laws:of.enter')}
            </Link>
          ) : (
            <Link to="/dossiers/$dossier/laws" params={{ dossier }}>
              {t('laws:of.all')}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

/** On the page of a law: its provisions in the transposition table, or the invitation to enter them. */
export function LawProvisions({ dossier, law }: { dossier: string; law: string }) {
  const { t } = useTranslation(['laws']);
  const { items } = useSuspenseQuery(provisionsOfLaw(dossier, law, useAsOf())).data;
  const isGuest = useIsGuest(dossier);
  const isNew = useMayEnter(dossier) && items.length === 0;
  if (isGuest && items.length === 0) return null;
  return (
    <section aria-labelledby="provisions">
      <h2 id="provisions">{t('laws:of.pieceTitle')}</h2>
      {items.length === 0 ? <p>{t('laws:of.pieceNone')}</p> : <ProvisionList dossier={dossier} provisions={items} hasElements />}
      {isGuest ? null : (
        <p className="no-print">
          <Link to="/dossiers/$dossier/laws" params={{ dossier }} search={{ view: 'laws', law, ...(isNew ? { add: true } : {}) }}>
            {t(isNew ? 'laws:act.enter' : 'laws:of.pieceOpen')}
          </Link>
        </p>
      )}
    </section>
  );
}

interface ProvisionListProps {
  dossier: string;
  provisions: readonly NationalProvision[];
  hasLaw?: boolean;
  hasElements?: boolean;
}

function ProvisionList({ dossier, provisions, hasLaw = false, hasElements = false }: ProvisionListProps) {
  const { t } = useTranslation(['evidence', 'laws']);
  const isGuest = useIsGuest(dossier);
  return (
    <ul className="provision-list">
      {provisions.map((p) => (
        <li key={p.id}>
          {isGuest ? (
            <bdi lang={p.law.language}>{`${p.article} ${p.title}`.trim()}</bdi>
          ) : (
            <Link to="/dossiers/$dossier/laws" params={{ dossier }} search={{ view: 'laws', law: p.law.id }} hash={`provision-${p.id}`} lang={p.law.language}>
              <bdi>{`${p.article} ${p.title}`.trim()}</bdi>
            </Link>
          )}
          {hasLaw ? (
            <span className="small soft" lang={p.law.language} dir="auto">
              {p.law.title}
            </span>
          ) : null}
          <span className="small">
            {[spanInWords('force', p.inForceFrom, p.inForceTo, t), ...p.penalties.map((penalty) => penaltyInWords(penalty, t))].filter(Boolean).join(' · ')}
            {p.force === 'in_force' ? null : <strong> · {t(p.force === 'not_yet' ? 'laws:provision.notYet' : 'laws:provision.ended')}</strong>}
          </span>
          {hasElements ? <span className="small soft">{p.elements.join(' · ')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
