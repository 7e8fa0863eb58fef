import type { Evidence, EvidenceRevision } from '@servanda/contract';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface OlderNoticeProps {
  dossier: string;
  piece: Evidence;
  /** Those that the file belonged to, newest first. */
  revisions: readonly EvidenceRevision[];
}

/** Says of a file that the newest revision does not hold which revisions it belongs to, and the way to the newest. */
export function OlderNotice({ dossier, piece, revisions }: OlderNoticeProps) {
  const { t } = useTranslation(['texts']);
  const [last] = revisions;
  const first = revisions.at(-1);
  if (!first || !last) return null;
  const [newer] = piece.files;
  return (
    <div className="notice older">
      <p>
        <IconHistory size={17} aria-hidden />{' '}
        <strong>{t(first === last ? 'texts:older.one' : 'texts:older.several', { first: first.number, last: last.number })}</strong>
      </p>
      <p>
        {t('texts:older.text', { newest: piece.version })}{' '}
        {newer ? (
          <Link to="/dossiers/$dossier/evidence/$evidence/text" preload={false} params={{ dossier, evidence: piece.id }} search={{ file: newer.id }}>
            {t('texts:older.open', { name: newer.name })}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
