import { Kbd, Menu } from '@mantine/core';
import { IconCheck, IconClock, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/types';
import type { LateButton } from '../late/Late';
import { OpenMenu } from '../late/OpenMenu';
import { isSnoozed } from './snoozed';
import { TASK_KEYS } from './TaskMenu';
import type { WorkDesk } from './useWorkDesk';

/** The menu of an alert; by the same keys as that of a task. */
export default function AlertMenuItems({ button, alert, desk }: { button: LateButton; alert: Alert; desk: WorkDesk }) {
  const { t } = useTranslation();
  const items = [
    { intent: 'close', sign: IconCheck, key: TASK_KEYS.complete, words: t('work.close') },
    {
      intent: 'snooze',
      sign: IconClock,
      key: TASK_KEYS.snooze,
      words: t(isSnoozed(alert) ? 'work.wake' : 'work.snooze'),
    },
    { intent: 'comment', sign: IconMessage, key: TASK_KEYS.comment, words: t('work.comment') },
  ] as const;
  return (
    <OpenMenu button={button} position="bottom-end" width={200}>
      {items.map(({ intent, sign: Sign, key, words }) => (
        <Menu.Item
          key={intent}
          leftSection={<Sign size={16} />}
          rightSection={<Kbd size="xs">{key}</Kbd>}
          onClick={() => desk.handleAlert(alert, intent)}
        >
          {words}
        </Menu.Item>
      ))}
    </OpenMenu>
  );
}
