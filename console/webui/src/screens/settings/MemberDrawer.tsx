import { Button, Group, MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { idempotencyKey } from '@/api/client';
import { useSaveMember } from '@/api/queries/settings';
import type { Member, Team } from '@/api/types';
import { LANGUAGE_NAMES, LANGUAGES } from '@/i18n';
import { place } from '@/kit/format';
import { SaveProblem } from '@/kit/SaveProblem';

/** Adds a member or changes one. Who leaves is set inactive and stays on record. */
export function MemberDrawer({
  member,
  teams,
  onClose,
}: {
  member?: Member;
  teams: readonly Team[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Member>(
    member ?? { subject: '', name: '', email: '', language: 'ja', zone: place.zone, teamIds: [], active: true },
  );
  const [key] = useState(idempotencyKey);
  const save = useSaveMember();
  const zones = Intl.supportedValuesOf('timeZone');
  const complete = [form.name, form.email, form.subject].every((text) => (text ?? '').trim() !== '');
  const text = (field: 'name' | 'email' | 'subject') => ({
    required: true,
    value: form[field] ?? '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.currentTarget.value }),
  });
  function submit(overwrite: boolean): void {
    save.mutate(
      { member: form, key, overwrite },
      {
        onSuccess: () => {
          notifications.show({ message: t('settings.saved') });
          onClose();
        },
      },
    );
  }
  return (
    <SideDialog onClose={onClose} title={member === undefined ? t('settings.member.add') : (member.name ?? '')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <Stack gap="md">
          <TextInput label={t('settings.member.name')} {...text('name')} data-autofocus />
          <TextInput type="email" label={t('settings.member.email')} {...text('email')} />
          <TextInput
            label={t('settings.member.subject')}
            description={t('settings.member.subjectHelp')}
            {...text('subject')}
          />
          <MultiSelect
            label={t('settings.member.teams')}
            data={teams.map((team) => ({ value: team.id ?? '', label: team.name ?? '' }))}
            value={form.teamIds ?? []}
            onChange={(teamIds) => setForm({ ...form, teamIds })}
          />
          <Select
            label={t('settings.member.language')}
            allowDeselect={false}
            data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
            value={form.language ?? 'ja'}
            onChange={(language) => setForm({ ...form, language: language ?? 'ja' })}
          />
          <Select
            label={t('settings.workspace.zone')}
            searchable
            allowDeselect={false}
            limit={100}
            data={zones.includes(form.zone ?? '') ? zones : [form.zone ?? '', ...zones]}
            value={form.zone ?? null}
            onChange={(zone) => setForm({ ...form, zone: zone ?? place.zone })}
          />
          <Switch
            label={t('settings.member.active')}
            description={t('settings.member.activeHelp')}
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
            <Button type="submit" disabled={!complete} loading={save.isPending}>
              {t('dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
