import type { AlikePiece } from '@servanda/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './bulk/bulk.css';

/** Pieces that look like the one at hand, each with why and a way to it. */
export function AlikeList({ alike, dossier }: { alike: readonly AlikePiece[]; dossier: string }) {
  const { t } = useTranslation(['bulk']);
  return (
    <ul className="alike">
      {alike.map((piece) => (
        <li key={piece.evidence}>
          <Link to="/dossiers/$dossier/evidence/$evidence" params={{ dossier: piece.dossier, evidence: piece.evidence }}>
            <bdi>{piece.title}</bdi>
          </Link>{' '}
          <span className="soft">
            <bdi>{piece.originator}</bdi> · {t(`bulk:alike.${piece.because}`)}
            {piece.dossier === dossier ? null : ` · ${t('bulk:alike.inDossier', { dossier: piece.dossierTitle })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Says, while a piece is written, that it may be there already; it does not block. */
export function AlikeNotice({ alike, dossier }: { alike: readonly AlikePiece[]; dossier: string }) {
  const { t } = useTranslation(['bulk']);
  return (
    <div role="status" className="alike-beside">
      {alike.length > 0 ? (
        <div className="notice">
          <p>
            <strong>{t('bulk:alike.title')}</strong>
          </p>
          <AlikeList alike={alike} dossier={dossier} />
          <p>{t('bulk:alike.text')}</p>
        </div>
      ) : null}
    </div>
  );
}
