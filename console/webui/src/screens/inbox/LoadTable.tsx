import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskFigures } from '@/api/queries/inbox';
import { useTaskFigures } from '@/api/queries/portfolio';
import { formatDate, formatNumber, textOf } from '@/kit/format';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { searchOf, taskSearch } from './search';
import classes from './LoadTable.module.css';

type Line = NonNullable<TaskFigures['items']>[number];
const COUNTS = ['open', 'overdue', 'opened', 'done'] as const;

/** Who has how much to do: one row a member, every number leads to the tasks behind it. */
export function LoadTable({ teamId }: { teamId: string | undefined }) {
  const { t } = useTranslation();
  const figures = useTaskFigures(teamId === undefined ? {} : { teamId });
  if (figures.isPending) {
    return <SkeletonRows rows={6} />;
  }
  if (figures.error !== null) {
    return <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />;
  }
  const lines = (figures.data.items ?? []) as Line[];
  const period = figures.data.period;
  if (lines.length === 0) {
    return <EmptyState title={t('inbox.load.empty')} text={t('inbox.load.emptyText')} />;
  }
  const most = Math.max(...lines.map((line) => line.open?.value ?? 0), 1);
  return (
    <>
      <p className={classes.period}>
        {t('inbox.load.period', { from: formatDate(period?.from ?? ''), to: formatDate(period?.to ?? '') })}
      </p>
      <div className={classes.frame}>
        <table className={classes.table}>
          <caption className={classes.caption}>{t('inbox.load.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inbox.owner')}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" data-align="end">
                  {t(`inbox.load.${count}`)}
                </th>
              ))}
              <th scope="col" data-align="end">
                {t('inbox.load.age')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LoadRow key={line.id ?? 'nobody'} line={line} most={most} />
            ))}
          </tbody>
          {figures.data.total !== undefined && (
            <tfoot>
              <LoadRow line={figures.data.total} most={0} />
            </tfoot>
          )}
        </table>
      </div>
    </>
  );
}

function LoadRow({ line, most }: { line: Line; most: number }) {
  const { t } = useTranslation();
  const days = line.averageAge?.days;
  const name = most === 0 ? t('inbox.load.total') : textOf(line.name) || t('inbox.nobody');
  return (
    <tr>
      <th scope="row">{name}</th>
      {COUNTS.map((count) => (
        <td key={count} data-align="end">
          {count === 'open' && most > 0 && (
            <span className={classes.bar} aria-hidden style={{ width: `${((line.open?.value ?? 0) / most) * 96}px` }} />
          )}
          <Link
            to="/tasks"
            search={{ ...taskSearch(searchOf(line[count]?.list)), mine: false }}
            className={classes.number ?? ''}
            data-warn={count === 'overdue' && (line.overdue?.value ?? 0) > 0}
            aria-label={`${name} ${t(`inbox.load.${count}`)} ${line[count]?.value ?? 0}`}
          >
            {formatNumber(line[count]?.value ?? 0)}
          </Link>
        </td>
      ))}
      <td data-align="end">
        {days === null || days === undefined ? '—' : t('unit.days', { count: days, value: formatNumber(days, 1) })}
      </td>
    </tr>
  );
}
