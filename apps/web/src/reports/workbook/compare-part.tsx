import { Button } from '@mantine/core';
import type { WorkbookPreview } from '@servanda/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../evidence/refusal-notice.tsx';
import { beginningOf } from './anew-part.tsx';
import { type Choice, CompareTable } from './compare-table.tsx';
import type { Choices, Written } from './use-workbook.ts';

const outcomes = ['conflict', 'refused', 'new', 'changed', 'unchanged'] as const;
type Shown = (typeof outcomes)[number] | 'all';

interface ComparePartProps {
  seen: WorkbookPreview;
  /** It came because the record changed after the first look. */
  isStale: boolean;
  isSending: boolean;
  error: Error | null;
  written: Written;
  onWrite: (element: string, words: Written[string]) => void;
  onConfirm: (choices: Choices) => void;
}

/** What would become of the workbook, the decisions that are a person's, and the one act that makes it so. */
export function ComparePart({ seen, isStale, isSending, error, written, onWrite, onConfirm }: ComparePartProps) {
  const { t } = useTranslation(['workbook']);
  const { counts, rows, unread, missing } = seen;
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const of = (choice: Choice) => Object.keys(chosen).filter((element) => chosen[element] === choice);
  const open = counts.conflict - Object.keys(chosen).length;
  const anew = rows.flatMap((row) => (chosen[row.element] === 'anew' ? [{ element: row.element, ...(written[row.element] ?? beginningOf(row)) }] : []));
  const unfinished = anew.filter(({ law, practice, reasons }) => reasons.trim() === '' || (!law && !practice)).length;
  const drafts = counts.new + counts.changed + of('take').length + anew.length;
  const because =
    counts.refused > 0
      ? t('workbook:refusedHint', { count: counts.refused })
      : open > 0
        ? t('workbook:openHint', { count: open })
        : unfinished > 0
          ? t('workbook:unfinishedHint', { count: unfinished })
          : drafts === 0
            ? t('workbook:nothingHint')
            : t('workbook:confirmText', { count: drafts });
  const matching = rows.filter(({ outcome }) => (shown === 'all' ? outcome !== 'unchanged' : outcome === shown));
  return (
    <section className="workbook-step">
      <h2>{t('workbook:see')}</h2>
      {isStale ? (
        <p className="notice" role="alert">
          {t('workbook:stale')}
        </p>
      ) : null}
      {missing.length > 0 ? (
        <p className="notice">{t('workbook:missing', { heads: missing.map((field) => t(`workbook:field.${field}`)).join(', ') })}</p>
      ) : null}
      {unread.length > 0 ? <p className="soft">{t('workbook:unread', { heads: unread.join(', ') })}</p> : null}
      <fieldset className="workbook-show">
        <legend>{t('workbook:show')}</legend>
        <label>
          <input type="radio" name="outcome" checked={shown === 'all'} onChange={() => setShown('all')} />
          {t('workbook:all')}
        </label>
        {outcomes.map((outcome) => (
          <label key={outcome}>
            <input type="radio" name="outcome" checked={shown === outcome} disabled={counts[outcome] === 0} onChange={() => setShown(outcome)} />
            {t(`workbook:count.${outcome}`, { count: counts[outcome] })}
          </label>
        ))}
      </fieldset>
      <CompareTable rows={matching} {...{ chosen, written, onWrite }} onChoose={(element, choice) => setChosen((now) => ({ ...now, [element]: choice }))} />
      <RefusalNotice error={error} />
      <div className="workbook-acts">
        <Button
          onClick={() => onConfirm({ take: of('take'), keep: of('keep'), anew })}
          loading={isSending}
          disabled={counts.refused > 0 || open > 0 || unfinished > 0 || drafts === 0}
          aria-describedby="workbook-because"
        >
          {t('workbook:confirm')}
        </Button>
        <p id="workbook-because" role="status">
          {because}
        </p>
      </div>
    </section>
  );
}
