import { Skeleton } from '@mantine/core';
import { flexRender, getCoreRowModel, useReactTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../states';
import { useRowKeys } from '../useRowKeys';
import type { Column, Sort } from './column';
import { ColumnMenu } from './ColumnMenu';
import { HeaderCell } from './HeaderCell';
import { useColumnChoice, type ColumnChoice } from './useColumnChoice';
import classes from './DataTable.module.css';

export type { Column, Sort } from './column';

interface Props<Row> {
  /** Under which the choice of columns is kept. */
  name: string;
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  pending: boolean;
  error: Error | null;
  onRetry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onOpen?: (row: Row) => void;
  onComplete?: (row: Row) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  empty: ReactNode;
  toolbar?: ReactNode;
  /** How many there are in all, where the server says so. */
  total?: string | undefined;
  /** What makes it another list, which is read from its top. */
  list?: string;
  /** Who decides on the columns, when a screen keeps them elsewhere too. */
  choice?: ColumnChoice;
}

const ROW = 40;
const SKELETONS = 14;
const AHEAD = 12;

/**
 * A list of any length: the server filters, sorts and pages; only the rows in sight are in the page. j, k, Enter and e work
 * as in every list.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { name, label, columns, rows, rowId, pending, error, onRetry, hasMore, loadingMore, onMore, empty } = props;
  const { t } = useTranslation();
  const own = useColumnChoice(
    name,
    columns.filter((column) => column.hidden === true).map((column) => column.id),
  );
  const choice = props.choice ?? own;
  const definitions = useMemo<ColumnDef<Row>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        cell: ({ row }) => column.cell(row.original),
        size: column.width,
        meta: column,
      })),
    [columns],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used; nothing is memoised wrongly
  const table = useReactTable({
    data: rows as Row[],
    columns: definitions,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    state: { columnVisibility: choice.visibility },
    manualSorting: true,
    manualPagination: true,
    manualFiltering: true,
  });
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
  });
  const [marked] = useRowKeys({
    count: rows.length,
    open: (at) => run(props.onOpen, rows[at]),
    complete: (at) => run(props.onComplete, rows[at]),
  });
  useEffect(() => {
    if (marked >= 0) {
      virtual.scrollToIndex(marked);
    }
  }, [marked, virtual]);
  const { list } = props;
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [list]);
  const inSight = virtual.getVirtualItems();
  const last = inSight[inSight.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && rows.length > 0 && last >= rows.length - AHEAD) {
      onMore();
    }
  }, [hasMore, loadingMore, last, rows.length, onMore]);

  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const models = table.getRowModel().rows;
  const before = inSight[0]?.start ?? 0;
  const after = Math.max(virtual.getTotalSize() - (inSight[inSight.length - 1]?.end ?? 0), 0);

  return (
    <div className={classes.frame}>
      <div className={classes.toolbar}>
        {props.toolbar}
        <span className={classes.tools}>
          <span className={classes.count} aria-live="polite">
            {!pending &&
              error === null &&
              (props.total ?? t(hasMore ? 'table.rows' : 'table.rowsAll', { count: rows.length }))}
          </span>
          <ColumnMenu columns={columns} choice={choice} />
        </span>
      </div>
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={label}>
        <table className={classes.table} aria-rowcount={hasMore ? -1 : rows.length + 1} aria-busy={pending}>
          <thead>
            <tr>
              {headers.map((header) => {
                const column = header.column.columnDef.meta as Column<Row>;
                return (
                  <HeaderCell
                    key={header.id}
                    column={column}
                    {...(props.sort === undefined ? {} : { sort: props.sort })}
                    {...(props.onSort === undefined ? {} : { onSort: props.onSort })}
                  />
                );
              })}
            </tr>
          </thead>
          <tbody>
            {pending &&
              Array.from({ length: SKELETONS }, (_, at) => (
                <tr key={at} style={{ height: ROW }}>
                  {headers.map((header, index) => (
                    <td key={header.id}>
                      <Skeleton height={10} width={`${40 + ((at * 13 + index * 29) % 45)}%`} radius="sm" />
                    </td>
                  ))}
                </tr>
              ))}
            {!pending && before > 0 && <tr style={{ height: before }} aria-hidden />}
            {!pending &&
              inSight.map(({ index }) => {
                const row = models[index];
                return row === undefined ? null : (
                  <tr
                    key={row.id}
                    aria-rowindex={index + 2}
                    className={classes.row}
                    data-marked={index === marked}
                    style={{ height: ROW }}
                    onClick={(event) => {
                      // Links and buttons in a cell do what they say.
                      if (!(event.target instanceof Element && event.target.closest('a,button,input') !== null)) {
                        run(props.onOpen, row.original);
                      }
                    }}
                  >
                    {row.getVisibleCells().map((cell) => (
                      <td key={cell.id} data-align={(cell.column.columnDef.meta as Column<Row>).align ?? 'start'}>
                        {flexRender(cell.column.columnDef.cell, cell.getContext())}
                      </td>
                    ))}
                  </tr>
                );
              })}
            {!pending && after > 0 && <tr style={{ height: after }} aria-hidden />}
          </tbody>
        </table>
        {!pending && error !== null && rows.length === 0 && <ErrorState error={error} onRetry={onRetry} />}
        {!pending && error === null && rows.length === 0 && empty}
        {loadingMore && (
          <p role="status" className={classes.more}>
            {t('table.loadingMore')}
          </p>
        )}
      </div>
    </div>
  );
}

function run<Row>(action: ((row: Row) => void) | undefined, row: Row | undefined): void {
  if (row !== undefined) {
    action?.(row);
  }
}
