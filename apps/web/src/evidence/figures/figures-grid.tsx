import { Button } from '@mantine/core';
import type { FigureSeries } from '@servanda/contract';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../../platform/form/fault-words.ts';
import { cellsOf, emptyRow, type FigureDraft, type FigureField, figureFields, isOf, pastedInto } from './figures-draft.ts';
import './figures.css';

interface FiguresGridProps {
  series: FigureSeries;
  rows: readonly FigureDraft[];
  faults: Record<string, string>;
  change: (rows: FigureDraft[]) => void;
}

/** The rows of one series as a table of fields. A range pasted into a field fills those beside and below it. */
export function FiguresGrid({ series, rows, faults, change }: FiguresGridProps) {
  const { t } = useTranslation(['figures']);
  const words = useFaultWords();
  const shown = rows.flatMap((row, place) => (isOf(series)(row) ? [{ row, place }] : []));
  const set = (place: number, field: FigureField, value: string) => change(rows.map((row, at) => (at === place ? { ...row, [field]: value } : row)));
  const paste = (event: React.ClipboardEvent, place: number, field: FigureField) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!cells) return;
    event.preventDefault();
    change(pastedInto(rows, series, { place, field }, cells));
  };
  return (
    <div>
      <div className="figures-scroll">
        <table className="figures-grid">
          <caption className="unseen">{t('figures:form.series')}</caption>
          <thead>
            <tr>
              {figureFields.map((field) => (
                <th key={field} scope="col">
                  {t(`figures:column.${field}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, place }, at) => (
              <tr key={place}>
                {figureFields.map((field) => {
                  const fault = words(faults[`rows.${place}.${field}`]);
                  return (
                    <td key={field}>
                      <input
                        className="figures-field"
                        dir="auto"
                        aria-label={t('figures:form.cell', { column: t(`figures:column.${field}`), row: at + 1 })}
                        aria-invalid={fault ? true : undefined}
                        title={fault}
                        inputMode={field === 'region' || field === 'age' ? 'text' : 'numeric'}
                        placeholder={field === 'region' ? t('figures:wholeState') : field === 'age' ? t('figures:allAges') : undefined}
                        value={row[field]}
                        onChange={(event) => set(place, field, event.currentTarget.value)}
                        onPaste={(event) => paste(event, place, field)}
                      />
                      {fault ? <span className="figures-fault">{fault}</span> : null}
                    </td>
                  );
                })}
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('figures:form.remove', { row: at + 1 })}
                    onClick={() => change(rows.filter((_, one) => one !== place))}
                  >
                    <IconX size={16} aria-hidden />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button variant="default" size="sm" onClick={() => change([...rows, emptyRow(series)])}>
        {t('figures:form.addRow')}
      </Button>
    </div>
  );
}
