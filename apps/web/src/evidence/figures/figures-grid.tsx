import { Button } from '@mantine/core';
import type { FigureSeries } from '@servanda/contract';
import { IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../platform/announce.tsx';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { emptyRow, type FigureDraft, type FigureField, figureFields, isOf } from './figures-draft.ts';
import { cellsOf, type GridWords, linesOf, pastedInto } from './figures-pasted.ts';
import './figures.css';

interface FiguresGridProps {
  series: FigureSeries;
  rows: readonly FigureDraft[];
  faults: Record<string, string>;
  /** `healed`: the one field that changed; without it rows may stand elsewhere than before. */
  change: (rows: FigureDraft[], healed?: string) => void;
}
const isCount = (field: FigureField) => field !== 'year' && field !== 'region' && field !== 'age';

/** The rows of one series as a table of fields. A range pasted into a field fills those beside and below it; Enter and the arrows move along a column. */
export function FiguresGrid({ series, rows, faults, change }: FiguresGridProps) {
  const { t } = useTranslation(['figures']);
  const words = useFaultWords();
  const id = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const own = rows.flatMap((row, place) => (isOf(series)(row) ? [{ row, place }] : []));
  // There is always a field to type or paste into.
  const shown = own.length > 0 ? own : [{ row: emptyRow(series), place: rows.length }];
  const filled = own.length > 0 ? rows : [...rows, emptyRow(series)];
  const goTo = (down: number, along: number) => body.current?.rows[down]?.querySelectorAll('input')[along]?.focus();
  const goToNew = (down: number, along: number) => requestAnimationFrame(() => goTo(down, along));
  const set = (place: number, field: FigureField, value: string) =>
    change(
      filled.map((row, at) => (at === place ? { ...row, [field]: value } : row)),
      `rows.${place}.${field}`,
    );
  const add = (along: number) => {
    change([...filled, emptyRow(series)]);
    goToNew(shown.length, along);
  };
  const remove = (place: number, at: number) => {
    change(filled.filter((_, one) => one !== place));
    goToNew(Math.max(0, Math.min(at, shown.length - 2)), 0);
  };
  const paste = (event: React.ClipboardEvent, place: number, field: FigureField) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    const columns: GridWords['columns'] = {
      ...{ year: t('figures:column.year'), region: t('figures:column.region'), age: t('figures:column.age') },
      ...{ girls: t('figures:column.girls'), boys: t('figures:column.boys'), other: t('figures:column.other'), all: t('figures:column.all') },
    };
    const lines = linesOf(cells, field, { columns, nothing: [t('figures:wholeState'), t('figures:allAges'), t('figures:notRecorded')] });
    change(pastedInto(filled, series, place, lines));
    announce(t('figures:form.pasted', { count: lines.length }));
  };
  const move = (event: React.KeyboardEvent, at: number, along: number) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.key === 'Enter' && at === shown.length - 1) add(along);
    else goTo(at + step, along);
  };
  return (
    <div>
      <div className="figures-scroll">
        <table className="figures-grid" aria-label={t('figures:form.title')}>
          <thead>
            <tr>
              {figureFields.map((field) => (
                <th key={field} scope="col" className={isCount(field) ? 'figures-count' : undefined}>
                  {t(`figures:column.${field}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map(({ row, place }, at) => (
              <tr key={place}>
                {figureFields.map((field, along) => {
                  const fault = words(faults[`rows.${place}.${field}`]);
                  const told = `${id}${place}${field}`;
                  return (
                    <td key={field} className={`figures-of-${isCount(field) ? 'count' : field}`}>
                      <input
                        className="figures-field"
                        dir={field === 'region' ? 'auto' : undefined}
                        aria-label={t('figures:form.cell', { column: t(`figures:column.${field}`), row: at + 1 })}
                        aria-invalid={fault ? true : undefined}
                        aria-describedby={fault ? told : undefined}
                        inputMode={field === 'region' || field === 'age' ? 'text' : 'numeric'}
                        placeholder={field === 'region' ? t('figures:wholeState') : field === 'age' ? t('figures:allAges') : undefined}
                        value={row[field]}
                        onChange={(event) => set(place, field, event.currentTarget.value)}
                        onPaste={(event) => paste(event, place, field)}
                        onKeyDown={(event) => move(event, at, along)}
                      />
                      {fault ? (
                        <span id={told} className="figures-fault">
                          {fault}
                        </span>
                      ) : null}
                    </td>
                  );
                })}
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    className="figures-remove"
                    aria-label={t('figures:form.remove', { row: at + 1 })}
                    onClick={() => remove(place, at)}
                  >
                    <IconX size={16} aria-hidden />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button variant="default" size="sm" onClick={() => add(0)}>
        {t('figures:form.addRow')}
      </Button>
    </div>
  );
}
