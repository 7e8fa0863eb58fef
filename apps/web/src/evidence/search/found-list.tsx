import type { SearchFound } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../platform/dates.ts';
import { english } from '../../platform/settings.ts';
import { ConfidentialityMark } from '../confidentiality-mark.tsx';
import { useElements } from '../elements.ts';
import { useLanguageNames } from '../languages.ts';
import { FoundHit } from './found-hit.tsx';
import { Marked } from './marked.tsx';

/** What was found, by piece or by element, each with the places in it. */
export function FoundList({ dossier, items }: { dossier: string; items: readonly SearchFound[] }) {
  const { t } = useTranslation(['search']);
  return (
    <ol className="found">
      {items.map((found) => (
        <li key={found.evidence?.id ?? found.element} className="found-item">
          {found.evidence ? <PieceHead dossier={dossier} piece={found.evidence} /> : <ElementHead dossier={dossier} code={found.element ?? ''} />}
          {found.hits.length ? (
            <ul className="found-hits">
              {found.hits.map((hit) => (
                <FoundHit key={`${hit.source} ${hit.file?.id} ${hit.page} ${hit.element} ${hit.passage}`} dossier={dossier} found={found} hit={hit} />
              ))}
            </ul>
          ) : null}
          {found.further > 0 ? <p className="found-further soft">{t('search:further', { count: found.further })}</p> : null}
        </li>
      ))}
    </ol>
  );
}

function PieceHead({ dossier, piece }: { dossier: string; piece: NonNullable<SearchFound['evidence']> }) {
  const { t } = useTranslation(['search', 'evidence']);
  const { nameOf } = useLanguageNames();
  return (
    <>
      <h2 className="serif">
        <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier, evidence: piece.id }} data-stop>
          <bdi lang={piece.language}>
            <Marked text={piece.title} marks={piece.marks} />
          </bdi>
        </Link>
      </h2>
      <p className="found-facts soft">
        <span>{t(`evidence:kind.${piece.kind}`)}</span>
        <span>
          <bdi>{piece.originator}</bdi>
        </span>
        {piece.datedOn ? <span>{dayInWords(piece.datedOn)}</span> : null}
        <span>{nameOf(piece.language)}</span>
        <span>
          <ConfidentialityMark of={piece.confidentiality} />
        </span>
        {piece.isWithdrawn ? <strong>{t('evidence:state.withdrawn')}</strong> : null}
      </p>
    </>
  );
}

function ElementHead({ dossier, code }: { dossier: string; code: string }) {
  const { elementOf } = useElements();
  const { t } = useTranslation(['search']);
  const element = elementOf(code);
  return (
    <>
      <h2 className="serif">
        <Link to="/dossiers/$dossier/obligations/$code" params={{ dossier, code: element?.obligation ?? code }} search={{ element: code }} data-stop>
          <bdi {...english}>{element ? `${element.citation} ${element.title}` : code}</bdi>
        </Link>
      </h2>
      <p className="found-facts soft">
        <span>{t('search:judgement')}</span>
      </p>
    </>
  );
}
