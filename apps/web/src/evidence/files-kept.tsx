import { Checkbox } from '@mantine/core';
import type { EvidenceFile } from '@servanda/contract';
import { useTranslation } from 'react-i18next';

interface FilesKeptProps {
  files: readonly EvidenceFile[];
  /** Ids of those that are left out from this revision on. */
  leftOut: readonly string[];
  change: (leftOut: string[]) => void;
}

/** Which files belong to the revision that is being written; what is left out stays readable in the earlier ones. */
export function FilesKept({ files, leftOut, change }: FilesKeptProps) {
  const { t } = useTranslation(['revisions']);
  if (files.length === 0) return null;
  return (
    <fieldset className="evidence-group">
      <legend>{t('revisions:keep.title')}</legend>
      <p className="small soft files-kept-hint">{t('revisions:keep.hint')}</p>
      {files.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={<bdi>{name}</bdi>}
          checked={!leftOut.includes(id)}
          onChange={(event) => change(event.currentTarget.checked ? leftOut.filter((one) => one !== id) : [...leftOut, id])}
        />
      ))}
    </fieldset>
  );
}
