import type { Evidence } from '@servanda/contract';
import { IconBan, IconCheck, IconHourglassEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { validityInWords, validityOf } from './validity.ts';
import './evidence-marks.css';

const icons = { in_date: IconCheck, out_of_date: IconHourglassEmpty, withdrawn: IconBan } as const;

/** Whether a piece still proves anything: a mark and the words. */
export function ValidityMark({ piece }: { piece: Evidence }) {
  const { t } = useTranslation(['evidence']);
  const validity = validityOf(piece);
  const Icon = icons[validity];
  return (
    <span className={`validity validity-${validity}`}>
      <Icon size={15} stroke={2} aria-hidden />
      <span>{validityInWords(piece, t)}</span>
    </span>
  );
}
