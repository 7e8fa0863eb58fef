import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { contract, type ExportContents, type May } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { addressOf } from '../../platform/api.ts';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { Part } from '../../platform/shell/part.tsx';
import { sizeInWords } from '../../platform/size.ts';
import { toastRefusal } from '../../platform/toasts.tsx';

/** Tells how much there is, after asking who somebody is; then the archive can be fetched. */
export function Archive({ may, organisation }: { may: May; organisation: string }) {
  const { t } = useTranslation(['leaving']);
  const count = useAct(contract.people.exportContents, { onSuccess: () => announce(t('leaving:archive.ready')), onError: toastRefusal });
  return (
    <Part title={t('leaving:archive.title')} lead={t('leaving:archive.lead')}>
      {count.data ? (
        <Ready contents={count.data} organisation={organisation} />
      ) : (
        <Allowed may={may}>
          {(refused) => (
            <Button loading={count.isPending} onClick={() => count.mutate({})} {...refused}>
              {t('leaving:archive.prepare')}
            </Button>
          )}
        </Allowed>
      )}
    </Part>
  );
}

function Ready({ contents: { tables, files }, organisation }: { contents: ExportContents; organisation: string }) {
  const { t } = useTranslation(['leaving', 'sources']);
  const [withSources, setWithSources] = useState(false);
  const [name, setName] = useState('');
  const isTyped = name.trim().normalize('NFC') === organisation.normalize('NFC');
  const query = withSources && isTyped ? { sources: 'mine' as const, name } : {};
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <div className="form archive-ready">
      <p>
        {t('leaving:archive.contents', {
          rows,
          tables: tables.length,
          files: t('leaving:archive.files', { count: files.count }),
          size: sizeInWords(files.bytes),
        })}
      </p>
      <div className="form">
        <Checkbox
          label={t('sources:export.flag')}
          description={t('sources:export.care')}
          checked={withSources}
          onChange={({ currentTarget }) => setWithSources(currentTarget.checked)}
        />
        {withSources ? (
          <TextInput
            label={t('sources:export.name')}
            description={<bdi>{organisation}</bdi>}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            autoComplete="off"
          />
        ) : null}
        <Group>
          {withSources && !isTyped ? (
            <Button data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
              {t('leaving:archive.download')}
            </Button>
          ) : (
            <Button component="a" href={addressOf(contract.people.exportOrganisation, { query })} download>
              {t('leaving:archive.download')}
            </Button>
          )}
        </Group>
      </div>
      <p className="soft small">{t('leaving:archive.care')}</p>
    </div>
  );
}
