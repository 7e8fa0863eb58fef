import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { contract, documentTypes, type May } from '@servanda/contract';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/announce.tsx';
import { Allowed } from '../platform/form/allowed.tsx';
import { outdate } from '../platform/queries.ts';
import { outdatedByRevision } from './after-revision.ts';
import { type Piece, refusedBefore, upload } from './upload.ts';
import { UploadList } from './upload-list.tsx';
import { UploadQueue } from './upload-queue.ts';
import { useWhyNot } from './why-not.ts';
import './piece.css';

const accepted = Object.keys(documentTypes)
  .map((ending) => `.${ending}`)
  .join(',');

/** Where documents are added to a piece: by button, by dropping, one after another. What is accepted is said before. */
export function Uploader({ place, may, isCited }: { place: Piece; may: May; isCited: boolean }) {
  const { t } = useTranslation(['evidence']);
  const queue = useQueue(place);
  const entries = useSyncExternalStore(queue.subscribe, queue.entries);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  useWindowEvent('beforeunload', (event) => {
    if (entries.some(({ state }) => state === 'sending' || state === 'waiting')) event.preventDefault();
  });
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (may.allowed) queue.add(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(may.allowed);
  };
  return (
    <section
      aria-label={t('evidence:file.choose')}
      className="uploader no-print"
      data-over={isOver ? '' : undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p id="accepted">{t('evidence:file.accepted')}</p>
      {isCited && may.allowed ? <p className="soft">{t('evidence:file.cited')}</p> : null}
      <div className="uploader-acts">
        <Allowed may={may}>
          {(refused) => (
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden />}
              aria-describedby="accepted"
              onClick={() => chooser.current?.click()}
              {...refused}
            >
              {t('evidence:file.choose')}
            </Button>
          )}
        </Allowed>
        {may.allowed ? <span className="soft">{t('evidence:file.drop')}</span> : null}
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={t('evidence:file.choose')}
        onChange={(event) => {
          queue.add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
      <UploadList queue={queue} entries={entries} />
    </section>
  );
}

/** The queue of this piece; each end is announced, and what was kept is shown among the files. */
function useQueue(place: Piece): UploadQueue {
  const { t } = useTranslation(['evidence']);
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const [queue] = useState(
    () =>
      new UploadQueue(
        (file, options) => upload(place, file, options),
        refusedBefore,
        ({ file, state, why }) => {
          announce(
            state === 'kept' ? t('evidence:file.announceKept', { name: file.name }) : t('evidence:file.announceRefused', { name: file.name, why: whyNot(why) }),
          );
          // Added to what a judgement cites, it makes a further revision.
          if (state === 'kept') void outdate(client, [...outdatedByRevision, contract.evidence.twins]);
        },
      ),
  );
  return queue;
}
