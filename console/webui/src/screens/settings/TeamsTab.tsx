import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers, useTeams } from '@/api/queries/directory';
import type { Team } from '@/api/types';
import { useHasRole } from '@/app/session';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState } from '@/kit/states';
import { TeamDrawer } from './TeamDrawer';
import integration from '../integration/IntegrationScreen.module.css';

/** Teams and who is in them. */
export function TeamsTab() {
  const { t } = useTranslation();
  const admin = useHasRole('admin');
  const teams = useTeams();
  const members = useMembers();
  const [open, setOpen] = useState<Team | 'new' | null>(null);
  const create = admin && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
      {t('settings.team.add')}
    </Button>
  );
  const columns: PlainColumn<Team>[] = [
    {
      id: 'name',
      header: t('settings.team.name'),
      width: 240,
      cell: (team) => (
        <>
          <span className={integration.name}>{team.name}</span>
          {team.active === false && <span className={integration.muted}> {t('settings.team.inactive')}</span>}
        </>
      ),
    },
    {
      id: 'members',
      header: t('settings.team.members'),
      wraps: true,
      cell: (team) =>
        (team.memberIds ?? [])
          .map((id) => members.data?.get(id)?.name ?? '')
          .filter((name) => name !== '')
          .join(t('integration.listJoin')) || <span className={integration.muted}>{t('settings.team.nobody')}</span>,
    },
    ...(admin
      ? [
          {
            id: 'edit',
            header: t('integration.actions'),
            width: 90,
            align: 'end' as const,
            cell: (team: Team) => (
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('integration.connection.editOf', { name: team.name })}
                onClick={() => setOpen(team)}
              >
                {t('integration.edit')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className={integration.toolbar}>
        <p className={integration.muted}>{t('settings.team.lead')}</p>
        <span className={integration.end}>{create}</span>
      </div>
      <PlainTable
        label={t('settings.tab.teams')}
        columns={columns}
        rows={teams.data ?? []}
        rowId={(team) => team.id ?? ''}
        pending={teams.isPending}
        error={teams.error}
        onRetry={() => void teams.refetch()}
        {...(admin ? { onOpen: setOpen } : {})}
        empty={<EmptyState title={t('settings.team.none')} text={t('settings.team.noneText')} compact={false} />}
      />
      {open !== null && (
        <TeamDrawer
          {...(open === 'new' ? {} : { team: open })}
          members={[...(members.data?.values() ?? [])]}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
