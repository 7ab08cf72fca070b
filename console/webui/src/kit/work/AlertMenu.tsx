import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconCheck, IconClock, IconDots, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/types';
import { textOf } from '../format';
import { isSnoozed } from './snoozed';
import { TASK_KEYS } from './TaskMenu';
import type { WorkDesk } from './useWorkDesk';

/** What can be done with an alert, behind one button; by the same keys as with a task. */
export function AlertMenu({ alert, desk }: { alert: Alert; desk: WorkDesk }) {
  const { t } = useTranslation();
  if (!desk.allowed) {
    return null;
  }
  return (
    <Menu position="bottom-end" width={200} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('work.more', { title: textOf(alert.title) })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCheck size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.complete}</Kbd>}
          onClick={() => desk.handleAlert(alert, 'close')}
        >
          {t('work.close')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClock size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.snooze}</Kbd>}
          onClick={() => desk.handleAlert(alert, 'snooze')}
        >
          {t(isSnoozed(alert) ? 'work.wake' : 'work.snooze')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMessage size={16} />}
          rightSection={<Kbd size="xs">{TASK_KEYS.comment}</Kbd>}
          onClick={() => desk.handleAlert(alert, 'comment')}
        >
          {t('work.comment')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
