import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import { useContractList } from '@/api/queries/portfolio';
import type { Contract } from '@/api/types';
import { contracts as route } from '@/app/router';
import { daysUntil, formatDate } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import { DateText, DueText, Money } from '@/kit/values';
import classes from './lists.module.css';

/** The contracts behind a figure. */
export function ContractsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const query = useContractList(search);
  const members = useMembers();
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items ?? []) ?? [], [query.data]);
  const columns = useMemo<Column<Contract>[]>(
    () => [
      {
        id: 'customer',
        header: t('dashboard.customer'),
        width: 220,
        fixed: true,
        cell: (row) => (
          <Link
            to="/customers/$customerId"
            params={{ customerId: row.customerId ?? '' }}
            search={{ tab: 'contracts' }}
            className={classes.name ?? ''}
          >
            {row.customerName}
          </Link>
        ),
      },
      { id: 'product', header: t('customer.product'), width: 190, cell: (row) => row.productName },
      {
        id: 'mrr',
        header: t('customer.mrr'),
        width: 110,
        align: 'end',
        cell: (row) => <Money amounts={[row.mrr ?? null]} />,
      },
      {
        id: 'noticeDeadline',
        header: t('customer.noticeDeadline'),
        width: 216,
        // What is over by now is not late.
        cell: (row) =>
          row.lastDay != null && daysUntil(row.lastDay) < 0 ? (
            <DateText date={row.noticeDeadline} />
          ) : (
            <DueText date={row.noticeDeadline} />
          ),
      },
      {
        id: 'lastDay',
        header: t('customer.contractEnd'),
        width: 150,
        cell: (row) => <DateText date={row.lastDay} />,
      },
      {
        id: 'autoRenew',
        header: t('customer.autoRenew'),
        width: 96,
        cell: (row) =>
          row.autoRenew == null ? '' : t(row.autoRenew ? 'customer.autoRenewYes' : 'customer.autoRenewNo'),
      },
      {
        id: 'owner',
        header: t('customer.owner'),
        width: 110,
        cell: (row) => members.data?.get(row.ownerMemberId ?? '')?.name ?? '',
      },
      {
        id: 'number',
        header: t('customer.contractNumber'),
        width: 120,
        cell: (row) => (
          <SourceLink source={{ url: row.sourceUrl ?? null }}>
            {row.contractNumber ?? t('customer.openSource')}
          </SourceLink>
        ),
      },
    ],
    [t, members.data],
  );
  const { lastDayFrom, lastDayTo, noticeDeadlineFrom, noticeDeadlineTo } = search;
  const lead =
    noticeDeadlineFrom !== undefined && noticeDeadlineTo !== undefined
      ? t('contractList.notice', { from: formatDate(noticeDeadlineFrom), to: formatDate(noticeDeadlineTo) })
      : lastDayFrom !== undefined && lastDayTo !== undefined
        ? t('contractList.lastDay', { from: formatDate(lastDayFrom), to: formatDate(lastDayTo) })
        : t('contractList.all');
  return (
    <PageFrame
      tall
      title={t('contractList.title')}
      above={<BackToDashboard />}
      lead={<p className={classes.lead}>{lead}</p>}
      readAt={query.dataUpdatedAt}
      refreshing={query.isRefetching}
      onRefresh={() => void query.refetch()}
    >
      <DataTable
        name="contracts"
        label={t('contractList.title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.contractId ?? ''}
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
        empty={<EmptyState title={t('contractList.empty')} />}
      />
    </PageFrame>
  );
}

/** These lists are reached from figures only. */
export function BackToDashboard() {
  const { t } = useTranslation();
  return (
    <Link to="/dashboard" className={classes.back ?? ''}>
      <IconArrowLeft size={14} aria-hidden />
      {t('dashboard.title')}
    </Link>
  );
}
