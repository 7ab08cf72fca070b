import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconCheck, IconClock, IconDots, IconMessage, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '@/api/types';
import { textOf } from '../format';
import type { WorkDesk } from './useWorkDesk';

/** The keys of what can be done with a task. */
export const TASK_KEYS = { complete: 'e', snooze: 's', comment: 'c', assign: 'a' } as const;

/** What can be done with a task, behind one button. */
export function TaskMenu({ task, desk }: { task: Task; desk: WorkDesk }) {
  const { t } = useTranslation();
  if (!desk.allowed) {
    return null;
  }
  return (
    <Menu position="bottom-end" width={200} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('work.more', { title: textOf(task.title) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCheck size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.complete}</Kbd>}
          onClick={() => desk.complete(task)}
        >
          {t(task.kind === 'question' ? 'work.answer' : 'work.complete')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClock size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.snooze}</Kbd>}
          onClick={() => desk.handle(task, 'snooze')}
        >
          {t('work.snooze')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessage size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.comment}</Kbd>}
          onClick={() => desk.handle(task, 'comment')}
        >
          {t('work.comment')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUserShare size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.assign}</Kbd>}
          onClick={() => desk.handle(task, 'assign')}
        >
          {t('work.assign')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
