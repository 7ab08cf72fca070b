import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useGraph, useRunPages, useRunTotals, type Run } from '@/api/queries/playbooks';
import { textOf } from '@/kit/format';
import { filled } from '@/kit/placeholders';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { CustomerFilter } from '@/kit/filters/People';
import { EmptyState } from '@/kit/states';
import { DataTable, type Column } from '@/kit/table/DataTable';
import { TimeText } from '@/kit/values';
import { RunState } from './RunState';
import { RUN_STATES, type PlaybookSearch } from './search';
import { kindKey } from './words';
import classes from './Playbooks.module.css';

interface Props {
  playbookId: string;
  playbookKey: string;
  search: PlaybookSearch;
  onChange: (search: PlaybookSearch) => void;
}

/** Who is in the playbook, where each customer stands, and why. */
export function RunsTable({ playbookId, playbookKey, search, onChange }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state, step, customerId } = search;
  const whose = { playbookId, ...(customerId === undefined ? {} : { customerId }) };
  const runs = useRunPages({
    ...whose,
    ...(state === undefined ? {} : { state }),
    ...(step === undefined ? {} : { step }),
  });
  const totals = useRunTotals(whose);
  const steps = useSteps(playbookKey, step);
  const narrowed = state !== undefined || step !== undefined || customerId !== undefined;
  const change = (changed: Changed) => onChange(tidy({ state, step, customerId, ...changed }));
  const labelOf = (each: (typeof RUN_STATES)[number]) => {
    const words = t(`playbooks.runState.${each}`);
    // The numbers are those of all steps.
    return totals.data === undefined || step !== undefined
      ? words
      : t('playbooks.counted', { state: words, count: totals.data[each] ?? 0 });
  };
  const columns = useMemo<Column<Run>[]>(
    () => [
      {
        id: 'customer',
        header: t('inbox.customer'),
        width: 220,
        fixed: true,
        cell: (row) => (
          <Link to="/playbook-runs/$runId" params={{ runId: row.id ?? '' }} className={classes.name ?? ''}>
            {row.customerName ?? t('inbox.unknownCustomer')}
          </Link>
        ),
      },
      { id: 'state', header: t('inbox.state'), width: 110, cell: (row) => <RunState state={row.state} /> },
      {
        id: 'sentence',
        header: t('playbooks.where'),
        width: 420,
        cell: (row) => {
          const words = filled(textOf(row.sentence), { customer: row.customerName });
          return <span title={words}>{words}</span>;
        },
      },
      { id: 'started', header: t('playbooks.started'), width: 180, cell: (row) => <TimeText at={row.startedAt} /> },
      {
        id: 'finished',
        header: t('playbooks.finished'),
        width: 180,
        hidden: true,
        cell: (row) => <TimeText at={row.finishedAt} />,
      },
      {
        id: 'version',
        header: t('playbooks.version'),
        width: 80,
        hidden: true,
        align: 'end',
        cell: (row) => t('notices.version', { version: row.playbookVersion ?? 0 }),
      },
    ],
    [t],
  );
  return (
    <div className={classes.runs}>
      <DataTable
        name="playbook-runs"
        label={t('playbooks.tab.runs')}
        columns={columns}
        rows={rowsOf<Run>(runs.data?.pages)}
        rowId={(row) => row.id ?? ''}
        pending={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        hasMore={runs.hasNextPage}
        loadingMore={runs.isFetchingNextPage}
        onMore={() => void runs.fetchNextPage()}
        onOpen={(row) => void navigate({ to: '/playbook-runs/$runId', params: { runId: row.id ?? '' } })}
        empty={
          <EmptyState
            title={t(narrowed ? 'table.empty' : 'playbooks.runsEmpty')}
            {...(narrowed ? {} : { text: t('playbooks.runsEmptyText') })}
          />
        }
        toolbar={
          <>
            <ChoiceFilter
              label={t('inbox.state')}
              any={t('inbox.any')}
              value={state}
              options={RUN_STATES.map((each) => ({ value: each, label: labelOf(each) }))}
              onChange={(next) => change({ state: next })}
            />
            <ChoiceFilter
              label={t('playbooks.step')}
              any={t('inbox.any')}
              value={step}
              options={steps}
              onChange={(next) => change({ step: next })}
            />
            <CustomerFilter value={customerId} onChange={(next) => change({ customerId: next })} />
          </>
        }
      />
    </div>
  );
}

type Changed = { [K in 'state' | 'step' | 'customerId']?: PlaybookSearch[K] | undefined };

function tidy({ state, step, customerId }: Changed): PlaybookSearch {
  return {
    ...(state === undefined ? {} : { state }),
    ...(step === undefined ? {} : { step }),
    ...(customerId === undefined ? {} : { customerId }),
  };
}

/** The steps that a customer can stand at; also the chosen one, if only an earlier version has it. */
function useSteps(playbookKey: string, chosen: string | undefined) {
  const { t } = useTranslation();
  const graph = useGraph(playbookKey);
  const values = { customer: t('playbooks.anyCustomer'), subject: t('playbooks.anySubject') };
  const steps = (graph.data?.nodes ?? [])
    .filter(({ kind }) => !['start', 'stop', 'end'].includes(kindKey(kind)))
    .map((node) => ({ value: node.id ?? '', label: filled(textOf(node.title), values) }));
  return chosen === undefined || steps.some(({ value }) => value === chosen)
    ? steps
    : [...steps, { value: chosen, label: chosen }];
}
