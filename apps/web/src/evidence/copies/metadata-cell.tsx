import type { EvidenceFile } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { type Access, FileLink } from '../opening/file-link.tsx';
import type { Piece } from '../upload.ts';
import './copies.css';

interface MetadataCellProps {
  place: Piece;
  file: EvidenceFile;
  access: Access;
}

/** What a file tells beside its content, that the copy for others tells nothing of it, and the way to the original. */
export function MetadataCell({ place, file, access }: MetadataCellProps) {
  const { t } = useTranslation(['safeguards']);
  const { copy } = file;
  const original = access.original.allowed ? (
    <FileLink place={place} file={file} access={access} copy="original">
      {t('safeguards:copy.original')}
    </FileLink>
  ) : null;
  if (!copy || copy.state === 'waiting')
    return (
      <>
        <span className="soft">{t('safeguards:copy.waiting')}</span> {original}
      </>
    );
  if (copy.state === 'impossible')
    return (
      <>
        <span>{t(`safeguards:copy.impossible.${copy.reason ?? 'damaged'}`)}</span> {original}
      </>
    );
  if (copy.found.length === 0) return <span className="soft">{t('safeguards:copy.none')}</span>;
  return (
    <details className="metadata">
      <summary>{t('safeguards:copy.found', { count: copy.found.length })}</summary>
      <ul>
        {copy.found.map(({ kind, count, values }) => (
          <li key={kind}>
            {t(`safeguards:metadata.${kind}`)} {count > 1 ? <span className="soft">{t('safeguards:copy.times', { count })}</span> : null}
            {values && values.length > 0 ? (
              <span className="metadata-values">
                {values.map((value) => (
                  <bdi key={value}>{value}</bdi>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {copy.found.some(({ values }) => values === null) ? <p>{t('safeguards:copy.withheld')}</p> : null}
      <p>{t('safeguards:copy.removed')}</p>
      {original}
    </details>
  );
}
