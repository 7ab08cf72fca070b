import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, SkeletonRows } from './states';
import classes from './PagedList.module.css';

/** What becomes of a list that is read page by page: waiting, failed, empty, shown, more. */
export function PagedList<Item>({
  query,
  empty,
  rows = 5,
  height = 40,
  children,
}: {
  query: UseInfiniteQueryResult<InfiniteData<{ items?: Item[] }>>;
  empty: ReactNode;
  /** Height of what is waited for. */
  rows?: number;
  height?: number;
  children: (items: Item[]) => ReactNode;
}) {
  if (query.isPending) {
    return <SkeletonRows rows={rows} height={height} />;
  }
  if (query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />;
  }
  const items = query.data.pages.flatMap((page) => page.items ?? []);
  return items.length === 0 ? (
    <>{empty}</>
  ) : (
    <>
      {children(items)}
      {query.hasNextPage && <MoreButton loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />}
    </>
  );
}

/** Shows more of what stands above it. */
export function MoreButton({ loading = false, onMore }: { loading?: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.more}>
      <Button variant="subtle" size="xs" loading={loading} onClick={onMore}>
        {t('table.more')}
      </Button>
    </div>
  );
}
