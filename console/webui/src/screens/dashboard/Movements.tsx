import { useTranslation } from 'react-i18next';
import type { useMovements } from '@/api/queries/portfolio';
import { formatNumber } from '@/kit/format';
import { ListLink } from '@/kit/ListLink';
import { Section } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { Money } from '@/kit/values';
import table from './figures.module.css';

/** From the MRR at the start of the period to that at its end, movement by movement. */
export function Movements({ query }: { query: ReturnType<typeof useMovements> }) {
  const { t } = useTranslation();
  const period = query.data?.periods?.[0];
  const before = query.data?.comparison?.[0];
  const currency = query.data?.currency;
  const others = query.data?.otherCurrencies ?? [];
  const money = (minor: number | null | undefined, list: string | undefined) => {
    const amount = <Money amounts={minor == null ? [] : [{ minor, currency: currency ?? null }]} />;
    return minor ? <ListLink list={list}>{amount}</ListLink> : amount;
  };
  const compared = before !== undefined;
  return (
    <Section title={t('dashboard.movements')}>
      {query.isPending ? (
        <SkeletonRows rows={8} />
      ) : period === undefined ? (
        <ErrorState error={query.error ?? new Error()} onRetry={() => void query.refetch()} compact />
      ) : (
        <>
          <div className={table.scroller} tabIndex={0} role="region" aria-label={t('dashboard.movements')}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('dashboard.movement')}</th>
                  <th scope="col" data-align="end">
                    {t('dashboard.customers')}
                  </th>
                  <th scope="col" data-align="end">
                    {t('dashboard.amount')}
                  </th>
                  {compared && (
                    <th scope="col" data-align="end">
                      {t('dashboard.compared')}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                <tr className={table.sum}>
                  <th scope="row">{t('dashboard.mrrStart')}</th>
                  <td data-align="end">
                    <ListLink list={period.startList}>{formatNumber(period.startCustomers ?? 0)}</ListLink>
                  </td>
                  <td data-align="end">{money(period.startMinor, period.startList)}</td>
                  {compared && <td data-align="end">{money(before.startMinor, before.startList)}</td>}
                </tr>
                {period.movements
                  ?.filter(
                    ({ kind, customers, minor }) =>
                      kind !== 'CURRENCY_CHANGE' || (customers ?? 0) > 0 || (minor ?? 0) !== 0,
                  )
                  .map(({ kind = 'NEW', minor, customers, list }) => {
                    const earlier = before?.movements?.find((each) => each.kind === kind);
                    return (
                      <tr key={kind}>
                        <th scope="row">{t(`dashboard.kinds.${kind}`)}</th>
                        <td data-align="end">
                          {customers === 0 ? (
                            <span className={table.zero}>0</span>
                          ) : (
                            <ListLink list={list}>{formatNumber(customers ?? 0)}</ListLink>
                          )}
                        </td>
                        <td data-align="end">{money(minor, list)}</td>
                        {compared && <td data-align="end">{money(earlier?.minor, earlier?.list)}</td>}
                      </tr>
                    );
                  })}
                <tr className={table.sum}>
                  <th scope="row">{t('dashboard.mrrEnd')}</th>
                  <td data-align="end">
                    <ListLink list={period.endList}>{formatNumber(period.endCustomers ?? 0)}</ListLink>
                  </td>
                  <td data-align="end">{money(period.endMinor, period.endList)}</td>
                  {compared && <td data-align="end">{money(before.endMinor, before.endList)}</td>}
                </tr>
              </tbody>
            </table>
          </div>
          {period.planned === true && <p className={table.note}>{t('dashboard.planned')}</p>}
          {others.length > 0 && (
            <p className={table.note}>{t('dashboard.otherCurrencies', { currencies: others.join(', ') })}</p>
          )}
        </>
      )}
    </Section>
  );
}
