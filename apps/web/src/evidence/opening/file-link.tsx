import { contract, type EvidenceFile } from '@servanda/contract';
import { IconLock } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import type { Piece } from '../upload.ts';
import { isOpen, opened } from './opening.ts';

/** The way to download a document; of a restricted piece the purpose is asked first. */
export function FileLink({ place, file, isRestricted }: { place: Piece; file: EvidenceFile; isRestricted: boolean }) {
  const { t } = useTranslation(['evidence', 'safeguards']);
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isRestricted || isOpen(place)) return;
    event.preventDefault();
    const link = event.currentTarget;
    void opened(place).then((isSaid) => isSaid && link.click());
  };
  return (
    <a
      href={addressOf(contract.evidence.file, { params: { ...place, file: file.id } })}
      download={file.name}
      aria-label={t('evidence:file.download', { name: file.name })}
      title={isRestricted ? t('safeguards:opening.asked') : undefined}
      onClick={onClick}
    >
      {isRestricted ? <IconLock size={14} aria-hidden /> : null} <bdi>{file.name}</bdi>
    </a>
  );
}
