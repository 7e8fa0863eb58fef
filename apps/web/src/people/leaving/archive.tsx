import { Button } from '@mantine/core';
import { contract, type ExportContents, type May } from '@servanda/contract';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { Allowed } from '../../platform/form/allowed.tsx';
import { useAct } from '../../platform/queries.ts';
import { sizeInWords } from '../../platform/size.ts';
import { toastRefusal } from '../../platform/toasts.tsx';

/** Tells how much there is, after asking who somebody is; then the archive can be fetched. */
export function Archive({ may }: { may: May }) {
  const { t } = useTranslation(['leaving']);
  const count = useAct(contract.people.exportContents, { onSuccess: () => announce(t('leaving:archive.ready')), onError: toastRefusal });
  return (
    <section>
      <h2>{t('leaving:archive.title')}</h2>
      <p>{t('leaving:archive.lead')}</p>
      {count.data ? (
        <Ready contents={count.data} />
      ) : (
        <Allowed may={may}>
          {(refused) => (
            <Button loading={count.isPending} onClick={() => count.mutate({})} {...refused}>
              {t('leaving:archive.prepare')}
            </Button>
          )}
        </Allowed>
      )}
    </section>
  );
}

function Ready({ contents: { tables, files } }: { contents: ExportContents }) {
  const { t } = useTranslation(['leaving']);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <>
      <p>
        {t('leaving:archive.contents', {
          rows,
          tables: tables.length,
          files: t('leaving:archive.files', { count: files.count }),
          size: sizeInWords(files.bytes),
        })}
      </p>
      <Button component="a" href={contract.people.exportOrganisation.path} download>
        {t('leaving:archive.download')}
      </Button>
      <p className="soft small">{t('leaving:archive.care')}</p>
    </>
  );
}
