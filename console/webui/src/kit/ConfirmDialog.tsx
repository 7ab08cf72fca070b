import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { SaveProblem } from './SaveProblem';

interface Props {
  opened: boolean;
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The action's own verb. */
  confirm: string;
  danger?: boolean;
  pending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be taken back, or what others notice. */
export function ConfirmDialog(props: Props) {
  const { t } = useTranslation();
  if (!props.opened) {
    return null;
  }
  return (
    <Dialog onClose={props.onClose} title={props.title} centered size="md">
      <Stack gap="md">
        <div>{props.children}</div>
        <SaveProblem act error={props.error} onReload={props.onClose} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            {...(props.danger === true ? { color: 'red' } : {})}
            loading={props.pending}
            onClick={props.onConfirm}
            data-autofocus
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
