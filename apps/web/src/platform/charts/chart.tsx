import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartOption } from './chart-option.ts';
import './chart.css';

// ECharts is loaded here and nowhere else, after the words of the page are on screen.
const Drawing = lazy(() => import('./drawing.tsx'));

interface ChartProps {
  title: string;
  /** What the chart shows, in one sentence, for who does not see it. */
  summary: string;
  /** Pixels; kept free while the chart is loaded, so that nothing jumps. */
  height: number;
  option: ChartOption;
  /** The same data as a table. */
  table: ReactNode;
}

/** A chart with its data one click away. On paper both are printed. */
export function Chart({ title, summary, height, option, table }: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart">
      <figcaption>
        <h2>{title}</h2>
        <button type="button" className="chart-turn" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </button>
      </figcaption>
      {asTable ? (
        table
      ) : (
        <Suspense fallback={<Skeleton h={height} animate={false} />}>
          <Drawing option={option} summary={summary} height={height} />
        </Suspense>
      )}
    </figure>
  );
}
