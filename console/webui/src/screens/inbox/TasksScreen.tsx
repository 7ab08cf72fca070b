import { Button } from '@mantine/core';
import { getRouteApi, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useTask, useTaskPages } from '@/api/queries/inbox';
import type { Task } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { BulkBar } from '@/kit/queue/BulkBar';
import { COMMENT_FIELD } from './Comments';
import { DetailPanel } from '@/kit/queue/DetailPanel';
import { QueueFrame, ViewSwitch } from '@/kit/queue/QueueFrame';
import { LoadTable } from './LoadTable';
import { changed, isMine, isNarrowed, taskQuery, type TaskSearch } from './search';
import { TaskDetail } from './TaskDetail';
import { TaskFilters } from './TaskFilters';
import { TaskRow } from './TaskRow';
import { useQueue } from '@/kit/queue/useQueue';
import { useTaskWork } from './useTaskWork';
import { WorkList } from '@/kit/queue/WorkList';

const route = getRouteApi('/tasks');
const idOf = (task: Task) => task.id ?? '';
const isOver = (task: Task) => task.state === 'completed' || task.state === 'cancelled';

/** Work for people: what is to be done, by whom, until when. */
export function TasksScreen() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { taskId } = useParams({ strict: false });
  const navigate = useNavigate();
  const ownByHabit = useHasRole('csm');
  const mayWrite = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const query = taskQuery(search, ownByHabit);
  const pages = useTaskPages(query);
  const all = rowsOf<Task>(pages.data?.pages);
  const total = pages.data?.pages[0];
  const loads = search.view === 'load';

  function open(id: string | undefined): void {
    void (id === undefined
      ? navigate({ to: '/tasks', search })
      : navigate({ to: '/tasks/$taskId', params: { taskId: id }, search, replace: taskId !== undefined }));
  }
  function narrow(next: TaskSearch): void {
    void navigate({ to: '/tasks', search: next, replace: true });
  }
  const afterwards = useRef<(ids: readonly string[], what: string) => void>(() => undefined);
  const work = useTaskWork((ids, what) => afterwards.current(ids, what));
  const queue = useQueue<Task>({
    all,
    idOf,
    list: JSON.stringify(query),
    openId: taskId,
    onOpen: open,
    active: !loads,
    onComplete: mayWrite
      ? (task) => (task.kind === 'question' ? open(idOf(task)) : isOver(task) ? undefined : work.complete(task))
      : undefined,
    keys: mayWrite
      ? {
          s: (task) => work.ask('snooze', [task]),
          a: (task) => work.ask('assign', [task]),
          c: (task) => {
            open(idOf(task));
            // The field is there once the panel is.
            setTimeout(() => document.getElementById(COMMENT_FIELD)?.focus(), 100);
          },
        }
      : {},
  });
  useEffect(() => {
    // What is done leaves room for the next.
    afterwards.current = (ids, what) => {
      queue.selection.clear();
      if (what !== 'assign' && taskId !== undefined && ids.includes(taskId)) {
        queue.next?.();
      }
    };
  });
  const chosen = queue.rows.filter((task) => queue.selection.ids.has(idOf(task)));
  const known = all.find((task) => task.id === taskId);

  return (
    <PageFrame
      tall
      title={t('nav.tasks')}
      readAt={pages.dataUpdatedAt}
      onRefresh={() => void pages.refetch()}
      refreshing={pages.isRefetching}
      actions={
        <ViewSwitch
          label={t('inbox.view')}
          value={loads ? 'load' : 'list'}
          views={[
            { value: 'list', label: t('inbox.list') },
            { value: 'load', label: t('inbox.load.title') },
          ]}
          onChange={(view) => narrow(changed(search, { view: view === 'load' ? 'load' : undefined }))}
        />
      }
    >
      {loads ? (
        <LoadTable teamId={search.teamId} />
      ) : (
        <QueueFrame
          toolbar={<TaskFilters search={search} mine={isMine(search, ownByHabit)} onChange={narrow} />}
          list={
            <WorkList
              label={t('nav.tasks')}
              rows={queue.rows}
              idOf={idOf}
              nameOf={(task) => textOf(task.title)}
              isOver={(task) => isOver(task) && query.state === 'open'}
              render={(task) => <TaskRow task={task} />}
              summary={
                total !== undefined &&
                t(total.totalIsMinimum === true ? 'inbox.totalMore' : 'table.rowsAll', { count: total.total ?? 0 })
              }
              waiting={queue.waiting}
              onShowWaiting={queue.showWaiting}
              marked={queue.marked}
              onMark={queue.mark}
              openId={taskId}
              onOpen={(task) => open(idOf(task))}
              selection={mayWrite ? queue.selection : undefined}
              pending={pages.isPending}
              error={pages.error}
              onRetry={() => void pages.refetch()}
              hasMore={pages.hasNextPage}
              loadingMore={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
              onScrolled={queue.setScrolled}
              empty={<TasksEmpty narrowed={isNarrowed(search)} onClear={() => narrow({})} />}
            />
          }
          bulk={
            <BulkBar
              count={chosen.length}
              actions={(['complete', 'snooze', 'assign', 'cancel'] as const).map((what) => ({
                label: t(`inbox.${what}`),
                run: () => work.ask(what, chosen),
              }))}
              onClear={queue.selection.clear}
            />
          }
          panel={
            taskId !== undefined && (
              <DetailPanel
                label={t('inbox.task')}
                onPrevious={queue.previous}
                onNext={queue.next}
                onClose={() => open(undefined)}
              >
                <OpenTask id={taskId} known={known} work={work} mayWrite={mayWrite} />
              </DetailPanel>
            )
          }
        />
      )}
      {work.dialog}
      <Outlet />
    </PageFrame>
  );
}

function OpenTask({
  id,
  known,
  work,
  mayWrite,
}: {
  id: string;
  known: Task | undefined;
  work: ReturnType<typeof useTaskWork>;
  mayWrite: boolean;
}) {
  const task = useTask(id, known);
  if (task.error !== null) {
    return <ErrorState error={task.error} onRetry={() => void task.refetch()} />;
  }
  return task.data === undefined ? (
    <SkeletonRows rows={6} />
  ) : (
    <TaskDetail task={task.data} work={work} mayWrite={mayWrite} />
  );
}

function TasksEmpty({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return narrowed ? (
    <EmptyState
      title={t('table.empty')}
      action={
        <Button size="xs" variant="default" onClick={onClear}>
          {t('table.clearFilters')}
        </Button>
      }
    />
  ) : (
    <EmptyState calm title={t('home.tasksEmpty')} text={t('home.tasksEmptyText')} />
  );
}
