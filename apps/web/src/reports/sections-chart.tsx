import type { Coverage, Lane } from '@servanda/contract';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../platform/charts/chart.tsx';
import type { ChartLook } from '../platform/charts/chart-option.ts';
import { directionOf, useLanguage } from '../platform/settings.ts';

const lanes = ['law', 'practice'] as const;
const levels = ['claimed', 'evidenced', 'verified'] as const;
const nests = lanes.flatMap((_, gridIndex) => [0, 1, 2, 3].map((depth) => ({ gridIndex, isOuter: depth === 0 })));
const widths = { claimed: 14, evidenced: 9, verified: 4 };

/** Coverage by section of the Committee's report: law and practice side by side, three nested bars each. */
export function SectionsChart({ coverage, table }: { coverage: Coverage; table: ReactNode }) {
  const { t, i18n } = useTranslation(['reports', 'assessments', 'dossiers']);
  const rows = useMemo(() => coverage.bySection.filter(({ law, practice }) => law.applicable + practice.applicable > 0), [coverage]);
  const isFromRight = directionOf(useLanguage()) === 'rtl';
  const option = useMemo(() => {
    const [start, end] = isFromRight ? (['right', 'left'] as const) : (['left', 'right'] as const);
    const isNarrow = window.innerWidth < 720;
    const most = Math.max(...rows.map(({ law }) => law.applicable), 1);
    const grids = lanes.map((_, i) =>
      isNarrow
        ? { [start]: 40, [end]: 56, top: 28 + i * rows.length * 34 + i * 44, height: rows.length * 30 }
        : { [start]: i === 0 ? 40 : '54%', width: '40%', top: 28, bottom: 4 },
    );
    return (look: ChartLook) => ({
      aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
      title: lanes.map((lane, i) => ({
        text: i18n.t(`assessments:lane.${lane}`),
        [start]: grids[i]?.[start],
        top: (grids[i]?.top ?? 28) - 28,
        padding: 0,
        textStyle: { fontSize: 13, fontWeight: 600 as const, color: look.ink },
      })),
      grid: grids,
      xAxis: lanes.map((_, gridIndex) => ({ type: 'value' as const, gridIndex, max: most, inverse: isFromRight, show: false })),
      // One axis for each bar of a nest: bars on one axis would stand beside one another, or be aligned at their edges.
      yAxis: nests.map(({ gridIndex, isOuter }) => ({
        type: 'category' as const,
        gridIndex,
        inverse: true,
        position: start,
        show: isOuter,
        data: rows.map(({ section }) => section),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: look.soft, fontSize: 13 },
      })),
      series: lanes.flatMap((lane, axis) => seriesOf(lane, axis, rows, look, end)),
    });
  }, [rows, i18n, isFromRight]);
  return (
    <Chart
      title={t('reports:bySection')}
      summary={t('reports:bySectionSummary', { count: rows.length })}
      height={window.innerWidth < 720 ? rows.length * 68 + 100 : rows.length * 32 + 40}
      option={option}
      table={table}
    />
  );
}

type Rows = Coverage['bySection'];
const nested = (axis: number, depth: number) => ({ type: 'bar' as const, xAxisIndex: axis, yAxisIndex: axis * 4 + depth, silent: true });

function seriesOf(lane: Lane, axis: number, rows: Rows, look: ChartLook, end: 'left' | 'right') {
  const fill = { claimed: look.wash, evidenced: look.accent, verified: look.ink };
  return [
    {
      ...nested(axis, 0),
      barWidth: 14,
      data: rows.map((row) => row[lane].applicable),
      itemStyle: { color: 'transparent', borderColor: look.rule, borderWidth: 1 },
      label: {
        show: true,
        position: end,
        color: look.ink,
        formatter: ({ dataIndex }: { dataIndex: number }) => `${rows[dataIndex]?.[lane].claimed} / ${rows[dataIndex]?.[lane].applicable}`,
      },
    },
    ...levels.map((level, i) => ({
      ...nested(axis, i + 1),
      barWidth: widths[level],
      data: rows.map((row) => row[lane][level] || null),
      itemStyle: {
        color: fill[level],
        ...(level === 'claimed' ? { borderColor: look.accent, borderWidth: 1 } : {}),
        opacity: level === 'evidenced' ? 0.55 : 1,
      },
    })),
  ];
}
