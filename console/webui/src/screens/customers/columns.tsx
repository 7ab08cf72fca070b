import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { Customer } from '@/api/types';
import { BandBadge } from '@/kit/BandBadge';
import { formatDelta, formatNumber, formatShare } from '@/kit/format';
import type { Column } from '@/kit/table/DataTable';
import { DueText, Money, TimeText } from '@/kit/values';
import classes from './customers.module.css';

/** What the list can show about a customer. What the server cannot sort by has no `sort`. */
export function customerColumns(t: TFunction): Column<Customer>[] {
  return [
    {
      id: 'name',
      header: t('customers.name'),
      width: 260,
      fixed: true,
      sort: 'name',
      cell: (row) => (
        <Link
          to="/customers/$customerId"
          params={{ customerId: row.customerId ?? '' }}
          className={classes.name ?? ''}
          title={row.name ?? ''}
        >
          {row.name}
        </Link>
      ),
    },
    {
      id: 'band',
      header: t('customers.band'),
      width: 132,
      sort: 'points',
      cell: (row) => <BandBadge band={row.band} points={row.points} />,
    },
    {
      id: 'pointsChange',
      header: t('customers.change'),
      width: 84,
      align: 'end',
      sort: 'pointsChange',
      cell: (row) => <Change points={row.pointsChange} />,
    },
    {
      id: 'mrr',
      header: t('customers.mrr'),
      width: 120,
      align: 'end',
      sort: 'mrr',
      cell: (row) => <Money amounts={row.mrr} />,
    },
    {
      id: 'nextDate',
      header: t('customers.nextDate'),
      width: 232,
      sort: 'nextDate',
      cell: (row) => <DueText date={row.nextDate?.date} />,
    },
    { id: 'phase', header: t('customers.phase'), width: 88, sort: 'phase', cell: (row) => row.phase },
    {
      id: 'owner',
      header: t('customers.owner'),
      width: 120,
      sort: 'ownerName',
      cell: (row) => row.ownerName ?? <span className={classes.muted}>{t('customers.nobody')}</span>,
    },
    {
      id: 'lastContactAt',
      header: t('customers.lastContact'),
      width: 180,
      sort: 'lastContactAt',
      cell: (row) => <TimeText at={row.lastContactAt} />,
      hidden: true,
    },
    {
      id: 'openTickets',
      header: t('customers.openTickets'),
      width: 150,
      align: 'end',
      sort: 'openTickets',
      cell: (row) => t('customers.ticketsCount', { count: row.openTickets ?? 0 }),
      hidden: true,
    },
    {
      id: 'nameKana',
      header: t('customers.kana'),
      width: 200,
      sort: 'nameKana',
      cell: (row) => row.nameKana,
      hidden: true,
    },
    {
      id: 'customerCode',
      header: t('customers.code'),
      width: 112,
      sort: 'customerCode',
      cell: (row) => row.customerCode,
      hidden: true,
    },
    {
      id: 'team',
      header: t('customers.team'),
      width: 120,
      sort: 'teamName',
      cell: (row) => row.teamName,
      hidden: true,
    },
    {
      id: 'touchModel',
      header: t('customers.touchModel'),
      width: 120,
      cell: (row) => row.touchModel,
      hidden: true,
    },
    { id: 'industry', header: t('customers.industry'), width: 140, cell: (row) => row.industry, hidden: true },
    {
      id: 'employees',
      header: t('customers.employees'),
      width: 110,
      align: 'end',
      cell: (row) =>
        row.employees == null ? null : t('customers.employeesCount', { number: formatNumber(row.employees) }),
      hidden: true,
    },
    {
      id: 'coverage',
      header: t('customers.coverage'),
      width: 120,
      align: 'end',
      cell: (row) => (row.coverage == null ? null : formatShare(row.coverage)),
      hidden: true,
    },
    {
      id: 'calculatedAt',
      header: t('customers.calculatedAt'),
      width: 180,
      cell: (row) => <TimeText at={row.calculatedAt} />,
      hidden: true,
    },
  ];
}

function Change({ points }: { points: number | null | undefined }) {
  if (points == null) {
    return null;
  }
  return (
    <span className={classes.change} data-falls={points < 0} data-rises={points > 0}>
      {formatDelta(points)}
    </span>
  );
}
