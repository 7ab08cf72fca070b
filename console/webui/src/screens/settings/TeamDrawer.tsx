import { Button, Group, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { useSaveTeam } from '@/api/queries/settings';
import type { Member, Team } from '@/api/types';
import { SaveProblem } from '@/kit/SaveProblem';

/** Adds a team or changes one, with who is in it. */
export function TeamDrawer({
  team,
  members,
  onClose,
}: {
  team?: Team;
  members: readonly Member[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Team>(
    () => team ?? { id: crypto.randomUUID(), name: '', active: true, memberIds: [] },
  );
  const save = useSaveTeam();
  function submit(overwrite: boolean): void {
    save.mutate(
      { team: form, overwrite },
      {
        onSuccess: () => {
          notifications.show({ message: t('settings.saved') });
          onClose();
        },
      },
    );
  }
  return (
    <SideDialog onClose={onClose} title={team === undefined ? t('settings.team.add') : team.name}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('settings.team.name')}
            required
            maxLength={200}
            value={form.name ?? ''}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
            data-autofocus
          />
          <MultiSelect
            label={t('settings.team.members')}
            searchable
            data={members.map((member) => ({ value: member.id ?? '', label: member.name ?? '' }))}
            value={form.memberIds ?? []}
            onChange={(memberIds) => setForm({ ...form, memberIds })}
          />
          <Switch
            label={t('settings.team.active')}
            checked={form.active !== false}
            onChange={(event) => setForm({ ...form, active: event.currentTarget.checked })}
          />
          <SaveProblem
            error={save.error}
            pending={save.isPending}
            onReload={onClose}
            onOverwrite={() => submit(true)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" disabled={(form.name ?? '').trim() === ''} loading={save.isPending}>
              {t('dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
