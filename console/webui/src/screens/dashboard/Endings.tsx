import { useTranslation } from 'react-i18next';
import { useEndings } from '@/api/queries/portfolio';
import { formatNumber, today } from '@/kit/format';
import { ListLink } from '@/kit/ListLink';
import { Section } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { Money } from '@/kit/values';
import { plusMonths } from './period';
import table from './figures.module.css';

const AHEAD = 5;

/** Contracts that end soon, and until when notice can be given. */
export function Endings({ team }: { team: string | undefined }) {
  const { t } = useTranslation();
  const month = today().slice(0, 7);
  const query = useEndings(month, plusMonths(month, AHEAD), team);
  const money = (minor: number | null | undefined, list: string | undefined) => (
    <ListLink list={minor ? list : undefined}>
      <Money amounts={[{ minor: minor ?? 0, currency: query.data?.currency ?? null }]} />
    </ListLink>
  );
  return (
    <Section title={t('dashboard.endings')} help={t('dashboard.endingsHelp')}>
      {query.isPending ? (
        <SkeletonRows rows={7} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : (
        <div className={table.scroller} tabIndex={0} role="region" aria-label={t('dashboard.endings')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('dashboard.month')}</th>
                <th scope="col" data-align="end">
                  {t('dashboard.notices')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.mrr')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.endingContracts')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.mrr')}
                </th>
              </tr>
            </thead>
            <tbody>
              {query.data.periods?.map((period) => (
                <tr key={period.label}>
                  <th scope="row">
                    {t('dashboard.name.month', {
                      year: (period.label ?? '').slice(0, 4),
                      number: String(Number((period.label ?? '').slice(5))),
                    })}
                  </th>
                  <td data-align="end">
                    <Count number={period.noticeDeadlines?.contracts} list={period.noticeDeadlines?.list} />
                  </td>
                  <td data-align="end">{money(period.noticeDeadlines?.mrrMinor, period.noticeDeadlines?.list)}</td>
                  <td data-align="end">
                    <Count number={period.endings?.contracts} list={period.endings?.list} />
                    <span className={table.before}>
                      {t('dashboard.autoRenewing', { number: formatNumber(period.endings?.autoRenewing ?? 0) })}
                    </span>
                  </td>
                  <td data-align="end">{money(period.endings?.mrrMinor, period.endings?.list)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Count({ number, list }: { number: number | undefined; list: string | undefined }) {
  const { t } = useTranslation();
  const text = t('dashboard.contractsCount', { number: formatNumber(number ?? 0) });
  return (number ?? 0) === 0 ? <span className={table.zero}>{text}</span> : <ListLink list={list}>{text}</ListLink>;
}
