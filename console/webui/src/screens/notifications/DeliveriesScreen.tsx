import { Button } from '@mantine/core';
import { getRouteApi, Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useDeliveryPages, type Delivery } from '@/api/queries/notifications';
import { PageFrame } from '@/kit/PageFrame';
import { DetailPanel } from '@/kit/queue/DetailPanel';
import { QueueFrame } from '@/kit/queue/QueueFrame';
import { useQueue } from '@/kit/queue/useQueue';
import { WorkList } from '@/kit/queue/WorkList';
import { EmptyState } from '@/kit/states';
import { DeliveryDetail } from './DeliveryDetail';
import { DeliveryFilters } from './DeliveryFilters';
import { DeliveryRow } from './DeliveryRow';
import { deliveryQuery, type DeliverySearch } from './search';

const route = getRouteApi('/deliveries');
const idOf = (delivery: Delivery) => delivery.id ?? '';

/** What was sent to whom, and whether it arrived. */
export function DeliveriesScreen() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { deliveryId } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = deliveryQuery(search);
  const pages = useDeliveryPages(query);
  const all = rowsOf<Delivery>(pages.data?.pages);
  const total = pages.data?.pages[0];
  const narrowed = Object.keys(search).length > 0;

  function open(id: string | undefined): void {
    void (id === undefined
      ? navigate({ to: '/deliveries', search })
      : navigate({
          to: '/deliveries/$deliveryId',
          params: { deliveryId: id },
          search,
          replace: deliveryId !== undefined,
        }));
  }
  function narrow(next: DeliverySearch): void {
    void navigate({ to: '/deliveries', search: next, replace: true });
  }
  const queue = useQueue<Delivery>({
    all,
    idOf,
    list: JSON.stringify(query),
    openId: deliveryId,
    onOpen: open,
    onComplete: undefined,
    keys: {},
    active: true,
  });
  const clear = (
    <Button size="xs" variant="default" onClick={() => narrow({})}>
      {t('table.clearFilters')}
    </Button>
  );

  return (
    <PageFrame
      tall
      title={t('nav.deliveries')}
      readAt={pages.dataUpdatedAt}
      onRefresh={() => void pages.refetch()}
      refreshing={pages.isRefetching}
      actions={
        <Button size="xs" variant="default" component={Link} to="/settings/notifications">
          {t('notices.preferences')}
        </Button>
      }
    >
      <QueueFrame
        toolbar={<DeliveryFilters search={search} onChange={narrow} />}
        list={
          <WorkList
            label={t('nav.deliveries')}
            rows={queue.rows}
            idOf={idOf}
            nameOf={(delivery) => delivery.subject ?? ''}
            render={(delivery) => <DeliveryRow delivery={delivery} />}
            summary={
              total !== undefined &&
              t(total.totalIsMinimum === true ? 'inbox.totalMore' : 'table.rowsAll', { count: total.total ?? 0 })
            }
            waiting={queue.waiting}
            onShowWaiting={queue.showWaiting}
            marked={queue.marked}
            onMark={queue.mark}
            openId={deliveryId}
            onOpen={(delivery) => open(idOf(delivery))}
            selection={undefined}
            pending={pages.isPending}
            error={pages.error}
            onRetry={() => void pages.refetch()}
            hasMore={pages.hasNextPage}
            loadingMore={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
            onScrolled={queue.setScrolled}
            empty={
              narrowed ? (
                <EmptyState title={t('table.empty')} action={clear} />
              ) : (
                <EmptyState title={t('notices.empty')} text={t('notices.emptyText')} />
              )
            }
          />
        }
        bulk={null}
        panel={
          deliveryId !== undefined && (
            <DetailPanel
              label={t('notices.one')}
              onPrevious={queue.previous}
              onNext={queue.next}
              onClose={() => open(undefined)}
            >
              <DeliveryDetail key={deliveryId} id={deliveryId} />
            </DetailPanel>
          )
        }
      />
      <Outlet />
    </PageFrame>
  );
}
