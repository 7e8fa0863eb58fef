import type { Lane, Tally } from '@servanda/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../platform/table/table.css';
import './coverage-table.css';

interface Row {
  key: string;
  head: ReactNode;
  law: Tally;
  practice: Tally;
}

const steps = ['assessed', 'claimed', 'evidenced', 'verified'] as const;
const lanes: readonly Lane[] = ['law', 'practice'];

interface CoverageTableProps {
  caption: ReactNode;
  /** The word over the heads of the rows. */
  of: string;
  rows: readonly Row[];
  /** Over all rows; never a mean of both lanes. */
  overall: Omit<Row, 'key' | 'head'>;
}

/** Coverage as figures: law and practice apart, each number with what it is counted of. */
export function CoverageTable({ caption, of, rows, overall }: CoverageTableProps) {
  const { t } = useTranslation(['gaps', 'assessments']);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="coverage-scroll" aria-label={of} tabIndex={0}>
      <table className="record coverage">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {lanes.map((lane) => (
              <th key={lane} scope="colgroup" colSpan={steps.length} className="coverage-lane">
                {t(`assessments:lane.${lane}`)}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{of}</th>
            {lanes.map((lane) =>
              steps.map((step) => (
                <th key={`${lane} ${step}`} scope="col" className="figure" data-first={step === 'assessed' ? '' : undefined}>
                  {t(`gaps:coverage.${step}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, ...tallies }) => (
            <CoverageRow key={key} head={head} {...tallies} />
          ))}
        </tbody>
        <tfoot>
          <CoverageRow head={t('gaps:coverage.all')} {...overall} />
        </tfoot>
      </table>
    </section>
  );
}

function CoverageRow({ head, ...tallies }: Omit<Row, 'key'>) {
  const { t } = useTranslation(['gaps']);
  return (
    <tr>
      <th scope="row">{head}</th>
      {lanes.map((lane) => {
        const tally = tallies[lane];
        if (tally.applicable === 0)
          return (
            <td key={lane} colSpan={steps.length} className="figure soft" data-first="">
              {t('gaps:coverage.nothing')}
            </td>
          );
        return steps.map((step) => (
          <td key={`${lane} ${step}`} className="figure" data-first={step === 'assessed' ? '' : undefined}>
            {t('gaps:coverage.of', { x: tally[step], y: tally.applicable })}
          </td>
        ));
      })}
    </tr>
  );
}
