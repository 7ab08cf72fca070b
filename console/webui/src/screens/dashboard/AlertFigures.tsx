import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAlertFigures, type Days } from '@/api/queries/portfolio';
import { textOf } from '@/kit/format';
import { ListLink } from '@/kit/ListLink';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { AskButton } from '@/kit/work/AskButton';
import { Age, WorkFigure } from './WorkFigure';
import table from './figures.module.css';

const SHOWN = 8;

/** Customers with signs, those with the most open ones first. */
export function AlertFigures({ days }: { days: Days }) {
  const { t } = useTranslation();
  const query = useAlertFigures(days);
  const lines = [...(query.data?.items ?? [])]
    .sort((one, other) => (other.open?.value ?? 0) - (one.open?.value ?? 0))
    .slice(0, SHOWN);
  return (
    <Section
      title={t('dashboard.alerts')}
      help={t('dashboard.alertsHelp')}
      {...(lines.length > 0 ? { count: query.data?.items?.length ?? 0 } : {})}
      action={
        query.data !== undefined && <ListLink list={query.data.total?.open?.list}>{t('dashboard.more')}</ListLink>
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={6} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : lines.length === 0 ? (
        <EmptyState calm title={t('dashboard.alertsEmpty')} />
      ) : (
        <div className={table.scroller} tabIndex={0} role="region" aria-label={t('dashboard.alerts')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('dashboard.customer')}</th>
                <th scope="col" data-align="end">
                  {t('dashboard.openAlerts')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.openedAlerts')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.doneAlerts')}
                </th>
                <th scope="col" data-align="end">
                  {t('dashboard.age')}
                </th>
                <th scope="col">{t('dashboard.ask')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const name = textOf(line.name);
                const customerId = line.id ?? '';
                return (
                  <tr key={customerId}>
                    <th scope="row" title={name}>
                      <Link
                        to="/customers/$customerId"
                        params={{ customerId }}
                        search={{ tab: 'work' }}
                        className={table.name ?? ''}
                      >
                        {name}
                      </Link>
                    </th>
                    <td data-align="end">
                      <WorkFigure figure={line.open} />
                    </td>
                    <td data-align="end">
                      <WorkFigure figure={line.opened} />
                    </td>
                    <td data-align="end">
                      <WorkFigure figure={line.done} />
                    </td>
                    <td data-align="end">
                      <Age age={line.averageAge} />
                    </td>
                    <td>
                      <AskButton customerId={customerId} name={name} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
