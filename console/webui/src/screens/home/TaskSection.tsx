import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { useMyTasks } from '@/api/queries/work';
import type { Task } from '@/api/types';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import rows from '@/kit/work/rows.module.css';
import { TaskRow } from '@/kit/work/TaskRow';
import type { WorkDesk } from '@/kit/work/useWorkDesk';
import { usePlace } from './usePlace';
import classes from './home.module.css';

interface Props {
  query: ReturnType<typeof useMyTasks>;
  shown: readonly Task[];
  desk: WorkDesk;
  /** Among the tasks. */
  marked: number;
}

/** What the person has to do, what is due first on top. */
export function TaskSection({ query, shown, desk, marked }: Props) {
  const { t } = useTranslation();
  const place = usePlace('tasks');
  return (
    <Section
      title={t('home.tasks')}
      {...(shown.length > 0 ? { count: query.data?.total ?? shown.length } : {})}
      action={
        place !== undefined && (
          <Link to={place.path} className={classes.all ?? ''}>
            {t('home.all')}
          </Link>
        )
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={3} height={60} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : shown.length === 0 ? (
        <EmptyState calm title={t('home.tasksEmpty')} text={t('home.tasksEmptyText')} />
      ) : (
        <ul className={rows.list}>
          {shown.map((task, at) => (
            <TaskRow key={task.id} task={task} desk={desk} marked={at === marked} />
          ))}
        </ul>
      )}
    </Section>
  );
}
