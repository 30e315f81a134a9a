import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { ECElementEvent, EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface Props {
  option: EChartsCoreOption;
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** Draws anew instead of moving what is there to its new place. */
  anew?: boolean;
  /** A bar, point, cell or name on an axis was clicked. */
  onPick?: (event: ECElementEvent) => void;
  /** Is given the chart once it is there; what it returns is called when it goes. */
  ready?: (chart: echarts.ECharts) => () => void;
}

export function Chart({ option, height, label, anew = false, onPick, ready }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(null);

  useEffect(() => {
    const container = element.current!;
    const instance = echarts.init(container, undefined, { renderer: 'svg' });
    chart.current = instance;
    const observer = new ResizeObserver(() => instance.resize());
    observer.observe(container);
    return () => {
      observer.disconnect();
      instance.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => chart.current?.setOption(option, { notMerge: anew }), [option, anew]);

  useEffect(() => {
    if (!onPick) return;
    const instance = chart.current;
    instance?.on('click', onPick);
    return () => {
      if (!instance?.isDisposed()) instance?.off('click', onPick);
    };
  }, [onPick]);

  useEffect(() => ready?.(chart.current!), [ready]);

  return <div ref={element} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
