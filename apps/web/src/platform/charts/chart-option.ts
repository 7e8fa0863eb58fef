import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TitleComponentOption, VisualMapComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartLook = Record<'ink' | 'soft' | 'rule' | 'paper' | 'accent' | 'wash' | 'full' | 'most' | 'part' | 'least' | 'none', string> & { font: string };

/** What ECharts is told, given the colours of the page: bars, dots, lines and matrices are all that the house draws. */
export type ChartOption = (
  look: ChartLook,
) => ComposeOption<
  BarSeriesOption | ScatterSeriesOption | LineSeriesOption | HeatmapSeriesOption | GridComponentOption | TitleComponentOption | VisualMapComponentOption
>;

/** The page's colours as they are now, by day or by night. */
export function lookOf(element: Element): ChartLook {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: value('--ink'),
    soft: value('--ink-soft'),
    rule: value('--rule'),
    paper: value('--paper'),
    accent: value('--accent'),
    wash: value('--accent-wash'),
    full: value('--tone-full'),
    most: value('--tone-most'),
    part: value('--tone-part'),
    least: value('--tone-least'),
    none: value('--tone-none'),
    font: style.fontFamily,
  };
}
