import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '@/api/types';
import { formatDay, textOf } from '@/kit/format';
import { DueText } from '@/kit/values';
import { PriorityBadge } from './PriorityBadge';
import { originKey } from './words';
import classes from '@/kit/queue/Rows.module.css';

/** A task in the list: what, for whom, by whom, until when. */
export function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation();
  const over = task.state === 'completed' || task.state === 'cancelled';
  const details = [
    task.customerName,
    t(`inbox.origin.${originKey(task.origin)}`),
    ...(task.state === 'snoozed' && task.snoozedUntil
      ? [t('work.snoozedUntil', { day: formatDay(task.snoozedUntil) })]
      : []),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.mark}>
        <PriorityBadge priority={task.priority} />
      </span>
      <span className={classes.main}>
        <Link to="/tasks/$taskId" params={{ taskId: task.id ?? '' }} search className={classes.title ?? ''}>
          {textOf(task.title)}
        </Link>
        <span className={classes.meta}>{details.join(' · ')}</span>
      </span>
      <span className={classes.owner}>{task.ownerName ?? t('inbox.nobody')}</span>
      <span className={classes.when}>
        {over ? t(`task.state.${task.state as 'completed' | 'cancelled'}`) : <DueText date={task.dueOn} compact />}
      </span>
    </>
  );
}
