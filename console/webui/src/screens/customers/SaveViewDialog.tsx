import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { useTeams } from '@/api/queries/directory';
import type { ViewContent } from '@/api/queries/savedViews';
import { useHasRole } from '@/app/session';
import { ProblemNotice } from '@/kit/states';

type Sharing = Pick<ViewContent, 'sharedWith' | 'teamId'>;

interface Props {
  pending: boolean;
  error: Error | null;
  onSave: (name: string, sharing: Sharing) => void;
  onClose: () => void;
}

const NAME = 100;

/** A name for what is shown, and who else may see it. */
export function SaveViewDialog({ pending, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const teams = useTeams();
  const steers = useHasRole('manager', 'cs-ops', 'admin');
  const [name, setName] = useState('');
  const [sharing, setSharing] = useState('NOBODY');
  const ready = name.trim() !== '' && !pending;

  function save(): void {
    if (ready) {
      const teamId = sharing.startsWith('TEAM:') ? sharing.slice('TEAM:'.length) : undefined;
      onSave(
        name.trim(),
        teamId === undefined
          ? { sharedWith: sharing === 'WORKSPACE' ? 'WORKSPACE' : 'NOBODY' }
          : { sharedWith: 'TEAM', teamId },
      );
    }
  }

  return (
    <Dialog onClose={onClose} title={t('views.dialog')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('views.name')}
            description={t('views.help')}
            maxLength={NAME}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('views.sharing')}
            allowDeselect={false}
            value={sharing}
            onChange={(chosen) => setSharing(chosen ?? 'NOBODY')}
            data={[
              { value: 'NOBODY', label: t('views.nobody') },
              ...(teams.data ?? []).map((team) => ({
                value: `TEAM:${team.id ?? ''}`,
                label: t('views.team', { team: team.name ?? '' }),
              })),
              ...(steers ? [{ value: 'WORKSPACE', label: t('views.workspace') }] : []),
            ]}
          />
          {error !== null && <ProblemNotice error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('views.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={pending}>
              {t('views.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
