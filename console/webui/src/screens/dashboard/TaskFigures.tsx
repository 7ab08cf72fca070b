import { useTranslation } from 'react-i18next';
import { useTaskFigures, type Days } from '@/api/queries/portfolio';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { Age, WorkFigure } from './WorkFigure';
import table from './figures.module.css';

/** The load of each CSM. */
export function TaskFigures({ days }: { days: Days }) {
  const { t } = useTranslation();
  const query = useTaskFigures(days);
  const lines = query.data?.items ?? [];
  const columns = ['open', 'overdue', 'opened', 'done'] as const;
  return (
    <Section title={t('dashboard.tasks')}>
      {query.isPending ? (
        <SkeletonRows rows={5} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : lines.length === 0 ? (
        <EmptyState calm title={t('dashboard.tasksEmpty')} />
      ) : (
        <div className={table.scroller} tabIndex={0} role="region" aria-label={t('dashboard.tasks')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('dashboard.owner')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" data-align="end">
                    {t(`dashboard.${column}`)}
                  </th>
                ))}
                <th scope="col" data-align="end">
                  {t('dashboard.age')}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...lines, query.data.total].map((line, at) => {
                const sum = at === lines.length;
                return (
                  <tr key={sum ? 'sum' : (line?.id ?? 'nobody')} className={sum ? table.sum : undefined}>
                    <th scope="row">{sum ? t('dashboard.total') : textOf(line?.name) || t('dashboard.unowned')}</th>
                    {columns.map((column) => (
                      <td key={column} data-align="end">
                        <WorkFigure figure={line?.[column]} grave={column === 'overdue'} />
                      </td>
                    ))}
                    <td data-align="end">
                      <Age age={line?.averageAge} />
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
