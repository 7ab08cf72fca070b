import { useTranslation } from 'react-i18next';
import { useContracts } from '@/api/queries/customers';
import { formatDate, formatNumber } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { DateText, Money } from '@/kit/values';
import type { TabProps } from './CustomerTabs';
import classes from './customer.module.css';

/** Contracts, those in force first as the service orders them. */
export function ContractsTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const contracts = useContracts(customerId, knownAt);
  const rows = contracts.data ?? [];
  return (
    <Section title={t('customer.tab.contracts')} {...(rows.length > 0 ? { count: rows.length } : {})}>
      {contracts.isPending ? (
        <SkeletonRows rows={3} />
      ) : contracts.data === undefined ? (
        <ErrorState error={contracts.error} onRetry={() => void contracts.refetch()} compact />
      ) : rows.length === 0 ? (
        <EmptyState title={t('customer.contractsEmpty')} />
      ) : (
        <SimpleTable
          label={t('customer.tab.contracts')}
          rows={rows}
          rowKey={(row) => row.contractId ?? ''}
          columns={[
            { header: t('customer.product'), names: true, cell: (row) => row.productName ?? t('date.none') },
            {
              header: t('customer.status'),
              cell: (row) =>
                row.inForce === true ? (
                  t('customer.inForce')
                ) : (
                  <span className={classes.muted}>{t('customer.ended')}</span>
                ),
            },
            { header: t('customer.mrr'), align: 'end', cell: (row) => <Money amounts={[row.mrr ?? null]} /> },
            {
              header: t('customer.period'),
              cell: (row) =>
                `${row.startDate == null ? '' : formatDate(row.startDate)} – ${row.lastDay == null ? '' : formatDate(row.lastDay)}`,
            },
            { header: t('customer.noticeDeadline'), cell: (row) => <DateText date={row.noticeDeadline} /> },
            {
              header: t('customer.autoRenew'),
              cell: (row) =>
                row.autoRenew == null
                  ? t('date.none')
                  : t(row.autoRenew ? 'customer.autoRenewYes' : 'customer.autoRenewNo'),
            },
            {
              header: t('customer.seats'),
              align: 'end',
              cell: (row) => (row.seats == null ? '' : formatNumber(row.seats)),
            },
            {
              header: t('customer.contractNumber'),
              cell: (row) => (
                <SourceLink source={{ url: row.sourceUrl ?? null }}>
                  {row.contractNumber ?? t('customer.openSource')}
                </SourceLink>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
