import { Button, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@/api/queries/directory';
import { useSaveWorkspace } from '@/api/queries/settings';
import type { Workspace } from '@/api/types';
import { useHasRole, useSession } from '@/app/session';
import { currentLanguage } from '@/i18n';
import { SaveProblem } from '@/kit/SaveProblem';
import { ErrorState, SkeletonRows } from '@/kit/states';
import integration from '../integration/IntegrationScreen.module.css';
import classes from './Settings.module.css';

const CURRENCIES = ['JPY', 'USD', 'EUR', 'GBP', 'CNY', 'KRW', 'SGD', 'AUD'];
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Name, zone, fiscal year, currency, and who sees which customers. */
export function WorkspaceTab() {
  const { workspaceId } = useSession();
  const workspace = useWorkspace(workspaceId);
  if (workspace.data === undefined) {
    return workspace.error === null ? (
      <SkeletonRows rows={6} height={64} />
    ) : (
      <ErrorState error={workspace.error} onRetry={() => void workspace.refetch()} />
    );
  }
  return (
    <WorkspaceForm
      workspace={workspace.data as Required<Workspace>}
      onReload={async () => (await workspace.refetch()).data as Required<Workspace> | undefined}
    />
  );
}

function WorkspaceForm({
  workspace,
  onReload,
}: {
  workspace: Required<Workspace>;
  onReload: () => Promise<Required<Workspace> | undefined>;
}) {
  const { t } = useTranslation();
  const admin = useHasRole('admin');
  // What others save meanwhile does not change the form under the hands; saving finds out.
  const [base, setBase] = useState(workspace);
  const [form, setForm] = useState(workspace);
  const save = useSaveWorkspace();
  const changed = JSON.stringify(form) !== JSON.stringify(base);
  function begin(from: Required<Workspace>): void {
    setBase(from);
    setForm(from);
    save.reset();
  }
  function submit(overwrite: boolean): void {
    save.mutate(
      { workspace: form, overwrite },
      {
        onSuccess: (saved) => {
          begin(saved as Required<Workspace>);
          notifications.show({ message: t('settings.saved') });
        },
      },
    );
  }
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Stack gap="lg">
        {!admin && <p className={integration.muted}>{t('settings.workspace.adminOnly')}</p>}
        <TextInput
          label={t('settings.workspace.name')}
          required
          maxLength={200}
          disabled={!admin}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <Select
          label={t('settings.workspace.zone')}
          description={t('settings.workspace.zoneHelp')}
          searchable
          allowDeselect={false}
          disabled={!admin}
          limit={100}
          data={zones.includes(form.zone) ? zones : [form.zone, ...zones]}
          value={form.zone}
          onChange={(zone) => setForm({ ...form, zone: zone ?? form.zone })}
        />
        <Group grow align="flex-start">
          <Select
            label={t('settings.workspace.fiscalStart')}
            allowDeselect={false}
            disabled={!admin}
            data={MONTHS.map((month) => ({ value: String(month), label: monthName(month) }))}
            value={String(form.fiscalYearStartMonth)}
            onChange={(month) => setForm({ ...form, fiscalYearStartMonth: Number(month) })}
          />
          <Select
            label={t('settings.workspace.currency')}
            allowDeselect={false}
            disabled={!admin}
            data={CURRENCIES.includes(form.currency) ? CURRENCIES : [form.currency, ...CURRENCIES]}
            value={form.currency}
            onChange={(currency) => setForm({ ...form, currency: currency ?? form.currency })}
          />
        </Group>
        <Radio.Group
          label={t('settings.workspace.visibility')}
          value={form.visibility}
          onChange={(visibility) => setForm({ ...form, visibility })}
        >
          <Stack gap="sm" mt="xs">
            {(['all', 'owner-and-team'] as const).map((each) => (
              <Radio
                key={each}
                value={each}
                disabled={!admin}
                label={t(`settings.workspace.visibilities.${each}`)}
                description={t(`settings.workspace.visibilityHelp.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <SaveProblem
          error={save.error}
          pending={save.isPending}
          onReload={() => void onReload().then((newest) => newest !== undefined && begin(newest))}
          onOverwrite={() => submit(true)}
        />
        {admin && (
          <Group gap="xs">
            <Button type="submit" disabled={!changed || form.name.trim() === ''} loading={save.isPending}>
              {t('dialog.save')}
            </Button>
            <Button variant="default" disabled={!changed} onClick={() => begin(base)}>
              {t('dialog.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function monthName(month: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  );
}
