import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePayers } from '@/api/queries/portfolio';
import { payers as route } from '@/app/router';
import { formatDate, formatMoney, formatNumber, today } from '@/kit/format';
import { useMoneyUnit } from '@/kit/moneyUnit';
import type { Column } from '@/kit/table/DataTable';
import { Money } from '@/kit/values';
import { customerColumn, FigureList } from './FigureList';

type Payer = NonNullable<NonNullable<ReturnType<typeof usePayers>['data']>['pages'][number]['items']>[number];

/** Customers with what they bring in on a day: what an amount of MRR and a number of customers are made of. */
export function PayersScreen() {
  const { t, i18n } = useTranslation();
  const unit = useMoneyUnit();
  const search = route.useSearch();
  const { on = today() } = search;
  const query = usePayers({ ...search, on });
  const first = query.data?.pages[0];
  const total = first?.total;
  const currency = first?.currency ?? null;
  const sum = total?.mrrMinor ?? 0;
  const columns = useMemo<Column<Payer>[]>(
    () => [
      customerColumn(t('dashboard.customer'), 320, (row) => row.name),
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
    <FigureList
      name="payers"
      title={t('payers.title')}
      lead={
        total == null
          ? formatDate(on)
          : t(on > today() ? 'payers.planned' : 'payers.lead', {
              on: formatDate(on),
              count: total.customers ?? 0,
              number: formatNumber(total.customers ?? 0),
              amount: formatMoney({ minor: sum, currency }, unit),
            })
      }
      query={query}
      columns={columns}
      rowId={(row) => row.customerId ?? ''}
      total={
        total == null
          ? undefined
          : t('dashboard.companies', { count: total.customers ?? 0, number: formatNumber(total.customers ?? 0) })
      }
      empty={t('payers.empty')}
    />
  );
}
