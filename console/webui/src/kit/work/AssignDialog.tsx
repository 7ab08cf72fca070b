import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog';
import { useMembers } from '@/api/queries/directory';
import { SaveProblem } from '../SaveProblem';
import { ProblemNotice } from '../states';

interface Props {
  owner: string | null | undefined;
  pending: boolean;
  error: Error | null;
  onSubmit: (memberId: string, name: string, overwrite: boolean) => void;
  onClose: () => void;
}

/** Who takes a task. */
export function AssignDialog({ owner, pending, error, onSubmit, onClose }: Props) {
  const { t } = useTranslation();
  const members = useMembers();
  const [chosen, setChosen] = useState(owner ?? null);
  const choices = [...(members.data?.values() ?? [])]
    .filter((member) => member.active === true)
    .map((member) => ({ value: member.id ?? '', label: member.name ?? '' }));
  function send(overwrite: boolean): void {
    if (chosen !== null) {
      onSubmit(chosen, members.data?.get(chosen)?.name ?? '', overwrite);
    }
  }
  return (
    <Dialog onClose={onClose} title={t('work.assign')} size="sm">
      <Stack gap="sm">
        <Select
          data-autofocus
          searchable
          label={t('work.assignTitle')}
          data={choices}
          value={chosen}
          onChange={setChosen}
          disabled={members.isPending}
        />
        {members.error !== null && <ProblemNotice error={members.error} />}
        <SaveProblem act error={error} pending={pending} onReload={onClose} onOverwrite={() => send(true)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
          <Button disabled={chosen === null || chosen === owner} loading={pending} onClick={() => send(false)}>
            {t('work.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
