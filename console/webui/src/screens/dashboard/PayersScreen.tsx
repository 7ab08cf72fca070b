import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePayers } from '@/api/queries/portfolio';
import { payers as route } from '@/app/router';
import { formatDate, formatMoney, formatNumber, today } from '@/kit/format';
import { useMoneyUnit } from '@/kit/moneyUnit';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import { Money } from '@/kit/values';
import { BackToDashboard } from './ContractsScreen';
import classes from './lists.module.css';

type Payer = NonNullable<NonNullable<ReturnType<typeof usePayers>['data']>['pages'][number]['items']>[number];

/** Customers with what they bring in on a day: what an amount of MRR and a number of customers are made of. */
export function PayersScreen() {
  const { t, i18n } = useTranslation();
  const unit = useMoneyUnit();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { on = today() } = search;
  const query = usePayers({ ...search, on });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items ?? []) ?? [], [query.data]);
  const first = query.data?.pages[0];
  const total = first?.total;
  const currency = first?.currency ?? null;
  const sum = total?.mrrMinor ?? 0;
  const columns = useMemo<Column<Payer>[]>(
    () => [
      {
        id: 'customer',
        header: t('dashboard.customer'),
        width: 320,
        fixed: true,
        cell: (row) => (
          <Link
            to="/customers/$customerId"
            params={{ customerId: row.customerId ?? '' }}
            search={{ tab: 'contracts' }}
            className={classes.name ?? ''}
          >
            {row.name}
          </Link>
        ),
      },
      {
        id: 'mrr',
        header: t('dashboard.mrr'),
        width: 150,
        align: 'end',
        cell: (row) => <Money amounts={[{ minor: row.mrrMinor ?? 0, currency }]} />,
      },
      {
        id: 'share',
        header: t('payers.share'),
        width: 100,
        align: 'end',
        cell: (row) =>
          sum > 0
            ? new Intl.NumberFormat(i18n.language, {
                style: 'percent',
                minimumFractionDigits: 1,
                maximumFractionDigits: 1,
              }).format((row.mrrMinor ?? 0) / sum)
            : '',
      },
      {
        id: 'owner',
        header: t('dashboard.owner'),
        width: 180,
        cell: (row) => row.ownerName ?? t('dashboard.unowned'),
      },
    ],
    [t, i18n.language, currency, sum],
  );
  return (
    <PageFrame
      tall
      title={t('payers.title')}
      above={<BackToDashboard />}
      lead={
        <p className={classes.lead}>
          {total == null
            ? formatDate(on)
            : t(on > today() ? 'payers.planned' : 'payers.lead', {
                on: formatDate(on),
                number: formatNumber(total.customers ?? 0),
                amount: formatMoney({ minor: sum, currency }, unit),
              })}
        </p>
      }
      readAt={query.dataUpdatedAt}
      refreshing={query.isRefetching}
      onRefresh={() => void query.refetch()}
    >
      <DataTable
        name="payers"
        label={t('payers.title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.customerId ?? ''}
        pending={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={(row) =>
          void navigate({
            to: '/customers/$customerId',
            params: { customerId: row.customerId ?? '' },
            search: { tab: 'contracts' },
          })
        }
        total={total == null ? undefined : t('dashboard.companies', { number: formatNumber(total.customers ?? 0) })}
        empty={<EmptyState title={t('payers.empty')} />}
      />
    </PageFrame>
  );
}
