import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers, useTeams } from '@/api/queries/directory';
import { useRecipients } from '@/api/queries/recipients';
import type { Member } from '@/api/types';
import { useHasRole } from '@/app/session';
import { LANGUAGE_NAMES } from '@/i18n';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { StateBadge } from '@/kit/StateBadge';
import { EmptyState } from '@/kit/states';
import { Suppression } from '../notifications/Suppression';
import { MemberDrawer } from './MemberDrawer';
import integration from '../integration/IntegrationScreen.module.css';

/** The people of the workspace; roles come from the company's own sign-in. */
export function MembersTab() {
  const { t } = useTranslation();
  const admin = useHasRole('admin');
  const members = useMembers();
  const teams = useTeams();
  const recipients = useRecipients();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Member | 'new' | null>(null);
  const teamNames = new Map(teams.data?.map((team) => [team.id ?? '', team.name]));
  const wanted = text.trim().toLowerCase();
  const rows = [...(members.data?.values() ?? [])]
    .filter((member) => `${member.name ?? ''} ${member.email ?? ''}`.toLowerCase().includes(wanted))
    .sort(
      (one, other) =>
        Number(other.active ?? true) - Number(one.active ?? true) ||
        (one.name ?? '').localeCompare(other.name ?? '', 'ja'),
    );
  const columns: PlainColumn<Member>[] = [
    {
      id: 'name',
      header: t('settings.member.name'),
      cell: (member) => <span className={integration.name}>{member.name}</span>,
    },
    {
      id: 'email',
      header: t('settings.member.email'),
      wraps: true,
      cell: (member) => {
        const recipient = recipients.data?.get(member.id ?? '');
        return (
          <>
            {member.email} {recipient?.suppression && <Suppression recipient={recipient} />}
          </>
        );
      },
    },
    {
      id: 'teams',
      header: t('settings.member.teams'),
      cell: (member) =>
        (member.teamIds ?? []).map((id) => teamNames.get(id) ?? '').join(t('integration.listJoin')) || (
          <span className={integration.muted}>{t('settings.member.noTeam')}</span>
        ),
    },
    {
      id: 'language',
      header: t('settings.member.language'),
      width: 110,
      cell: (member) => LANGUAGE_NAMES[member.language === 'en' ? 'en' : 'ja'],
    },
    {
      id: 'state',
      header: t('settings.member.state'),
      width: 120,
      cell: (member) =>
        member.active === false ? (
          <StateBadge tone="plain" icon={IconUserOff} text={t('settings.member.left')} />
        ) : (
          <StateBadge tone="plain" icon={IconUserCheck} text={t('settings.member.active')} />
        ),
    },
    ...(admin
      ? [
          {
            id: 'edit',
            header: t('integration.actions'),
            width: 90,
            align: 'end' as const,
            cell: (member: Member) => (
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('integration.connection.editOf', { name: member.name })}
                onClick={() => setOpen(member)}
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
        <TextInput
          w={260}
          aria-label={t('settings.member.search')}
          placeholder={t('settings.member.search')}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={integration.end}>
          {admin && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
              {t('settings.member.add')}
            </Button>
          )}
        </span>
      </div>
      <PlainTable
        label={t('settings.tab.members')}
        columns={columns}
        rows={rows}
        rowId={(member) => member.id ?? ''}
        pending={members.isPending}
        error={members.error}
        onRetry={() => void members.refetch()}
        {...(admin ? { onOpen: setOpen } : {})}
        expected={8}
        empty={<EmptyState title={t('settings.member.none')} />}
      />
      {open !== null && (
        <MemberDrawer
          {...(open === 'new' ? {} : { member: open })}
          teams={teams.data ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
