import { Button } from '@mantine/core';
import { getRouteApi, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useAlert, useAlertPages } from '@/api/queries/inbox';
import type { Alert } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { isSnoozed } from '@/kit/work/snoozed';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { AlertDetail } from './AlertDetail';
import { AlertFilters } from './AlertFilters';
import { COMMENT_FIELD } from './Comments';
import { AlertRow } from './AlertRow';
import { BulkBar } from '@/kit/queue/BulkBar';
import { DetailPanel } from '@/kit/queue/DetailPanel';
import { QueueFrame } from '@/kit/queue/QueueFrame';
import { alertQuery, isMine, isNarrowed, type AlertSearch } from './search';
import { useAlertWork, type AlertWork } from './useAlertWork';
import { useQueue } from '@/kit/queue/useQueue';
import { WorkList } from '@/kit/queue/WorkList';

const route = getRouteApi('/alerts');
const idOf = (alert: Alert) => alert.id ?? '';

/** Signs that a customer needs attention, as they come. */
export function AlertsScreen() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { alertId } = useParams({ strict: false });
  const navigate = useNavigate();
  const ownByHabit = useHasRole('csm');
  const mayWrite = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const query = alertQuery(search, ownByHabit);
  const pages = useAlertPages(query);
  const all = rowsOf<Alert>(pages.data?.pages);
  const total = pages.data?.pages[0];

  function open(id: string | undefined): void {
    void (id === undefined
      ? navigate({ to: '/alerts', search })
      : navigate({ to: '/alerts/$alertId', params: { alertId: id }, search, replace: alertId !== undefined }));
  }
  function narrow(next: AlertSearch): void {
    void navigate({ to: '/alerts', search: next, replace: true });
  }
  const afterwards = useRef<(ids: readonly string[]) => void>(() => undefined);
  const work = useAlertWork((ids) => afterwards.current(ids));
  const queue = useQueue<Alert>({
    all,
    idOf,
    list: JSON.stringify(query),
    openId: alertId,
    onOpen: open,
    active: true,
    onComplete: mayWrite ? (alert) => (alert.state === 'open' ? work.close([alert]) : undefined) : undefined,
    keys: mayWrite
      ? {
          q: (alert) => work.ask(alert),
          s: (alert) => (alert.state !== 'open' ? undefined : isSnoozed(alert) ? work.wake(alert) : work.snooze(alert)),
          c: (alert) => {
            open(idOf(alert));
            // The field is there once the panel is.
            setTimeout(() => document.getElementById(COMMENT_FIELD)?.focus(), 100);
          },
        }
      : {},
  });
  useEffect(() => {
    // What is done leaves room for the next.
    afterwards.current = (ids) => {
      queue.selection.clear();
      if (alertId !== undefined && ids.includes(alertId)) {
        queue.next?.();
      }
    };
  });
  const chosen = queue.rows.filter((alert) => queue.selection.ids.has(idOf(alert)));

  return (
    <PageFrame
      tall
      title={t('nav.alerts')}
      readAt={pages.dataUpdatedAt}
      onRefresh={() => void pages.refetch()}
      refreshing={pages.isRefetching}
    >
      <QueueFrame
        toolbar={<AlertFilters search={search} mine={isMine(search, ownByHabit)} onChange={narrow} />}
        list={
          <WorkList
            label={t('nav.alerts')}
            rows={queue.rows}
            idOf={idOf}
            nameOf={(alert) => textOf(alert.title)}
            isOver={(alert) =>
              (alert.state === 'closed' && query.open === true) || (isSnoozed(alert) && query.snoozed === false)
            }
            render={(alert) => <AlertRow alert={alert} />}
            summary={
              total !== undefined &&
              t(total.totalIsMinimum === true ? 'inbox.totalMore' : 'table.rowsAll', { count: total.total ?? 0 })
            }
            waiting={queue.waiting}
            onShowWaiting={queue.showWaiting}
            marked={queue.marked}
            onMark={queue.mark}
            openId={alertId}
            onOpen={(alert) => open(idOf(alert))}
            selection={mayWrite ? queue.selection : undefined}
            pending={pages.isPending}
            error={pages.error}
            onRetry={() => void pages.refetch()}
            hasMore={pages.hasNextPage}
            loadingMore={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            onScrolled={queue.setScrolled}
            empty={<AlertsEmpty narrowed={isNarrowed(search)} onClear={() => narrow({})} />}
          />
        }
        bulk={
          <BulkBar
            count={chosen.length}
            actions={[{ label: t('inbox.closeAlert'), run: () => work.close(chosen) }]}
            onClear={queue.selection.clear}
          />
        }
        panel={
          alertId !== undefined && (
            <DetailPanel
              label={t('inbox.alert')}
              onPrevious={queue.previous}
              onNext={queue.next}
              onClose={() => open(undefined)}
            >
              <OpenAlert
                id={alertId}
                known={all.find((alert) => alert.id === alertId)}
                work={work}
                mayWrite={mayWrite}
              />
            </DetailPanel>
          )
        }
      />
      {work.dialog}
      <Outlet />
    </PageFrame>
  );
}

function OpenAlert({
  id,
  known,
  work,
  mayWrite,
}: {
  id: string;
  known: Alert | undefined;
  work: AlertWork;
  mayWrite: boolean;
}) {
  const detail = useAlert(id);
  const alert = (detail.data?.alert as Alert | undefined) ?? known;
  if (detail.error !== null) {
    return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  }
  return alert === undefined ? (
    <SkeletonRows rows={6} />
  ) : (
    <AlertDetail
      alert={alert}
      detail={detail.data}
      mayWrite={mayWrite}
      onClose={() => work.close([alert])}
      onAsk={() => work.ask(alert)}
      onSnooze={() => work.snooze(alert)}
      onWake={() => work.wake(alert)}
    />
  );
}

function AlertsEmpty({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
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
    <EmptyState calm title={t('home.alertsEmpty')} text={t('home.alertsEmptyText')} />
  );
}
