import type { Confidentiality } from '@servanda/contract';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import './evidence-marks.css';

/** Who may see a piece: always the word, and a lock where it is restricted. */
export function ConfidentialityMark({ of }: { of: Confidentiality }) {
  const { t } = useTranslation(['evidence']);
  const word = t(`evidence:confidentiality.${of}`);
  if (of !== 'restricted') return word;
  return (
    <strong className="restricted">
      <IconLock size={15} stroke={2} aria-hidden />
      {word}
    </strong>
  );
}
