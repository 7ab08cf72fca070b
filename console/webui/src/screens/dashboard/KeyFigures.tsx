import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { useMovements, usePortfolioCustomers } from '@/api/queries/portfolio';
import { formatMoney, formatNumber } from '@/kit/format';
import { useMoneyUnit } from '@/kit/moneyUnit';
import { ListLink } from '@/kit/ListLink';
import { ErrorState, SkeletonRows } from '@/kit/states';
import classes from './dashboard.module.css';

interface Props {
  movements: ReturnType<typeof useMovements>;
  customers: ReturnType<typeof usePortfolioCustomers>;
}

interface Rate {
  value?: number | null;
}

/** The numbers that are asked for first, with those of the period they are compared with. */
export function KeyFigures({ movements, customers }: Props) {
  const { t, i18n } = useTranslation();
  const unit = useMoneyUnit();
  if (movements.data === undefined) {
    return (
      <section className={classes.figures} aria-label={t('dashboard.figures')}>
        {movements.error === null ? (
          <SkeletonRows rows={1} height={92} />
        ) : (
          <ErrorState error={movements.error} onRetry={() => void movements.refetch()} compact />
        )}
      </section>
    );
  }
  const { currency } = movements.data;
  const period = movements.data.periods?.[0];
  const before = movements.data.comparison?.[0];
  const money = (minor: number | undefined) =>
    minor === undefined ? null : formatMoney({ minor, currency: currency ?? 'JPY' }, unit);
  const count = (number: number | undefined) =>
    number === undefined ? null : t('dashboard.companies', { count: number, number: formatNumber(number) });
  const percent = (rate: Rate | null | undefined) =>
    rate?.value == null
      ? null
      : new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(rate.value);
  const [churned, churnedBefore] = [period, before].map(
    (each) => each?.movements?.find(({ kind }) => kind === 'CHURN')?.list,
  );
  const [moved, movedBefore] = [ofAnyKind(churned), ofAnyKind(churnedBefore)];
  const risky = (customers.data?.byBand ?? []).filter((group) => group.band === 'AT_RISK' || group.band === 'WATCH');
  const all = customers.data?.total?.list;
  const risks = all && `${all}${all.includes('?') ? '&' : '?'}band=AT_RISK&band=WATCH`;
  return (
    <section className={classes.figures} aria-label={t('dashboard.figures')}>
      <Figure
        name={t('dashboard.mrrEnd')}
        value={money(period?.endMinor)}
        list={period?.endList}
        before={money(before?.endMinor)}
        beforeList={before?.endList}
      />
      <Figure
        name={t('dashboard.customersEnd')}
        value={count(period?.endCustomers)}
        list={period?.endList}
        before={count(before?.endCustomers)}
        beforeList={before?.endList}
      />
      <Figure
        name={t('dashboard.nrr')}
        value={percent(period?.netRetention)}
        list={moved}
        before={percent(before?.netRetention)}
        beforeList={movedBefore}
      />
      <Figure
        name={t('dashboard.grr')}
        value={percent(period?.grossRetention)}
        list={moved}
        before={percent(before?.grossRetention)}
        beforeList={movedBefore}
      />
      <Figure
        name={t('dashboard.customerChurn')}
        value={percent(period?.customerChurn)}
        list={churned}
        before={percent(before?.customerChurn)}
        beforeList={churnedBefore}
      />
      <Figure
        name={t('dashboard.revenueAtRisk')}
        value={
          customers.data === undefined ? null : money(risky.reduce((sum, group) => sum + (group.mrrMinor ?? 0), 0))
        }
        list={risks}
        note={
          customers.data !== undefined && (
            <ListLink list={risks}>{count(risky.reduce((sum, group) => sum + (group.customers ?? 0), 0))}</ListLink>
          )
        }
      />
    </section>
  );
}

/** The list behind one movement, with those of every kind. */
function ofAnyKind(list: string | undefined): string | undefined {
  const [path, query] = list?.split('?') ?? [];
  if (path === undefined || query === undefined) {
    return undefined;
  }
  const parameters = new URLSearchParams(query);
  parameters.delete('kind');
  return `${path}?${parameters.toString()}`;
}

function Figure({
  name,
  value,
  list,
  before,
  beforeList,
  note,
}: {
  name: string;
  value: string | null;
  /** What the number is made of. */
  list?: string | undefined;
  before?: string | null;
  beforeList?: string | undefined;
  note?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.figure}>
      <p className={classes.figureName}>{name}</p>
      <p className={classes.figureValue} {...(value === null ? { title: t('dashboard.reason') } : {})}>
        {value === null ? t('dashboard.noValue') : <ListLink list={list}>{value}</ListLink>}
      </p>
      <p className={classes.figureNote}>
        {note ??
          (before == null ? (
            '\u00a0'
          ) : (
            <ListLink list={beforeList}>{t('dashboard.against', { value: before })}</ListLink>
          ))}
      </p>
    </div>
  );
}
