import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMovers } from '@/api/queries/portfolio';
import { movers as route } from '@/app/router';
import { today } from '@/kit/format';
import type { Column } from '@/kit/table/DataTable';
import { Money } from '@/kit/values';
import { customerColumn, FigureList } from './FigureList';

type Mover = NonNullable<NonNullable<ReturnType<typeof useMovers>['data']>['pages'][number]['items']>[number];

/** Customers whose revenue moved in a span of months. */
export function MoversScreen() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const month = today().slice(0, 7);
  const { from = month, to = month, kind, currency = 'JPY' } = search;
  const query = useMovers({ ...search, from, to });
  const columns = useMemo<Column<Mover>[]>(() => {
    const money = (minor: number) => <Money amounts={[{ minor, currency }]} />;
    return [
      customerColumn(t('dashboard.customer'), 280, (row) => row.name),
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
    <FigureList
      name="movers"
      title={t('movers.title')}
      lead={
        kind === undefined
          ? t('movers.lead', { from: name(from), to: name(to) })
          : t('movers.leadKind', { from: name(from), to: name(to), kind: t(`dashboard.kinds.${kind}`) })
      }
      query={query}
      columns={columns}
      rowId={(row) => row.customerId ?? ''}
      empty={t('movers.empty')}
    />
  );
}
