import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import { useContractList } from '@/api/queries/portfolio';
import type { Contract } from '@/api/types';
import { contracts as route } from '@/app/router';
import { daysUntil, formatDate } from '@/kit/format';
import { SourceLink } from '@/kit/SourceLink';
import type { Column } from '@/kit/table/DataTable';
import { DateText, DueText, Money } from '@/kit/values';
import { customerColumn, FigureList } from './FigureList';

/** The contracts behind a figure. */
export function ContractsScreen() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const query = useContractList(search);
  const members = useMembers();
  const columns = useMemo<Column<Contract>[]>(
    () => [
      customerColumn(t('dashboard.customer'), 220, (row) => row.customerName),
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
    <FigureList
      name="contracts"
      title={t('contractList.title')}
      lead={lead}
      query={query}
      columns={columns}
      rowId={(row) => row.contractId ?? ''}
      empty={t('contractList.empty')}
    />
  );
}
