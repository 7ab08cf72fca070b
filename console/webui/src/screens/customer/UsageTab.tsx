import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUsage } from '@/api/queries/records';
import { ChartFrame } from '@/kit/chart/ChartFrame';
import { dayFromToday, formatDate, formatNumber } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import type { TabProps } from './CustomerTabs';

const RANGES = [28, 90, 180] as const;
const MEASURES = ['activeUsers', 'logins', 'actions'] as const;

/** How the product is used, day by day. */
export function UsageTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const [range, setRange] = useState(90);
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>('activeUsers');
  const end = knownAt === undefined ? new Date() : new Date(knownAt);
  const usage = useUsage(customerId, dayFromToday(-range, end), dayFromToday(0, end), knownAt);
  const name = t(`customer.${measure}`);
  const points = useMemo(
    () => (usage.data ?? []).map((day) => ({ at: day.day ?? '', value: day[measure] ?? null })),
    [usage.data, measure],
  );
  return (
    <Section
      title={t('customer.usageTitle', { measure: name })}
      action={
        <>
          <SegmentedControl
            size="xs"
            value={measure}
            data={MEASURES.map((each) => ({ value: each, label: t(`customer.${each}`) }))}
            onChange={(chosen) => setMeasure(MEASURES.find((each) => each === chosen) ?? 'activeUsers')}
          />{' '}
          <SegmentedControl
            size="xs"
            aria-label={t('customer.usageRange')}
            value={String(range)}
            data={RANGES.map((days) => ({ value: String(days), label: t('customer.usageDays', { count: days }) }))}
            onChange={(chosen) => setRange(Number(chosen))}
          />
        </>
      }
    >
      {usage.isPending ? (
        <SkeletonRows rows={1} height={280} />
      ) : usage.data === undefined ? (
        <ErrorState error={usage.error} onRetry={() => void usage.refetch()} compact />
      ) : points.length === 0 ? (
        <EmptyState title={t('customer.usageEmpty')} />
      ) : (
        <ChartFrame
          label={t('customer.usageTitle', { measure: name })}
          name={name}
          points={points}
          min={0}
          height={260}
          summary={t('customer.usageTable')}
          table={
            <SimpleTable
              label={t('customer.usageTable')}
              rows={[...usage.data].reverse()}
              rowKey={(row) => row.day ?? ''}
              columns={[
                { header: t('customer.day'), names: true, cell: (row) => formatDate(row.day ?? '') },
                ...MEASURES.map((each) => ({
                  header: t(`customer.${each}`),
                  align: 'end' as const,
                  cell: (row: (typeof usage.data)[number]) => formatNumber(row[each] ?? 0),
                })),
              ]}
            />
          }
        />
      )}
    </Section>
  );
}
