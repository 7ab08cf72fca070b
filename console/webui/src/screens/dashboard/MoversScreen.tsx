import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMovers } from '@/api/queries/portfolio';
import { movers as route } from '@/app/router';
import { today } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import { Money } from '@/kit/values';
import { BackToDashboard } from './ContractsScreen';
import classes from './lists.module.css';

type Mover = NonNullable<NonNullable<ReturnType<typeof useMovers>['data']>['pages'][number]['items']>[number];

/** Customers whose revenue moved in a span of months. */
export function MoversScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const month = today().slice(0, 7);
  const { from = month, to = month, kind, currency = 'JPY' } = search;
  const query = useMovers({ ...search, from, to });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items ?? []) ?? [], [query.data]);
  const columns = useMemo<Column<Mover>[]>(() => {
    const money = (minor: number) => <Money amounts={[{ minor, currency }]} />;
    return [
      {
        id: 'customer',
        header: t('dashboard.customer'),
        width: 280,
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
      { id: 'kind', header: t('movers.kind'), width: 110, cell: (row) => t(`dashboard.kinds.${row.kind ?? 'NEW'}`) },
      {
        id: 'before',
        header: t('movers.before'),
        width: 130,
        align: 'end',
        cell: (row) => money(row.beforeMinor ?? 0),
      },
      { id: 'after', header: t('movers.after'), width: 130, align: 'end', cell: (row) => money(row.afterMinor ?? 0) },
      {
        id: 'difference',
        header: t('movers.difference'),
        width: 130,
        align: 'end',
        cell: (row) => money((row.afterMinor ?? 0) - (row.beforeMinor ?? 0)),
      },
      {
        id: 'owner',
        header: t('dashboard.owner'),
        width: 140,
        cell: (row) => row.ownerName ?? t('dashboard.unowned'),
      },
    ];
  }, [t, currency]);
  const name = (at: string) => t('dashboard.name.month', { year: at.slice(0, 4), number: String(Number(at.slice(5))) });
  return (
    <PageFrame
      tall
      title={t('movers.title')}
      above={<BackToDashboard />}
      lead={
        <p className={classes.lead}>
          {kind === undefined
            ? t('movers.lead', { from: name(from), to: name(to) })
            : t('movers.leadKind', { from: name(from), to: name(to), kind: t(`dashboard.kinds.${kind}`) })}
        </p>
      }
      readAt={query.dataUpdatedAt}
      refreshing={query.isRefetching}
      onRefresh={() => void query.refetch()}
    >
      <DataTable
        name="movers"
        label={t('movers.title')}
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
        empty={<EmptyState title={t('movers.empty')} />}
      />
    </PageFrame>
  );
}
