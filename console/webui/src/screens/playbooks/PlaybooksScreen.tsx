import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks, type Definition } from '@/api/queries/playbooks';
import { useSegmentNames } from '@/api/queries/segments';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import { TimeText } from '@/kit/values';
import { DefinitionState } from './DefinitionState';
import classes from './Playbooks.module.css';

/** What is done by itself, and for whom. */
export function PlaybooksScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const playbooks = usePlaybooks();
  const segments = useSegmentNames();
  const columns = useMemo<Column<Definition>[]>(
    () => [
      {
        id: 'name',
        header: t('playbooks.name'),
        width: 260,
        fixed: true,
        cell: (row) => (
          <Link to="/playbooks/$playbookKey" params={{ playbookKey: row.key ?? '' }} className={classes.name ?? ''}>
            {textOf(row.name)}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('inbox.state'),
        width: 110,
        cell: (row) => <DefinitionState definition={row} />,
      },
      {
        id: 'segment',
        header: t('playbooks.segment'),
        width: 240,
        cell: (row) => segments.get(row.segmentKey ?? '') ?? row.segmentKey,
      },
      {
        id: 'version',
        header: t('playbooks.version'),
        width: 110,
        align: 'end',
        cell: (row) =>
          row.publishedVersion ? t('notices.version', { version: row.publishedVersion }) : t('date.none'),
      },
      {
        id: 'published',
        header: t('playbooks.firstPublished'),
        width: 190,
        cell: (row) => <TimeText at={row.firstPublishedAt} />,
      },
      { id: 'updated', header: t('playbooks.updated'), width: 190, cell: (row) => <TimeText at={row.updatedAt} /> },
    ],
    [t, segments],
  );
  return (
    <PageFrame
      tall
      title={t('nav.playbooks')}
      readAt={playbooks.dataUpdatedAt}
      onRefresh={() => void playbooks.refetch()}
      refreshing={playbooks.isRefetching}
    >
      <DataTable
        name="playbooks"
        label={t('nav.playbooks')}
        columns={columns}
        rows={playbooks.data ?? []}
        rowId={(row) => row.id ?? ''}
        pending={playbooks.isPending}
        error={playbooks.error}
        onRetry={() => void playbooks.refetch()}
        hasMore={false}
        loadingMore={false}
        onMore={() => undefined}
        onOpen={(row) => void navigate({ to: '/playbooks/$playbookKey', params: { playbookKey: row.key ?? '' } })}
        empty={<EmptyState title={t('playbooks.empty')} text={t('playbooks.emptyText')} />}
      />
    </PageFrame>
  );
}
