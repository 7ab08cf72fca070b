import { Alert, Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useQuarantine, useReplay } from '@/api/queries/integration';
import { useMappings, useTargetSchemas } from '@/api/queries/mappings';
import type { QuarantineEntry } from '@/api/types';
import { useHasRole } from '@/app/session';
import { ConfirmDialog } from '@/kit/ConfirmDialog';
import { formatNumber, textOf } from '@/kit/format';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, ProblemNotice } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { reasonKey, REASONS } from './reasons';
import classes from '../IntegrationScreen.module.css';

/** Whether the row left the list before it was tried: a run may read it again at any time. */
function isGone(error: Error): boolean {
  return error instanceof ProblemError && error.problem.status === 404;
}

/** 取り込みエラー: rows that did not become facts, why, and trying them again. */
export function QuarantineTab() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const editor = useHasRole('integrator', 'admin');
  const mappings = useMappings();
  const schemas = useTargetSchemas();
  const filter = {
    ...(search.mapping === undefined ? {} : { mappingId: search.mapping }),
    ...(search.reason === undefined ? {} : { reason: search.reason }),
  };
  const entries = useQuarantine(filter);
  const replay = useReplay();
  const [asking, setAsking] = useState(false);
  const rows = entries.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const mappingOf = new Map(mappings.data?.map((mapping) => [mapping.id ?? '', mapping]));
  const show = (change: object) =>
    void navigate({ to: '/connections', search: { ...search, ...change, tab: 'quarantine' } as never, replace: true });
  const tell = ({ tried = 0, accepted = 0 }: { tried?: number; accepted?: number }) =>
    notifications.show({
      message: t('integration.quarantine.replayed', {
        tried: formatNumber(tried),
        accepted: formatNumber(accepted),
      }),
    });
  const fieldName = (entry: QuarantineEntry) => {
    const dataset = mappingOf.get(entry.mappingId ?? '')?.dataset;
    const field = schemas.data
      ?.find((schema) => schema.dataset === dataset)
      ?.fields?.find((each) => each.name === entry.field);
    return field === undefined ? entry.field : textOf(field);
  };
  const columns: PlainColumn<QuarantineEntry>[] = [
    {
      id: 'record',
      header: t('integration.quarantine.record'),
      width: 260,
      wraps: true,
      cell: (entry) => (
        <span className={classes.stack}>
          <span>{mappingOf.get(entry.mappingId ?? '')?.name}</span>
          <span className={classes.code}>{entry.recordId}</span>
        </span>
      ),
    },
    {
      id: 'reason',
      header: t('integration.quarantine.reason'),
      width: 300,
      wraps: true,
      cell: (entry) => (
        <span className={classes.stack}>
          <span className={classes.name}>{t(reasonKey(entry.reason))}</span>
          <span className={classes.muted}>{textOf(entry.detail)}</span>
        </span>
      ),
    },
    { id: 'field', header: t('integration.quarantine.field'), width: 110, cell: fieldName },
    {
      id: 'value',
      header: t('integration.quarantine.value'),
      wraps: true,
      cell: (entry) => (entry.sample == null ? null : <span className={classes.code}>{entry.sample}</span>),
    },
    {
      id: 'lastAt',
      header: t('integration.quarantine.lastAt'),
      width: 180,
      align: 'end',
      cell: (entry) => <TimeText at={entry.lastAt} />,
    },
    ...(editor
      ? [
          {
            id: 'replay',
            header: t('integration.actions'),
            width: 120,
            align: 'end' as const,
            cell: (entry: QuarantineEntry) => (
              <Button
                size="xs"
                variant="default"
                aria-label={t('integration.quarantine.replayOf', { id: entry.recordId })}
                loading={replay.isPending && 'id' in replay.variables && replay.variables.id === entry.id}
                onClick={() => replay.mutate({ id: entry.id ?? '' }, { onSuccess: tell })}
              >
                {t('integration.quarantine.replay')}
              </Button>
            ),
          },
        ]
      : []),
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
          aria-label={t('integration.quarantine.reason')}
          placeholder={t('integration.quarantine.allReasons')}
          clearable
          w={240}
          data={REASONS.map((reason) => ({ value: reason, label: t(reasonKey(reason)) }))}
          value={search.reason ?? null}
          onChange={(reason) => show({ reason: reason ?? undefined })}
        />
        <span className={classes.end}>
          {editor && rows.length > 0 && (
            <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={() => setAsking(true)}>
              {t('integration.quarantine.replayAll')}
            </Button>
          )}
        </span>
      </div>
      {replay.error !== null && !asking && (
        <div className={classes.notice}>
          {isGone(replay.error) ? (
            <Alert variant="light" role="status" icon={<IconInfoCircle size={18} />}>
              {t('integration.quarantine.gone')}
            </Alert>
          ) : (
            <ProblemNotice error={replay.error} />
          )}
        </div>
      )}
      <PlainTable
        label={t('integration.tab.quarantine')}
        columns={columns}
        rows={rows}
        rowId={(entry) => entry.id ?? ''}
        pending={entries.isPending}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        hasMore={entries.hasNextPage}
        loadingMore={entries.isFetchingNextPage}
        onMore={() => void entries.fetchNextPage()}
        expected={6}
        empty={
          Object.keys(filter).length > 0 ? (
            <EmptyState title={t('table.empty')} compact={false} />
          ) : (
            <EmptyState
              calm
              title={t('integration.quarantine.empty')}
              text={t('integration.quarantine.emptyText')}
              compact={false}
            />
          )
        }
      />
      <ConfirmDialog
        opened={asking}
        title={t('integration.quarantine.replayAllTitle')}
        confirm={t('integration.quarantine.replayAll')}
        pending={replay.isPending}
        error={replay.error}
        onClose={() => setAsking(false)}
        onConfirm={() =>
          replay.mutate(filter, {
            onSuccess: (answer) => {
              setAsking(false);
              tell(answer);
            },
          })
        }
      >
        {t('integration.quarantine.replayAllText')}
      </ConfirmDialog>
    </>
  );
}
