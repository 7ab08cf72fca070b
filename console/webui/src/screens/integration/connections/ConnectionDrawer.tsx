import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { idempotencyKey } from '@/api/client';
import { useDeleteConnection, useSaveConnection, useTestConnection } from '@/api/queries/integration';
import type { Connection } from '@/api/types';
import { ConfirmDialog } from '@/kit/ConfirmDialog';
import { SaveProblem } from '@/kit/SaveProblem';
import { ProblemNotice } from '@/kit/states';
import { ConnectionFields } from './ConnectionFields';
import { formOf, leadsElsewhere, missingOf, requestOf } from './form';
import { TestVerdict } from './TestVerdict';

interface Props {
  connection?: Connection;
  onClose: () => void;
  onSaved?: (connection: Connection) => void;
}

/** Enters or changes a connection, and tries it at once. */
export function ConnectionDrawer({ connection, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => formOf(connection));
  const [known, setKnown] = useState(connection);
  const [tried, setTried] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [key] = useState(idempotencyKey);
  const saving = useSaveConnection();
  const testing = useTestConnection();
  const deletion = useDeleteConnection();
  const missing = missingOf(form, known);

  async function save(overwrite = false): Promise<void> {
    setTried(true);
    if (missing.length > 0) {
      return;
    }
    const saved = await saving.mutateAsync({
      request: requestOf(form),
      ...(known === undefined ? {} : { known }),
      key,
      overwrite,
    });
    setKnown(saved);
    setForm(formOf(saved));
    setTried(false);
    const verdict = await testing.mutateAsync(saved.id ?? '');
    if (verdict.usable === true) {
      notifications.show({ message: t('integration.connection.saved', { name: saved.name }) });
      onSaved?.(saved);
      onClose();
    }
  }

  return (
    <SideDialog
      onClose={onClose}
      title={
        connection === undefined
          ? t('integration.connection.add')
          : t('integration.connection.editOf', { name: connection.name })
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          <ConnectionFields
            form={form}
            onChange={setForm}
            missing={tried ? missing : []}
            known={known !== undefined}
            moves={leadsElsewhere(form, known)}
          />
          <SaveProblem
            error={saving.error}
            pending={saving.isPending}
            onReload={onClose}
            onOverwrite={() => void save(true).catch(() => undefined)}
          />
          {testing.error !== null && <ProblemNotice error={testing.error} />}
          {testing.data !== undefined && testing.data.usable !== true && (
            <TestVerdict verdict={testing.data} system={form.system} />
          )}
          <Group justify="space-between" gap="xs">
            {connection !== undefined ? (
              <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
                {t('integration.connection.delete')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('dialog.cancel')}
              </Button>
              <Button type="submit" loading={saving.isPending || testing.isPending}>
                {t('integration.connection.saveAndTest')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
      {connection !== undefined && (
        <ConfirmDialog
          opened={deleting}
          title={t('integration.connection.deleteTitle', { name: connection.name })}
          confirm={t('integration.connection.delete')}
          danger
          pending={deletion.isPending}
          error={deletion.error}
          onClose={() => setDeleting(false)}
          onConfirm={() => deletion.mutate(connection, { onSuccess: onClose })}
        >
          {t('integration.connection.deleteText')}
        </ConfirmDialog>
      )}
    </SideDialog>
  );
}
