import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnections, useLatestRuns } from '@/api/queries/integration';
import { useMappings, useTargetSchemas } from '@/api/queries/mappings';
import type { Mapping } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { StateBadge } from '@/kit/StateBadge';
import { EmptyState } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { RunBadge } from '../runs/RunBadge';
import { NewMappingDialog } from './NewMappingDialog';
import classes from '../IntegrationScreen.module.css';

/** How each object is read, and how the last run of it went. */
export function MappingsTab() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const editor = useHasRole('integrator', 'admin');
  const mappings = useMappings();
  const connections = useConnections();
  const schemas = useTargetSchemas();
  const latest = useLatestRuns(mappings.data?.map((mapping) => mapping.id ?? '') ?? []);
  const [creating, setCreating] = useState(false);
  const connectionName = new Map(connections.data?.map((connection) => [connection.id ?? '', connection.name]));
  const datasetName = new Map(schemas.data?.map((schema) => [schema.dataset ?? '', textOf(schema)]));
  const open = (mapping: Mapping) =>
    void navigate({ to: '/connections/mappings/$mappingId', params: { mappingId: mapping.id ?? '' } });
  const create = editor && (connections.data?.length ?? 0) > 0 && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('integration.mapping.add')}
    </Button>
  );
  const columns: PlainColumn<Mapping>[] = [
    {
      id: 'name',
      header: t('integration.mapping.name'),
      cell: (mapping) => (
        <Link
          to="/connections/mappings/$mappingId"
          params={{ mappingId: mapping.id ?? '' }}
          className={classes.link ?? ''}
        >
          {mapping.name}
        </Link>
      ),
    },
    {
      id: 'source',
      header: t('integration.mapping.source'),
      cell: (mapping) => (
        <span className={classes.stack}>
          <span>{connectionName.get(mapping.connectionId ?? '')}</span>
          <span className={classes.code}>{mapping.object}</span>
        </span>
      ),
    },
    {
      id: 'dataset',
      header: t('integration.mapping.dataset'),
      cell: (mapping) => datasetName.get(mapping.dataset ?? '') ?? mapping.dataset,
    },
    {
      id: 'state',
      header: t('integration.mapping.state'),
      cell: (mapping) => <MappingBadge mapping={mapping} />,
    },
    {
      id: 'lastRun',
      header: t('integration.mapping.lastRun'),
      cell: (mapping) => {
        const run = latest.get(mapping.id ?? '');
        if (run === undefined) {
          return <Skeleton height={10} width={56} radius="sm" />;
        }
        return run === null ? (
          <span className={classes.muted}>{t('integration.mapping.neverRun')}</span>
        ) : (
          <RunBadge run={run} />
        );
      },
    },
    {
      id: 'lastAt',
      header: t('integration.mapping.coveredUntil'),
      align: 'end',
      width: 190,
      cell: (mapping) => {
        const run = latest.get(mapping.id ?? '');
        return run == null ? null : <TimeText at={run.finishedAt ?? run.requestedAt} />;
      },
    },
  ];
  return (
    <>
      <div className={classes.toolbar}>
        <p className={classes.muted}>{t('integration.mapping.lead')}</p>
        <span className={classes.end}>{create}</span>
      </div>
      <PlainTable
        label={t('integration.tab.mappings')}
        columns={columns}
        rows={mappings.data ?? []}
        rowId={(mapping) => mapping.id ?? ''}
        pending={mappings.isPending}
        error={mappings.error}
        onRetry={() => void mappings.refetch()}
        onOpen={open}
        expected={7}
        empty={
          <EmptyState
            title={t('integration.mapping.empty')}
            text={t('integration.mapping.emptyText')}
            compact={false}
          />
        }
      />
      {creating && <NewMappingDialog connections={connections.data ?? []} onClose={() => setCreating(false)} />}
    </>
  );
}

/** Whether the mapping runs, and whether its draft says something else. */
export function MappingBadge({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation();
  if (mapping.publishedVersion == null) {
    return <StateBadge tone="watch" icon={IconPencil} text={t('integration.mapping.draft')} />;
  }
  const version = t('integration.mapping.published', { version: mapping.publishedVersion });
  return mapping.draftDiffers === true ? (
    <StateBadge tone="watch" icon={IconPencil} text={t('integration.mapping.draftDiffers', { published: version })} />
  ) : (
    <StateBadge tone="plain" icon={IconCircleCheck} text={version} />
  );
}
