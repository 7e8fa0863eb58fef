import { Button } from '@mantine/core';
import { contract, ImportPreview, type May } from '@servanda/contract';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { addressOf, call, formOf } from '../../platform/api.ts';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { newerIn } from '../../platform/newer.ts';
import { outdate } from '../../platform/queries.ts';
import { toastDone } from '../../platform/toasts.tsx';
import { faultsOf } from '../../platform/words-of-refusal.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { DropPlace } from './drop-place.tsx';
import { PreviewPart } from './preview-part.tsx';

const doors = contract.evidence;

/** A list: where to get one, what would become of it, and then all of it at once. */
export function ListPart({ dossier, may }: { dossier: string; may: May }) {
  const { t } = useTranslation(['bulk']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const words = useFaultWords();
  const [file, setFile] = useState<File | null>(null);
  // One key for one confirmation of one basis: a lost answer is asked for again.
  const [key, setKey] = useState('');
  const preview = useMutation({
    mutationFn: (chosen: File) => call(doors.previewImport, { params: { id: dossier } }, { form: formOf(chosen) }),
    onSuccess: () => setKey(crypto.randomUUID()),
  });
  const bring = useMutation({
    mutationFn: ({ chosen, basis }: { chosen: File; basis: string }) =>
      call(doors.importList, { params: { id: dossier }, query: { basis } }, { form: formOf(chosen), key }),
    onError: () => setKey(crypto.randomUUID()),
    onSuccess: async (done) => {
      await outdate(client, [doors.list, doors.get]);
      const said = t('bulk:list.done', done);
      toastDone(said);
      announce(said);
      void navigate({ to: '/dossiers/$dossier/evidence', params: { dossier } });
    },
  });
  const newer = newerIn(bring.error, ImportPreview);
  const seen = newer ?? preview.data ?? null;
  const look = (chosen: File) => {
    setFile(chosen);
    bring.reset();
    preview.mutate(chosen);
  };
  const fault = faultsOf(preview.error)['file'];
  return (
    <>
      <section className="bulk-step">
        <h2>{t('bulk:list.take')}</h2>
        <p>{t('bulk:list.takeText')}</p>
        <ListDownloads dossier={dossier} />
      </section>
      <section className="bulk-step">
        <h2>{t('bulk:list.send')}</h2>
        <DropPlace
          may={may}
          accept=".xlsx,.csv"
          choose={t(seen ? 'bulk:list.again' : 'bulk:list.choose')}
          drop={t('bulk:list.drop')}
          isBusy={preview.isPending}
          onFiles={([chosen]) => {
            if (chosen) look(chosen);
          }}
        >
          <p>{t('bulk:list.sendText')}</p>
        </DropPlace>
        <p role="status" className="unseen">
          {preview.isPending ? t('bulk:list.reading') : ''}
        </p>
        {fault ? (
          <p className="bulk-why" role="alert">
            <bdi>{file?.name}</bdi>: {words(fault)}
          </p>
        ) : (
          <RefusalNotice error={preview.error} />
        )}
      </section>
      {seen && file && !preview.isPending && !preview.error ? (
        <PreviewPart
          key={seen.basis}
          dossier={dossier}
          seen={seen}
          isStale={newer !== null}
          isSending={bring.isPending}
          error={newer ? null : bring.error}
          onConfirm={() => bring.mutate({ chosen: file, basis: seen.basis })}
        />
      ) : null}
    </>
  );
}

function ListDownloads({ dossier }: { dossier: string }) {
  const { t, i18n } = useTranslation(['bulk']);
  const language = doors.table.input.query?.shape.language.safeParse(i18n.language).data ?? 'en';
  return (
    <dl className="bulk-downloads">
      {(['template', 'library'] as const).map((of) => (
        <div key={of}>
          <dt>
            {t(`bulk:list.${of}`)}
            {of === 'library' ? <small className="soft"> {t('bulk:list.libraryText')}</small> : null}
          </dt>
          <dd>
            {(['xlsx', 'csv'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                variant="default"
                size="compact-md"
                leftSection={<IconDownload size={15} aria-hidden />}
                href={addressOf(doors.table, { params: { id: dossier }, query: { of, format, language } })}
                download
                aria-label={`${t(`bulk:list.${of}`)}, ${t(`bulk:list.${format}`)}`}
              >
                {t(`bulk:list.${format}`)}
              </Button>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
