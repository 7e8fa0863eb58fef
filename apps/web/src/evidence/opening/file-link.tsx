import { contract, type EvidenceFile, type May } from '@servanda/contract';
import { IconLock } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../platform/api.ts';
import type { Piece } from '../upload.ts';
import { isOpen, opened } from './opening.ts';

/** What decides how the files of a piece are given out. */
export interface Access {
  isRestricted: boolean;
  /** Whether the original with its metadata may be had. */
  original: May;
}
interface FileLinkProps {
  place: Piece;
  file: EvidenceFile;
  access: Access;
  copy: 'clean' | 'original';
  children: ReactNode;
}

/** The way to download a document; of a restricted piece the purpose is asked first. */
export function FileLink({ place, file, access: { isRestricted }, copy, children }: FileLinkProps) {
  const { t } = useTranslation(['evidence', 'safeguards']);
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isRestricted || isOpen(place)) return;
    event.preventDefault();
    const link = event.currentTarget;
    void opened(place).then((isSaid) => isSaid && link.click());
  };
  const query = copy === 'original' ? { copy } : {};
  return (
    <a
      href={addressOf(contract.evidence.file, { params: { id: place.id, evidence: place.evidence, file: file.id }, query })}
      download={file.name}
      aria-label={t(copy === 'original' ? 'safeguards:copy.downloadOriginal' : 'evidence:file.download', { name: file.name })}
      title={isRestricted ? t('safeguards:opening.asked') : undefined}
      onClick={onClick}
    >
      {isRestricted ? <IconLock size={14} aria-hidden /> : null} {children}
    </a>
  );
}

/** The name of a document as the way to its copy without metadata; to the original where there is no copy and one may have it. */
export function FileName({ place, file, access }: Omit<FileLinkProps, 'copy' | 'children'>) {
  const name = <bdi>{file.name}</bdi>;
  if (file.copy?.state === 'made')
    return (
      <FileLink place={place} file={file} access={access} copy="clean">
        {name}
      </FileLink>
    );
  return name;
}
