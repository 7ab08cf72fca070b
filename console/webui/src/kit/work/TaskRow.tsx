import { IconCircleCheck, IconMessageQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '@/api/types';
import { textOf } from '../format';
import { IconButton } from '../IconButton';
import { DueText, TimeText } from '../values';
import { TaskMenu } from './TaskMenu';
import type { WorkDesk } from './useWorkDesk';
import classes from './rows.module.css';

interface Props {
  task: Task;
  desk: WorkDesk;
  marked?: boolean;
  /** Whether the customer is named and leads to its page. */
  withCustomer?: boolean;
}

/** A task in a list: completed with one key or one press. */
export function TaskRow({ task, desk, marked = false, withCustomer = true }: Props) {
  const { t } = useTranslation();
  const ended = task.state === 'completed' || task.state === 'cancelled';
  const question = task.kind === 'question';
  const verb = t(question ? 'work.answer' : 'work.complete');
  const Sign = question ? IconMessageQuestion : IconCircleCheck;
  return (
    <li className={classes.row} data-marked={marked} ref={(element) => seen(element, marked)}>
      <IconButton
        size="md"
        label={verb}
        about={textOf(task.title)}
        loading={desk.busy.has(task.id ?? '')}
        disabled={ended || !desk.allowed}
        onClick={() => desk.complete(task)}
      >
        <Sign size={20} stroke={1.5} />
      </IconButton>
      <div className={classes.words}>
        <p className={classes.title} title={textOf(task.title)}>
          {textOf(task.title)}
        </p>
        <p className={classes.note}>
          {withCustomer && task.customerId != null ? (
            <Link to="/customers/$customerId" params={{ customerId: task.customerId }} className={classes.link ?? ''}>
              {task.customerName}
            </Link>
          ) : (
            task.ownerName
          )}
        </p>
      </div>
      {ended ? (
        <span className={classes.ended}>
          {t(`task.state.${task.state === 'completed' ? 'completed' : 'cancelled'}`)} <TimeText at={task.endedAt} />
        </span>
      ) : (
        task.dueOn != null && <DueText date={task.dueOn} compact />
      )}
      {!ended && <TaskMenu task={task} desk={desk} />}
    </li>
  );
}

/** The marked row is in sight. */
export function seen(element: HTMLElement | null, marked: boolean): void {
  if (marked) {
    element?.scrollIntoView({ block: 'nearest' });
  }
}
