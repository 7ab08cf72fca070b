import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, SkeletonRows } from '../states';
import type { Selection } from './useSelection';
import classes from './WorkList.module.css';

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** What a row's box is called. */
  nameOf: (row: Row) => string;
  /** Done, and about to leave the list. */
  isOver?: (row: Row) => boolean;
  render: (row: Row) => ReactNode;
  /** Counts above the rows. */
  summary: ReactNode;
  waiting: number;
  onShowWaiting: () => void;
  marked: number;
  onMark: (index: number) => void;
  openId: string | undefined;
  onOpen: (row: Row) => void;
  /** Absent where the person may change nothing. */
  selection: Selection | undefined;
  pending: boolean;
  error: Error | null;
  onRetry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onScrolled: (scrolled: boolean) => void;
  empty: ReactNode;
}

const ROW = 56;
const AHEAD = 10;
const SKELETONS = 10;

/** A queue that is worked from above: two lines a row, boxes to choose several, only the rows in sight in the page. */
export function WorkList<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const { rows, idOf, selection, marked, pending, error, hasMore, loadingMore, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used; nothing is memoised wrongly
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
    scrollPaddingEnd: 34,
  });
  useEffect(() => {
    if (marked >= 0) {
      virtual.scrollToIndex(marked);
    }
  }, [marked, virtual]);
  const inSight = virtual.getVirtualItems();
  const last = inSight[inSight.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && rows.length > 0 && last >= rows.length - AHEAD) {
      onMore();
    }
  }, [hasMore, loadingMore, last, rows.length, onMore]);
  const chosen = selection?.ids.size ?? 0;

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      role="region"
      aria-label={props.label}
      aria-busy={pending}
      onScroll={(event) => props.onScrolled(event.currentTarget.scrollTop > 0)}
    >
      <div className={classes.head}>
        {selection !== undefined && (
          <Checkbox
            size="xs"
            aria-label={t('inbox.chooseAll')}
            checked={chosen > 0 && chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            disabled={rows.length === 0}
            onChange={chosen === rows.length ? selection.clear : selection.all}
          />
        )}
        <span aria-live="polite">{props.summary}</span>
        {props.waiting > 0 && (
          <button type="button" className={classes.waiting} onClick={props.onShowWaiting}>
            {t('inbox.waiting', { count: props.waiting })}
          </button>
        )}
      </div>
      {pending && <SkeletonRows rows={SKELETONS} height={ROW} />}
      {!pending && rows.length > 0 && (
        <ul
          className={classes.list}
          style={{
            paddingTop: inSight[0]?.start ?? 0,
            paddingBottom: Math.max(virtual.getTotalSize() - (inSight[inSight.length - 1]?.end ?? 0), 0),
          }}
        >
          {inSight.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) {
              return null;
            }
            const id = idOf(row);
            return (
              <li
                key={id}
                className={classes.row}
                data-marked={index === marked}
                data-open={id === props.openId}
                data-over={props.isOver?.(row) === true}
                onClick={(event) => {
                  props.onMark(index);
                  // Links and buttons in a row do what they say.
                  if (!(event.target instanceof Element && event.target.closest('a,button,input,label') !== null)) {
                    props.onOpen(row);
                  }
                }}
              >
                {selection !== undefined && (
                  <Checkbox
                    size="xs"
                    aria-label={t('inbox.choose', { name: props.nameOf(row) })}
                    checked={selection.ids.has(id)}
                    onChange={() => selection.toggle(id)}
                  />
                )}
                {props.render(row)}
              </li>
            );
          })}
        </ul>
      )}
      {!pending && error !== null && rows.length === 0 && <ErrorState error={error} onRetry={props.onRetry} />}
      {!pending && error === null && rows.length === 0 && props.empty}
      {loadingMore && (
        <p role="status" className={classes.more}>
          {t('table.loadingMore')}
        </p>
      )}
    </div>
  );
}
