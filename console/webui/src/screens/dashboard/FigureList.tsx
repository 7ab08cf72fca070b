import { IconArrowLeft } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf, type PageOf } from '@/api/pages';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import classes from './lists.module.css';

/** Whatever such a list shows, each row is about a customer. */
interface OfCustomer {
  customerId?: string | null;
}

interface Props<Row extends OfCustomer> {
  /** Under which the choice of columns is kept. */
  name: string;
  title: string;
  /** What the list holds, in a sentence. */
  lead: string;
  query: UseInfiniteQueryResult<InfiniteData<PageOf<Row>>>;
  columns: Column<Row>[];
  rowId: (row: Row) => string;
  /** How many there are in all, where the service says so. */
  total?: string | undefined;
  /** What is said where there are none. */
  empty: string;
}

/** The list behind a figure of the dashboard: reached from there only, and each row leads to its customer's contracts. */
export function FigureList<Row extends OfCustomer>(props: Props<Row>) {
  const { name, title, lead, query, columns, rowId, total, empty } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const rows = useMemo(() => rowsOf(query.data?.pages), [query.data]);
  return (
    <PageFrame
      tall
      title={title}
      above={
        <Link to="/dashboard" className={classes.back ?? ''}>
          <IconArrowLeft size={14} aria-hidden />
          {t('dashboard.title')}
        </Link>
      }
      lead={<p className={classes.lead}>{lead}</p>}
      readAt={query.dataUpdatedAt}
      refreshing={query.isRefetching && !query.isFetchingNextPage}
      onRefresh={() => void query.refetch()}
    >
      <DataTable
        name={name}
        label={title}
        columns={columns}
        rows={rows}
        rowId={rowId}
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
        total={total}
        empty={<EmptyState title={empty} />}
      />
    </PageFrame>
  );
}

/** The first column of each: whose row it is. */
export function customerColumn<Row extends OfCustomer>(
  header: string,
  width: number,
  nameOf: (row: Row) => string | null | undefined,
): Column<Row> {
  return {
    id: 'customer',
    header,
    width,
    fixed: true,
    cell: (row) => (
      <Link
        to="/customers/$customerId"
        params={{ customerId: row.customerId ?? '' }}
        search={{ tab: 'contracts' }}
        className={classes.name ?? ''}
      >
        {nameOf(row)}
      </Link>
    ),
  };
}
