import { Button } from '@mantine/core';
import { contract, type EvidenceFile } from '@servanda/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { outdate } from '../../platform/queries.ts';
import { type Access, FileLink } from '../opening/file-link.tsx';
import { opened } from '../opening/opening.ts';
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
      {copy.found.some(({ values }) => values === null) ? <Withheld place={place} mayOpen={access.isRestricted && access.original.allowed} /> : null}
      <p>{t('safeguards:copy.removed')}</p>
      {original}
    </details>
  );
}

/** What stands in the metadata is not told: to those who may not have the original, and of a restricted piece before a purpose was given. */
function Withheld({ place, mayOpen }: { place: Piece; mayOpen: boolean }) {
  const { t } = useTranslation(['safeguards']);
  const client = useQueryClient();
  if (!mayOpen) return <p>{t('safeguards:copy.withheld')}</p>;
  const open = async () => {
    if (await opened(place)) await outdate(client, [contract.evidence.get, contract.evidence.revisions]);
  };
  return (
    <p>
      {t('safeguards:copy.closed')}{' '}
      <Button variant="default" size="compact-xs" onClick={() => void open()}>
        {t('safeguards:copy.open')}
      </Button>
    </p>
  );
}
