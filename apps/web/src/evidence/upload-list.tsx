import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sizeInWords } from '../platform/size.ts';
import type { Sending, UploadQueue } from './upload-queue.ts';
import { mayPassLater, useWhyNot } from './why-not.ts';
import './piece.css';

/** Each file on its way: how far it is, or why it was not kept, and what can be done. */
export function UploadList({ queue, entries }: { queue: UploadQueue; entries: readonly Sending[] }) {
  const { t } = useTranslation(['evidence']);
  if (entries.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t('evidence:file.queue')}>
      {entries.map((entry) => (
        <UploadRow key={entry.key} queue={queue} entry={entry} />
      ))}
    </ul>
  );
}

function UploadRow({ queue, entry: { key, file, state, sent, why, as } }: { queue: UploadQueue; entry: Sending }) {
  const { t } = useTranslation(['evidence']);
  const whyNot = useWhyNot();
  const { name } = file;
  const percent = Math.round(sent * 100);
  return (
    <li data-state={state}>
      <span className="upload-name">
        <bdi>{name}</bdi> <span className="soft">{sizeInWords(file.size)}</span>
      </span>
      <span className="upload-state">
        {state === 'waiting' ? t('evidence:file.waiting') : null}
        {state === 'cancelled' ? t('evidence:file.cancelled') : null}
        {state === 'sending' ? (
          <>
            <Progress.Root size="sm" className="upload-bar">
              <Progress.Section value={percent} aria-label={t('evidence:file.progress', { name })} />
            </Progress.Root>
            {percent < 100 ? t('evidence:file.percent', { percent }) : t('evidence:file.checking')}
          </>
        ) : null}
        {state === 'kept' ? (
          <>
            <IconCheck size={15} aria-hidden /> {as === null || as === name ? t('evidence:file.kept') : t('evidence:file.keptAs', { name: as })}
          </>
        ) : null}
      </span>
      {state === 'refused' ? (
        <p className="upload-why">
          <IconAlertTriangle size={15} aria-hidden /> {whyNot(why)}
        </p>
      ) : null}
      {state === 'sending' || state === 'waiting' ? (
        <Button variant="subtle" size="compact-sm" aria-label={t('evidence:file.cancelOf', { name })} onClick={() => queue.cancel(key)}>
          {t('evidence:file.cancel')}
        </Button>
      ) : null}
      {state === 'cancelled' || (state === 'refused' && mayPassLater(why)) ? (
        <Button variant="subtle" size="compact-sm" aria-label={t('evidence:file.retryOf', { name })} onClick={() => queue.retry(key)}>
          {t('evidence:file.retry')}
        </Button>
      ) : null}
    </li>
  );
}
