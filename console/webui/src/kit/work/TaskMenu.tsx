import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '@/api/types';
import { textOf } from '../format';
import { Late } from '../late/Late';
import type { WorkDesk } from './useWorkDesk';

/** The keys of what can be done with a task. */
export const TASK_KEYS = { complete: 'e', snooze: 's', comment: 'c', assign: 'a' } as const;

const load = () => import('./TaskMenuItems');
const TaskMenuItems = lazy(load);

/** What can be done with a task, behind one button. */
export function TaskMenu({ task, desk }: { task: Task; desk: WorkDesk }) {
  const { t } = useTranslation();
  if (!desk.allowed) {
    return null;
  }
  const button = (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('work.more', { title: textOf(task.title) })}>
      <IconDots size={16} />
    </ActionIcon>
  );
  return (
    <Late opens="menu" button={button} load={load}>
      <TaskMenuItems button={button} task={task} desk={desk} />
    </Late>
  );
}
