import { Indicator, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '@/api/queries/notifications';
import { Late } from '@/kit/late/Late';
import classes from './Bell.module.css';

const load = () => import('./BellPanel');
const BellPanel = lazy(load);
const MOST_SHOWN = 99;

/** What waits for the signed-in person, on every screen. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnreadCount();
  const count = unread.data ?? 0;
  const button = (
    <UnstyledButton
      className={classes.bell ?? ''}
      aria-label={count === 0 ? t('bell.one') : t('bell.unread', { count })}
    >
      <Indicator
        label={count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        size={16}
        offset={3}
        disabled={count === 0}
        zIndex={1}
        classNames={{ indicator: classes.count ?? '' }}
      >
        <IconBell size={20} stroke={1.6} aria-hidden />
      </Indicator>
    </UnstyledButton>
  );
  return (
    <Late opens="dialog" button={button} load={load}>
      <BellPanel button={button} unread={count} />
    </Late>
  );
}
