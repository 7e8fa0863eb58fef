import { Button } from '@mantine/core';
import type { ImportPreview, ImportRow } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pager } from '../../platform/table/pager.tsx';
import { childWordsIn } from '../child-words.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { PreviewTable } from './preview-table.tsx';

const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
const pageSize = 50;
/** Row numbers that a reminder names. */
const mostNamed = 20;

interface PreviewPartProps {
  dossier: string;
  seen: ImportPreview;
  /** It came because the library changed after the first look. */
  isStale: boolean;
  isSending: boolean;
  error: Error | null;
  onConfirm: () => void;
}

const mayTell = ({ changes }: ImportRow) => changes.some(({ after }) => childWordsIn(after).length > 0);

/** What would become of the list, by outcome; and the one act that makes it so. */
export function PreviewPart({ dossier, seen, isStale, isSending, error, onConfirm }: PreviewPartProps) {
  const { t } = useTranslation(['bulk']);
  const { counts, rows, unread } = seen;
  const [shown, setShown] = useState<(typeof outcomes)[number] | 'all'>(counts.refused > 0 ? 'refused' : 'all');
  const [page, setPage] = useState(1);
  const matching = rows.filter(({ outcome }) => shown === 'all' || outcome === shown);
  const child = rows.filter(mayTell).map(({ row }) => row);
  const isNothing = counts.new + counts.changed === 0;
  const show = (outcome: typeof shown) => {
    setShown(outcome);
    setPage(1);
  };
  return (
    <section className="bulk-step">
      <h2>{t('bulk:list.see')}</h2>
      {isStale ? (
        <p className="notice" role="alert">
          {t('bulk:list.stale')}
        </p>
      ) : null}
      {unread.length > 0 ? <p className="soft">{t('bulk:list.unread', { heads: unread.join(', ') })}</p> : null}
      {child.length > 0 ? (
        <p className="notice">
          {t('bulk:list.childRows', { count: child.length, rows: `${child.slice(0, mostNamed).join(', ')}${child.length > mostNamed ? ' …' : ''}` })}
        </p>
      ) : null}
      <fieldset className="bulk-show">
        <legend>{t('bulk:list.show')}</legend>
        <label>
          <input type="radio" name="outcome" checked={shown === 'all'} onChange={() => show('all')} />
          {t('bulk:list.all', { count: rows.length })}
        </label>
        {outcomes.map((outcome) => (
          <label key={outcome}>
            <input type="radio" name="outcome" checked={shown === outcome} disabled={counts[outcome] === 0} onChange={() => show(outcome)} />
            {t(`bulk:list.${outcome}`, { count: counts[outcome] })}
          </label>
        ))}
      </fieldset>
      <PreviewTable dossier={dossier} rows={matching.slice((page - 1) * pageSize, page * pageSize)} />
      <Pager page={page} size={pageSize} total={matching.length} onPage={setPage} />
      <RefusalNotice error={error} />
      <div className="bulk-acts">
        <Button onClick={onConfirm} loading={isSending} disabled={counts.refused > 0 || isNothing} aria-describedby="bulk-because">
          {t('bulk:list.confirm')}
        </Button>
        <p id="bulk-because">
          {counts.refused > 0
            ? t('bulk:list.refusedHint', { count: counts.refused })
            : isNothing
              ? t('bulk:list.nothingHint')
              : t('bulk:list.confirmText', { added: counts.new, changed: counts.changed })}
        </p>
      </div>
    </section>
  );
}
