import { useTranslation } from 'react-i18next';
import type { usePortfolioCustomers } from '@/api/queries/portfolio';
import { formatNumber } from '@/kit/format';
import { ListLink } from '@/kit/ListLink';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { Money } from '@/kit/values';
import table from './figures.module.css';

const BANDS = ['AT_RISK', 'WATCH', 'GOOD', 'UNKNOWN'] as const;
/** The order of the journey; phases of another name follow. */
const JOURNEY = ['導入', '活用', '拡大', '更新'];

function place(phase: string | null | undefined): number {
  const at = JOURNEY.indexOf(phase ?? '');
  return at < 0 ? JOURNEY.length + (phase == null ? 1 : 0) : at;
}

/** Customers by phase and state of health, as they are now. */
export function Phases({ query }: { query: ReturnType<typeof usePortfolioCustomers> }) {
  const { t } = useTranslation();
  const { data } = query;
  const phases = [...(data?.byPhase ?? [])].sort((one, other) => place(one.phase) - place(other.phase));
  const money = (minor: number | undefined, list: string | undefined) => (
    <ListLink list={minor ? list : undefined}>
      <Money amounts={[{ minor: minor ?? 0, currency: data?.currency ?? null }]} />
    </ListLink>
  );
  return (
    <Section title={t('dashboard.phases')} help={t('dashboard.phasesHelp')}>
      {query.isPending ? (
        <SkeletonRows rows={6} />
      ) : data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : phases.length === 0 ? (
        <EmptyState />
      ) : (
        <div className={table.scroller} tabIndex={0} role="region" aria-label={t('dashboard.phases')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('dashboard.phase')}</th>
                {BANDS.map((band) => (
                  <th key={band} scope="col" data-align="end">
                    {t(`band.${band}`)}
                  </th>
                ))}
                <th scope="col" data-align="end">
                  {t('dashboard.total')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.mrr')}
                </th>
              </tr>
            </thead>
            <tbody>
              {phases.map((phase) => (
                <tr key={phase.phase ?? ''}>
                  <th scope="row">{phase.phase ?? t('dashboard.noPhase')}</th>
                  {BANDS.map((band) => {
                    const cell = data.cells?.find((each) => each.phase === phase.phase && each.band === band);
                    return (
                      <td key={band} data-align="end">
                        <Count number={cell?.customers} list={cell?.list} />
                      </td>
                    );
                  })}
                  <td data-align="end">
                    <Count number={phase.customers} list={phase.list} />
                  </td>
                  <td data-align="end">{money(phase.mrrMinor, phase.list)}</td>
                </tr>
              ))}
              <tr className={table.sum}>
                <th scope="row">{t('dashboard.total')}</th>
                {BANDS.map((band) => {
                  const group = data.byBand?.find((each) => each.band === band);
                  return (
                    <td key={band} data-align="end">
                      <Count number={group?.customers} list={group?.list} />
                    </td>
                  );
                })}
                <td data-align="end">
                  <Count number={data.total?.customers} list={data.total?.list} />
                </td>
                <td data-align="end">{money(data.total?.mrrMinor, data.total?.list)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Count({ number, list }: { number: number | undefined; list: string | undefined }) {
  const text = formatNumber(number ?? 0);
  return number === undefined || number === 0 ? (
    <span className={table.zero}>{text}</span>
  ) : (
    <ListLink list={list}>{text}</ListLink>
  );
}
