import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/types';
import { textOf } from '../format';
import { Late } from '../late/Late';
import type { WorkDesk } from './useWorkDesk';

const load = () => import('./AlertMenuItems');
const AlertMenuItems = lazy(load);

/** What can be done with an alert, behind one button. */
export function AlertMenu({ alert, desk }: { alert: Alert; desk: WorkDesk }) {
  const { t } = useTranslation();
  if (!desk.allowed) {
    return null;
  }
  const button = (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('work.more', { title: textOf(alert.title) })}>
      <IconDots size={16} />
    </ActionIcon>
  );
  return (
    <Late opens="menu" button={button} load={load}>
      <AlertMenuItems button={button} alert={alert} desk={desk} />
    </Late>
  );
}
