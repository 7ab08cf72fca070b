import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useInAppNotices, useReadAllNotices, useReadNotice, type InAppNotice } from '@/api/queries/notifications';
import { textOf } from '@/kit/format';
import { RelativeDay } from '@/kit/RelativeDay';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import classes from './Bell.module.css';

/** The newest first; each leads to what it is about, and is read by going there. */
export default function BellList({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const { t } = useTranslation();
  const notices = useInAppNotices();
  const read = useReadNotice();
  const readAll = useReadAllNotices();
  const items = rowsOf<InAppNotice>(notices.data?.pages);
  const newest = items[0]?.id ?? undefined;
  function follow(notice: InAppNotice): void {
    if (!notice.readAt) {
      read.mutate(notice.id ?? '');
    }
    onLeave();
  }
  return (
    <>
      <div className={classes.head}>
        {t('bell.one')}
        {unread > 0 && newest !== undefined && (
          <Button size="xs" variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate(newest)}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      {notices.isPending && <SkeletonRows rows={5} height={64} />}
      {notices.error !== null && <ErrorState error={notices.error} compact onRetry={() => void notices.refetch()} />}
      {!notices.isPending && notices.error === null && items.length === 0 && (
        <EmptyState calm title={t('notices.bellEmpty')} text={t('notices.bellEmptyText')} />
      )}
      <ul className={classes.list}>
        {items.map((notice) => (
          <li key={notice.id}>
            <Link to={notice.link ?? '/deliveries'} className={classes.item ?? ''} onClick={() => follow(notice)}>
              <span className={classes.mark} data-unread={!notice.readAt} aria-hidden />
              <span className={classes.words}>
                <span className={classes.title} data-unread={!notice.readAt}>
                  {!notice.readAt && <span className={classes.hidden}>{t('notices.unread')} </span>}
                  {textOf(notice.title)}
                </span>
                <br />
                <span className={classes.when}>
                  <RelativeDay at={notice.createdAt} />
                </span>
              </span>
            </Link>
          </li>
        ))}
        {notices.hasNextPage && (
          <li className={classes.more}>
            <Button
              size="xs"
              variant="subtle"
              loading={notices.isFetchingNextPage}
              onClick={() => void notices.fetchNextPage()}
            >
              {t('table.more')}
            </Button>
          </li>
        )}
      </ul>
      <div className={classes.foot}>
        <Link to="/deliveries" onClick={onLeave}>
          {t('nav.deliveries')}
        </Link>
        <Button size="xs" variant="subtle" component={Link} to="/settings/notifications" onClick={onLeave}>
          {t('notices.preferences')}
        </Button>
      </div>
    </>
  );
}
