import { Button, Group, Loader, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { useTestConnection } from '@/api/queries/integration';
import type { Connection } from '@/api/types';
import { ProblemNotice } from '@/kit/states';
import { TestVerdict } from './TestVerdict';
import classes from '../IntegrationScreen.module.css';

/** Tries a connection and shows what it may read. */
export function TestDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useTestConnection();
  const id = connection.id ?? '';
  useEffect(() => mutate(id), [mutate, id]);
  return (
    <Dialog onClose={onClose} title={t('integration.test.title', { name: connection.name })} centered size="lg">
      <Stack gap="md" mih={180}>
        {isPending && (
          <Group gap="sm" role="status">
            <Loader size="sm" />
            <span className={classes.muted}>{t('integration.test.running')}</span>
          </Group>
        )}
        {error !== null && <ProblemNotice error={error} />}
        {data !== undefined && <TestVerdict verdict={data} system={connection.system ?? ''} />}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" disabled={isPending} onClick={() => mutate(id)}>
          {t('integration.test.again')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('dialog.close')}
        </Button>
      </Group>
    </Dialog>
  );
}
