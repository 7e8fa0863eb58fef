// The only importer of ECharts.
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TitleComponent, VisualMapComponent } from 'echarts/components';
import { init, use as install } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartOption, lookOf } from './chart-option.ts';

install([BarChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GridComponent, TitleComponent, VisualMapComponent, SVGRenderer]);

/** Draws an option as SVG and keeps it at the size and in the colours of the page. Places in it are measured from the left in every language. */
export default function Drawing({ option, summary, height }: { option: ChartOption; summary: string; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const calm = useReducedMotion();
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const look = lookOf(place.current);
    chart.setOption({ animation: !calm, animationDuration: 150, textStyle: { fontFamily: look.font, fontSize: 13, color: look.ink }, ...option(look) });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, scheme, calm]);
  return <div ref={place} className="chart-drawing" dir="ltr" style={{ height }} role="img" aria-label={summary} />;
}
