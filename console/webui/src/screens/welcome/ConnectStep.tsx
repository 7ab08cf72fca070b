import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '@/api/types';
import { ConnectionDrawer } from '../integration/connections/ConnectionDrawer';
import classes from './Welcome.module.css';

/** Enters a connection and tries it. */
export function ConnectStep({ connections, now }: { connections: readonly Connection[]; now: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <p className={classes.text}>
        {connections.length === 0
          ? t('welcome.connectText')
          : t('welcome.connected', {
              names: connections.map((connection) => connection.name).join(t('integration.listJoin')),
            })}
      </p>
      <div className={classes.actions}>
        <Button
          variant={now ? 'filled' : 'default'}
          size={now ? 'sm' : 'xs'}
          leftSection={<IconPlus size={16} />}
          onClick={() => setOpened(true)}
        >
          {t('integration.connection.add')}
        </Button>
      </div>
      {opened && <ConnectionDrawer onClose={() => setOpened(false)} />}
    </>
  );
}
