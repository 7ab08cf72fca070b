import { Indicator, Popover, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '@/api/queries/notifications';
import { withWords } from '@/i18n';
import { SkeletonRows } from '@/kit/states';
import classes from './Bell.module.css';

const BellList = lazy(() => withWords(import('./BellList'), 'inbox', 'notices'));
const MOST_SHOWN = 99;

/** What waits for the signed-in person, on every screen. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnreadCount();
  const [opened, setOpened] = useState(false);
  const count = unread.data ?? 0;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={400}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.bell ?? ''}
          aria-label={count === 0 ? t('bell.one') : t('bell.unread', { count })}
          onClick={() => setOpened(!opened)}
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
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('bell.one')}>
        <Suspense fallback={<SkeletonRows rows={5} height={64} />}>
          <BellList unread={count} onLeave={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
