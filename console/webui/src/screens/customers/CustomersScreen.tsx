import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { requestOf, tidy, usualOwner, type SearchChange } from '@/api/customerSearch';
import { useCustomers } from '@/api/queries/customers';
import { customers as route } from '@/app/router';
import { useSession } from '@/app/session';
import { formatNumber } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState } from '@/kit/states';
import { DataTable, type Sort } from '@/kit/table/DataTable';
import { useColumnChoice } from '@/kit/table/useColumnChoice';
import { customerColumns } from './columns';
import { ExportMenu } from './ExportMenu';
import { Filters } from './Filters';
import { ViewMenu } from './ViewMenu';

const USUAL_SORT: Sort = { by: 'name', descending: false };

/** All customers, or one's own: filtered, sorted and paged by the server, whatever their number. */
export function CustomersScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const usual = usualOwner(useSession().roles);
  const request = useMemo(() => requestOf(search, usual), [search, usual]);
  const query = useCustomers(request);
  const columns = useMemo(() => customerColumns(t), [t]);
  const choice = useColumnChoice(
    'customers',
    columns.filter((column) => column.hidden === true).map((column) => column.id),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items ?? []) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total;

  function go(next: SearchChange): void {
    void navigate({ to: '/customers', search: tidy(next), replace: true });
  }
  const change = (changed: SearchChange) => go({ ...search, ...changed });

  return (
    <PageFrame
      tall
      title={t('customers.title')}
      readAt={query.dataUpdatedAt}
      refreshing={query.isRefetching && !query.isFetchingNextPage}
      onRefresh={() => void query.refetch()}
      actions={
        <>
          <ViewMenu ready={!query.isPending} search={search} columns={columns} choice={choice} onOpen={go} />
          <ExportMenu request={request} />
        </>
      }
    >
      <DataTable
        name="customers"
        label={t('customers.title')}
        columns={columns}
        choice={choice}
        list={JSON.stringify(request)}
        rows={rows}
        rowId={(row) => row.customerId ?? ''}
        pending={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        hasMore={query.hasNextPage}
        loadingMore={query.isFetchingNextPage}
        onMore={() => void query.fetchNextPage()}
        onOpen={(row) => void navigate({ to: '/customers/$customerId', params: { customerId: row.customerId ?? '' } })}
        sort={sortOf(search.sort)}
        onSort={(sort) => change({ sort: `${sort.descending ? '-' : ''}${sort.by}` })}
        total={
          total == null
            ? undefined
            : t(total.exact === false ? 'customers.totalAtLeast' : 'customers.total', {
                count: total.count ?? 0,
                number: formatNumber(total.count ?? 0),
              })
        }
        toolbar={
          <Filters
            search={search}
            ready={!query.isPending}
            usualOwner={usual}
            onChange={change}
            onClear={() => go({ ...(search.owner === undefined ? {} : { owner: search.owner }) })}
          />
        }
        empty={
          Object.keys(request).every((key) => key === 'owner' || key === 'sort') && request.owner !== undefined ? (
            <EmptyState title={t('customers.emptyMine')} text={t('customers.emptyMineText')} />
          ) : (
            <EmptyState title={t('customers.empty')} />
          )
        }
      />
    </PageFrame>
  );
}

function sortOf(text: string | undefined): Sort {
  if (text === undefined) {
    return USUAL_SORT;
  }
  return text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false };
}
