import { Kbd, Menu } from '@mantine/core';
import { IconCheck, IconClock, IconMessage, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '@/api/types';
import type { LateButton } from '../late/Late';
import { OpenMenu } from '../late/OpenMenu';
import { TASK_KEYS } from './TaskMenu';
import type { WorkDesk } from './useWorkDesk';

const ICONS = { snooze: IconClock, comment: IconMessage, assign: IconUserShare } as const;

/** The menu of a task. */
export default function TaskMenuItems({ button, task, desk }: { button: LateButton; task: Task; desk: WorkDesk }) {
  const { t } = useTranslation();
  return (
    <OpenMenu button={button} position="bottom-end" width={200}>
      <Menu.Item
        leftSection={<IconCheck size={16} />}
        rightSection={<Kbd size="xs">{TASK_KEYS.complete}</Kbd>}
        onClick={() => desk.complete(task)}
      >
        {t(task.kind === 'question' ? 'work.answer' : 'work.complete')}
      </Menu.Item>
      {(['snooze', 'comment', 'assign'] as const).map((intent) => {
        const Sign = ICONS[intent];
        return (
          <Menu.Item
            key={intent}
            leftSection={<Sign size={16} />}
            rightSection={<Kbd size="xs">{TASK_KEYS[intent]}</Kbd>}
            onClick={() => desk.handle(task, intent)}
          >
            {t(`work.${intent}`)}
          </Menu.Item>
        );
      })}
    </OpenMenu>
  );
}
