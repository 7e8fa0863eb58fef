import type { Evidence } from '@servanda/contract';
import { IconBan, IconHourglassEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayInWords, momentAsDay } from '../platform/dates.ts';
import './evidence-form.css';

/** At the top of a piece that proves nothing any more: since when, why, and what to do. */
export function PieceStanding({ piece }: { piece: Evidence }) {
  const { t } = useTranslation(['evidence', 'revisions']);
  if (piece.erasedAt)
    return (
      <div className="notice notice-fault piece-standing">
        <p>
          <IconBan size={17} aria-hidden /> <strong>{t('revisions:erasedOn', { day: momentAsDay(piece.erasedAt) })}</strong>
        </p>
        <p>{t('revisions:erasedText')}</p>
      </div>
    );
  if (piece.withdrawn)
    return (
      <div className="notice notice-fault piece-standing">
        <p>
          <IconBan size={17} aria-hidden /> <strong>{t('evidence:piece.withdrawn', { day: momentAsDay(piece.withdrawn.at) })}</strong>
        </p>
        <p>{t('evidence:piece.reason', { reason: piece.withdrawn.reason })}</p>
        <p>{t('evidence:piece.withdrawnText')}</p>
      </div>
    );
  if (!piece.isOutOfDate || !piece.outOfDateOn) return null;
  return (
    <div className="notice piece-standing">
      <p>
        <IconHourglassEmpty size={17} aria-hidden /> <strong>{t('evidence:piece.outOfDate', { day: dayInWords(piece.outOfDateOn) })}</strong>
      </p>
      <p>{t('evidence:piece.outOfDateText')}</p>
    </div>
  );
}
