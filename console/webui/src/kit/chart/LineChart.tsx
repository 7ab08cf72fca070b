import { useComputedColorScheme } from '@mantine/core';
import { LineChart as Lines } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { formatDate, formatNumber, formatTime } from '../format';
import classes from './chart.module.css';

register([Lines, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

export interface Point {
  /** A calendar date or an instant. */
  at: string;
  value: number | null;
}

export interface LineChartProps {
  /** What the chart shows, for those who do not see it; the table behind it has the numbers. */
  label: string;
  name: string;
  points: readonly Point[];
  min?: number;
  max?: number;
  digits?: number;
  /** A value stays until the next one, as a score does. */
  step?: boolean;
  height?: number;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--mi-${name}`).trim();
}

function timeOf(at: string): string {
  return at.length === 10 ? formatDate(at) : formatTime(at);
}

/** One number over time. Follows the theme; knows nothing of what it shows. */
export default function LineChart(props: LineChartProps) {
  const { label, name, points, min, max, digits = 0, step = false, height = 220 } = props;
  const element = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  useEffect(() => {
    if (element.current === null) {
      return undefined;
    }
    const chart = init(element.current, undefined, { renderer: 'canvas' });
    const muted = token('text-muted');
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: label } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
      grid: { left: 44, right: 16, top: 16, bottom: 28 },
      // Text drawn on the canvas: the page's policy refuses styles in HTML strings.
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        backgroundColor: token('raised'),
        borderColor: token('line-strong'),
        textStyle: { color: token('text'), fontSize: 12 },
        formatter: (shown: unknown) => {
          const at = (shown as { dataIndex: number }[])[0]?.dataIndex ?? -1;
          const point = points[at];
          return point === undefined
            ? ''
            : `${timeOf(point.at)}\n${name} ${point.value === null ? '–' : formatNumber(point.value, digits)}`;
        },
      },
      xAxis: {
        type: 'time',
        minInterval: isNear(points) ? MINUTE : DAY,
        axisLine: { lineStyle: { color: token('chart-grid') } },
        axisTick: { show: false },
        axisLabel: {
          color: muted,
          hideOverlap: true,
          formatter: (at: number) => shortDay(at, points),
        },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        minInterval: 1,
        splitNumber: 4,
        ...(min === undefined || max === undefined ? {} : { interval: (max - min) / 4 }),
        axisLabel: { color: muted, formatter: (value: number) => formatNumber(value, digits) },
        splitLine: { lineStyle: { color: token('chart-grid') } },
      },
      series: [
        {
          type: 'line',
          name,
          data: points.map((point) => [Date.parse(point.at), point.value]),
          step: step ? 'end' : false,
          showSymbol: points.length < 40,
          symbolSize: 6,
          lineStyle: { color: token('chart-line'), width: 2 },
          itemStyle: { color: token('chart-line') },
        },
      ],
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [label, name, points, min, max, digits, step, scheme]);
  return <div ref={element} className={classes.chart} style={{ height }} role="img" aria-label={label} />;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Whether everything happened within two days, so that the hour matters. */
function isNear(points: readonly Point[]): boolean {
  const times = points.map((point) => Date.parse(point.at));
  return Math.max(...times) - Math.min(...times) < 2 * DAY;
}

/** `11/22`, or `11/22 9:05` when the hour matters. */
function shortDay(at: number, points: readonly Point[]): string {
  const text = formatTime(new Date(at));
  const zoned = /\d+\/(\d+)\/(\d+)/.exec(text);
  const day =
    zoned === null ? text.replace(/, \d{4}.*$/, '').replace(/^\w+, /, '') : `${zoned[1] ?? ''}/${zoned[2] ?? ''}`;
  return isNear(points) ? `${day} ${/\d+:\d{2}$/.exec(text)?.[0] ?? ''}` : day;
}
