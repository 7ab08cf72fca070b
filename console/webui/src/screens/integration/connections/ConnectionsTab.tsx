import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconClockPause, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnections } from '@/api/queries/integration';
import type { Connection } from '@/api/types';
import { useHasRole } from '@/app/session';
import { formatNumber, formatTime } from '@/kit/format';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { StateBadge } from '@/kit/StateBadge';
import { EmptyState } from '@/kit/states';
import { ConnectionDrawer } from './ConnectionDrawer';
import { OwnerLinksDrawer } from './OwnerLinksDrawer';
import { TestDialog } from './TestDialog';
import classes from '../IntegrationScreen.module.css';

/** What sends its records by itself has neither address nor sign-in to edit. */
const isEdited = ({ system }: Connection) => system !== 'http';

/** The sources of data and whether they can be read now. */
export function ConnectionsTab() {
  const { t } = useTranslation();
  const editor = useHasRole('integrator', 'admin');
  const connections = useConnections();
  const [open, setOpen] = useState<Connection | 'new' | null>(null);
  const [tested, setTested] = useState<Connection | null>(null);
  const [linked, setLinked] = useState<Connection | null>(null);
  const create = editor && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen('new')}>
      {t('integration.connection.add')}
    </Button>
  );
  const columns: PlainColumn<Connection>[] = [
    {
      id: 'name',
      header: t('integration.connection.name'),
      cell: (connection) => (
        <span className={classes.stack}>
          <span className={classes.name}>{connection.name}</span>
          <span className={classes.code}>{connection.salesforce?.loginUrl ?? connection.kintone?.baseUrl}</span>
        </span>
      ),
    },
    {
      id: 'system',
      header: t('integration.connection.system'),
      width: 140,
      cell: ({ system }) =>
        t(`integration.system.${system === 'kintone' || system === 'http' ? system : 'salesforce'}`),
    },
    {
      id: 'state',
      header: t('integration.connection.state'),
      width: 260,
      cell: (connection) => <ConnectionState connection={connection} />,
    },
    {
      id: 'calls',
      header: t('integration.connection.apiCalls'),
      width: 180,
      align: 'end',
      cell: ({ apiUsed, apiLimit }) =>
        apiUsed == null || apiLimit == null ? (
          <span className={classes.muted}>{t('integration.connection.apiCallsUnknown')}</span>
        ) : (
          `${formatNumber(apiUsed)} / ${formatNumber(apiLimit)}`
        ),
    },
    {
      id: 'actions',
      header: t('integration.actions'),
      width: editor ? 330 : 160,
      align: 'end' as const,
      cell: (connection: Connection) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={t('integration.owners.title', { name: connection.name })}
            onClick={() => setLinked(connection)}
          >
            {t('integration.owners.button')}
          </Button>
          {editor && (
            <>
              <Button
                size="xs"
                variant="default"
                aria-label={t('integration.connection.testOf', { name: connection.name })}
                onClick={() => setTested(connection)}
              >
                {t('integration.connection.test')}
              </Button>
              {isEdited(connection) && (
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={t('integration.connection.editOf', { name: connection.name })}
                  onClick={() => setOpen(connection)}
                >
                  {t('integration.edit')}
                </Button>
              )}
            </>
          )}
        </Group>
      ),
    },
  ];
  return (
    <>
      <div className={classes.toolbar}>
        <p className={classes.muted}>{t('integration.connection.lead')}</p>
        <span className={classes.end}>{create}</span>
      </div>
      <PlainTable
        label={t('integration.tab.connections')}
        columns={columns}
        rows={connections.data ?? []}
        rowId={(connection) => connection.id ?? ''}
        pending={connections.isPending}
        error={connections.error}
        onRetry={() => void connections.refetch()}
        expected={2}
        {...(editor ? { onOpen: (connection: Connection) => setOpen(isEdited(connection) ? connection : null) } : {})}
        empty={
          <EmptyState
            title={t('integration.connection.empty')}
            text={t('integration.connection.emptyText')}
            compact={false}
          />
        }
      />
      {open !== null && (
        <ConnectionDrawer {...(open === 'new' ? {} : { connection: open })} onClose={() => setOpen(null)} />
      )}
      {linked !== null && <OwnerLinksDrawer connection={linked} onClose={() => setLinked(null)} />}
      {tested !== null && <TestDialog connection={tested} onClose={() => setTested(null)} />}
    </>
  );
}

/** Whether the source lets itself be read, and if not, since what. */
export function ConnectionState({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  if (connection.needsReconnect === true) {
    return <StateBadge tone="risk" icon={IconAlertTriangle} text={t('integration.connection.needsReconnect')} />;
  }
  if (connection.blockedUntil != null && Date.parse(connection.blockedUntil) > now) {
    return (
      <StateBadge
        tone="watch"
        icon={IconClockPause}
        text={t('integration.connection.blockedUntil', { time: formatTime(connection.blockedUntil) })}
      />
    );
  }
  return <StateBadge tone="plain" icon={IconPlugConnected} text={t('integration.connection.fine')} />;
}
