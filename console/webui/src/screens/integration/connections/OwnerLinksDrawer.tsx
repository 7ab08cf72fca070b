import { Select, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { useMembers } from '@/api/queries/directory';
import { useLinkOwner, useOwnerLinks, type OwnerLink } from '@/api/queries/ownerLinks';
import type { Connection } from '@/api/types';
import { useHasRole } from '@/app/session';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, ProblemNotice } from '@/kit/states';
import classes from '../IntegrationScreen.module.css';

/** Which owner in the source is which member: what decides who looks after a customer. */
export function OwnerLinksDrawer({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { t } = useTranslation();
  const links = useOwnerLinks(connection.id ?? '');
  const link = useLinkOwner(connection.id ?? '');
  const [openOnly, setOpenOnly] = useState(false);
  const all = links.data ?? [];
  const rows = all.filter((owner) => !openOnly || owner.memberId == null);
  const columns: PlainColumn<OwnerLink>[] = [
    {
      id: 'owner',
      header: t('integration.owners.owner'),
      cell: (owner) => (
        <span className={classes.stack}>
          <span className={classes.name}>{owner.name}</span>
          <span className={classes.code}>{owner.email ?? owner.ownerId}</span>
        </span>
      ),
    },
    {
      id: 'member',
      header: t('integration.owners.member'),
      width: 240,
      cell: (owner) => (
        <MemberOf
          owner={owner}
          pending={link.isPending && link.variables.owner.ownerId === owner.ownerId}
          onChange={(memberId, name) =>
            link.mutate(
              { owner, memberId },
              {
                onSuccess: () =>
                  notifications.show({
                    message:
                      memberId === null
                        ? t('integration.owners.unlinked', { owner: owner.name ?? '' })
                        : t('integration.owners.linked', { owner: owner.name ?? '', member: name }),
                  }),
              },
            )
          }
        />
      ),
    },
    {
      id: 'way',
      header: t('integration.owners.way'),
      width: 90,
      cell: (owner) =>
        owner.memberId == null && owner.byHand !== true
          ? ''
          : t(owner.byHand === true ? 'integration.owners.byHand' : 'integration.owners.automatic'),
    },
  ];
  return (
    <SideDialog onClose={onClose} size="xl" title={t('integration.owners.title', { name: connection.name })}>
      <div className={classes.toolbar}>
        <p className={classes.muted}>{t('integration.owners.lead')}</p>
        <Switch
          label={t('integration.owners.openOnly')}
          checked={openOnly}
          onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        />
      </div>
      {link.error !== null && <ProblemNotice error={link.error} />}
      <PlainTable
        label={t('integration.owners.title', { name: connection.name })}
        columns={columns}
        rows={rows}
        rowId={(owner) => owner.ownerId ?? ''}
        pending={links.isPending}
        error={links.error}
        onRetry={() => void links.refetch()}
        expected={6}
        empty={
          all.length === 0 ? (
            <EmptyState title={t('integration.owners.empty')} text={t('integration.owners.emptyText')} />
          ) : (
            <EmptyState calm title={t('integration.owners.allLinked')} />
          )
        }
      />
    </SideDialog>
  );
}

function MemberOf({
  owner,
  pending,
  onChange,
}: {
  owner: OwnerLink;
  pending: boolean;
  onChange: (memberId: string | null, name: string) => void;
}) {
  const { t } = useTranslation();
  const editor = useHasRole('integrator', 'admin');
  const members = useMembers();
  const nameOf = (id: string | null | undefined) => members.data?.get(id ?? '')?.name ?? '';
  if (!editor) {
    return nameOf(owner.memberId) || <span className={classes.muted}>{t('integration.owners.nobody')}</span>;
  }
  const choices = [...(members.data?.values() ?? [])]
    .filter((member) => member.active === true || member.id === owner.memberId)
    .map((member) => ({ value: member.id ?? '', label: member.name ?? '' }));
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={t('integration.owners.memberOf', { owner: owner.name ?? '' })}
      placeholder={t('integration.owners.nobody')}
      data={choices}
      value={owner.memberId ?? null}
      disabled={pending || members.isPending}
      onChange={(memberId) => onChange(memberId, nameOf(memberId))}
    />
  );
}
