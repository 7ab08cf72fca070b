import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHealthHistory } from '@/api/queries/customers';
import { BandBadge } from '@/kit/BandBadge';
import { ChartFrame } from '@/kit/chart/ChartFrame';
import { formatShare } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import type { TabProps } from './CustomerTabs';

const HEIGHT = 220;

/** The score over time. */
export function ScoreHistory({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const history = useHealthHistory(customerId, knownAt);
  const points = useMemo(
    () =>
      (history.data ?? [])
        .map((score) => ({ at: score.calculatedAt ?? '', value: score.points ?? null }))
        .sort((one, other) => one.at.localeCompare(other.at)),
    [history.data],
  );
  const known = points.filter((point) => point.value !== null).length;
  return (
    <Section title={t('customer.scoreHistory')}>
      {history.isPending ? (
        <SkeletonRows rows={1} height={HEIGHT + 46} />
      ) : history.data === undefined ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} compact />
      ) : known < 2 ? (
        <EmptyState title={t('customer.historyShort')} />
      ) : (
        <ChartFrame
          label={t('customer.scoreHistory')}
          name={t('customer.scoreAxis')}
          points={points}
          min={0}
          max={100}
          digits={1}
          step
          height={HEIGHT}
          summary={t('customer.scoreHistoryTable')}
          table={
            <SimpleTable
              label={t('customer.scoreHistoryTable')}
              rows={history.data}
              rowKey={(row) => row.scoreId ?? ''}
              columns={[
                { header: t('customers.calculatedAt'), names: true, cell: (row) => <TimeText at={row.calculatedAt} /> },
                { header: t('band.label'), cell: (row) => <BandBadge band={row.band} points={row.points} /> },
                {
                  header: t('customers.coverage'),
                  align: 'end',
                  cell: (row) => (row.coverage == null ? '' : formatShare(row.coverage)),
                },
              ]}
            />
          }
        />
      )}
    </Section>
  );
}
