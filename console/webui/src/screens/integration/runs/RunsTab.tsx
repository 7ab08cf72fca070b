import { Select, Switch } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useRuns } from '@/api/queries/integration';
import { useMappings } from '@/api/queries/mappings';
import type { Run, RunKind, RunState } from '@/api/types';
import { formatNumber, textOf } from '@/kit/format';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { linesOf, type RunLine } from './quiet';
import { QuietRuns } from './QuietRuns';
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
  const filter = {
    ...(search.mapping === undefined ? {} : { mappingId: search.mapping }),
    ...(search.state === undefined ? {} : { state: search.state as RunState }),
  };
  const folding = search.quiet === undefined;
  const runs = useRuns(filter);
  const loud = useRuns({ ...filter, withChanges: true }, undefined, folding);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const recent = rowsOf(runs.data?.pages);
  const lines: RunLine[] = folding
    ? linesOf(recent, !runs.hasNextPage, rowsOf(loud.data?.pages), unfolded)
    : recent.map((run) => ({ run }));
  const more = folding && runs.hasNextPage ? loud : runs;
  const unfold = (quiet: readonly Run[]) =>
    setUnfolded((known) => new Set([...known, ...quiet.map((run) => run.id ?? '')]));
  const names = new Map(mappings.data?.map((mapping) => [mapping.id ?? '', mapping.name]));
  const searchOf = (change: object) => ({ ...search, ...change, tab: 'runs' }) as never;
  const show = (change: object) => void navigate({ to: '/connections', search: searchOf(change), replace: true });
  const columns: PlainColumn<Run>[] = [
    {
      id: 'mapping',
      header: t('integration.mapping.one'),
      width: 320,
      cell: (run) => (
        <span className={classes.stack}>
          <Link to="/connections" search={searchOf({ run: run.id })} replace className={classes.opens ?? ''}>
            {names.get(run.mappingId ?? '') ?? run.object}
          </Link>
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
        <Switch
          label={t('integration.run.allQuiet')}
          checked={!folding}
          onChange={(event) => show({ quiet: event.currentTarget.checked ? 'shown' : undefined })}
        />
        <span className={classes.end}>
          <StartRunButton mappings={mappings.data ?? []} />
        </span>
      </div>
      <PlainTable
        label={t('integration.tab.runs')}
        columns={columns.map((column) => ({
          ...column,
          cell: (line: RunLine) => ('run' in line ? column.cell(line.run) : null),
        }))}
        rows={lines}
        rowId={idOf}
        whole={(line) =>
          'quiet' in line ? (
            <QuietRuns runs={line.quiet} onUnfold={() => unfold(line.quiet)} />
          ) : 'border' in line ? (
            <span className={classes.muted}>{t('integration.run.olderLoud')}</span>
          ) : undefined
        }
        pending={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        onOpen={(line) => {
          if ('run' in line) {
            show({ run: line.run.id });
          } else if ('quiet' in line) {
            unfold(line.quiet);
          }
        }}
        hasMore={more.hasNextPage}
        loadingMore={more.isFetchingNextPage}
        onMore={() => void more.fetchNextPage()}
        expected={8}
        empty={
          Object.keys(filter).length > 0 ? (
            <EmptyState title={t('table.empty')} compact={false} />
          ) : (
            <EmptyState title={t('integration.run.empty')} text={t('integration.run.emptyText')} compact={false} />
          )
        }
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

function idOf(line: RunLine): string {
  return 'run' in line ? (line.run.id ?? '') : 'quiet' in line ? `quiet-${line.at}` : 'border';
}

function Count({ value }: { value: number }) {
  return value === 0 ? <span className={classes.muted}>0</span> : <>{formatNumber(value)}</>;
}
