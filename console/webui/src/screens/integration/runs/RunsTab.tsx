import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRuns } from '@/api/queries/integration';
import { useMappings } from '@/api/queries/mappings';
import type { Run, RunKind, RunState } from '@/api/types';
import { formatNumber, textOf } from '@/kit/format';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { RunBadge } from './RunBadge';
import { RunDrawer } from './RunDrawer';
import { StartRunButton } from './StartRunButton';
import classes from '../IntegrationScreen.module.css';

const STATES: RunState[] = ['waiting', 'running', 'succeeded', 'failed'];

/** 連携履歴: runs, newest first, live. */
export function RunsTab() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const mappings = useMappings();
  const runs = useRuns({
    ...(search.mapping === undefined ? {} : { mappingId: search.mapping }),
    ...(search.state === undefined ? {} : { state: search.state as RunState }),
  });
  const rows = runs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const names = new Map(mappings.data?.map((mapping) => [mapping.id ?? '', mapping.name]));
  const show = (change: object) =>
    void navigate({ to: '/connections', search: { ...search, ...change, tab: 'runs' } as never, replace: true });
  const columns: PlainColumn<Run>[] = [
    {
      id: 'mapping',
      header: t('integration.mapping.one'),
      width: 320,
      cell: (run) => (
        <span className={classes.stack}>
          <span className={classes.name}>{names.get(run.mappingId ?? '') ?? run.object}</span>
          {run.error != null && <span className={classes.muted}>{textOf(run.error)}</span>}
          {(run.released ?? 0) > 0 && (
            <span className={classes.muted}>
              {t('integration.run.released')}:{' '}
              {t('integration.run.releasedRows', { rows: formatNumber(run.released ?? 0) })}
            </span>
          )}
        </span>
      ),
      wraps: true,
    },
    {
      id: 'kind',
      header: t('integration.run.kindLabel'),
      width: 110,
      cell: (run) => t(run.firstLoad === true ? 'integration.run.firstLoad' : kindKey(run.kind)),
    },
    { id: 'state', header: t('integration.run.stateLabel'), width: 140, cell: (run) => <RunBadge run={run} /> },
    ...(['read', 'added', 'changed', 'removed', 'rejected'] as const).map((count) => ({
      id: count,
      header: t(`integration.run.count.${count}`),
      width: 76,
      align: 'end' as const,
      cell: (run: Run) => <Count value={run.counts?.[count] ?? 0} />,
    })),
    {
      id: 'requestedAt',
      header: t('integration.run.requestedAt'),
      width: 180,
      align: 'end',
      cell: (run) => <TimeText at={run.requestedAt} />,
    },
  ];
  return (
    <>
      <div className={classes.toolbar}>
        <Select
          aria-label={t('integration.mapping.one')}
          placeholder={t('integration.run.allMappings')}
          clearable
          w={280}
          data={mappings.data?.map((mapping) => ({ value: mapping.id ?? '', label: mapping.name ?? '' })) ?? []}
          value={search.mapping ?? null}
          onChange={(mapping) => show({ mapping: mapping ?? undefined })}
        />
        <Select
          aria-label={t('integration.run.stateLabel')}
          placeholder={t('integration.run.allStates')}
          clearable
          w={150}
          data={STATES.map((state) => ({ value: state, label: t(`integration.run.state.${state}`) }))}
          value={search.state ?? null}
          onChange={(state) => show({ state: state ?? undefined })}
        />
        <span className={classes.end}>
          <StartRunButton mappings={mappings.data ?? []} />
        </span>
      </div>
      <PlainTable
        label={t('integration.tab.runs')}
        columns={columns}
        rows={rows}
        rowId={(run) => run.id ?? ''}
        pending={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        onOpen={(run) => show({ run: run.id })}
        hasMore={runs.hasNextPage}
        loadingMore={runs.isFetchingNextPage}
        onMore={() => void runs.fetchNextPage()}
        expected={8}
        empty={<EmptyState title={t('integration.run.empty')} text={t('integration.run.emptyText')} compact={false} />}
      />
      {search.run !== undefined && (
        <RunDrawer
          id={search.run}
          mappingName={(run) => names.get(run.mappingId ?? '') ?? run.object ?? ''}
          onClose={() => show({ run: undefined })}
        />
      )}
    </>
  );
}

export function kindKey(kind: string | null | undefined) {
  return `integration.run.kind.${(kind ?? 'full') as RunKind}` as const;
}

function Count({ value }: { value: number }) {
  return value === 0 ? <span className={classes.muted}>0</span> : <>{formatNumber(value)}</>;
}
