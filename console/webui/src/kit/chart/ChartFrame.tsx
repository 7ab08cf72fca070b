import { Skeleton } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import type { LineChartProps } from './LineChart';
import classes from './chart.module.css';

// Charts are heavy and seldom the first thing on a screen.
const LineChart = lazy(() => import('./LineChart'));

/** A chart with its numbers behind it, and its height kept while it comes. */
export function ChartFrame({ summary, table, ...chart }: LineChartProps & { summary: string; table: ReactNode }) {
  const height = chart.height ?? 220;
  return (
    <>
      <div className={classes.frame}>
        <Suspense fallback={<Skeleton height={height} radius="sm" />}>
          <LineChart {...chart} />
        </Suspense>
      </div>
      <details className={classes.table}>
        <summary>{summary}</summary>
        <div className={classes.scroller} tabIndex={0} role="region" aria-label={summary}>
          {table}
        </div>
      </details>
    </>
  );
}
