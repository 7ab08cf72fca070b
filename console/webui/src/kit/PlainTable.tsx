import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from './states';
import { useRowKeys } from './useRowKeys';
import classes from './PlainTable.module.css';

export interface PlainColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Pixels; columns without one share what is left. */
  width?: number;
  align?: 'start' | 'end';
  /** Breaks its text over lines. */
  wraps?: boolean;
}

interface Props<Row> {
  label: string;
  columns: PlainColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** What stands in a row in place of its cells; undefined in those that have cells. */
  whole?: (row: Row) => ReactNode;
  pending: boolean;
  error: Error | null;
  onRetry: () => void;
  empty: ReactNode;
  onOpen?: (row: Row) => void;
  hasMore?: boolean;
  loadingMore?: boolean;
  onMore?: () => void;
  /** Rows of the skeleton. */
  expected?: number;
}

/** A short list as a table: as high as its rows, more on request. j, k and Enter work as in every list. */
export function PlainTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowId, pending, error, onRetry, empty, onOpen, expected = 4 } = props;
  const { t } = useTranslation();
  const [marked] = useRowKeys({
    count: onOpen === undefined ? 0 : rows.length,
    active: onOpen !== undefined,
    open: (at) => {
      const row = rows[at];
      if (row !== undefined) {
        onOpen?.(row);
      }
    },
  });
  if (!pending && error !== null && rows.length === 0) {
    return (
      <div className={classes.frame}>
        <ErrorState error={error} onRetry={onRetry} />
      </div>
    );
  }
  if (!pending && rows.length === 0) {
    return <div className={classes.frame}>{empty}</div>;
  }
  return (
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table} aria-busy={pending}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align ?? 'start'}
                style={
                  column.width === undefined
                    ? undefined
                    : { width: column.width, ...(column.wraps === true ? { minWidth: column.width } : {}) }
                }
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pending &&
            Array.from({ length: expected }, (_, at) => (
              <tr key={at}>
                {columns.map((column, index) => (
                  <td key={column.id}>
                    <Skeleton height={10} width={`${40 + ((at * 13 + index * 29) % 45)}%`} radius="sm" />
                  </td>
                ))}
              </tr>
            ))}
          {!pending &&
            rows.map((row, at) => {
              const whole = props.whole?.(row);
              return (
                <tr
                  key={rowId(row)}
                  data-marked={at === marked}
                  data-opens={onOpen !== undefined}
                  onClick={(event) => {
                    // Links and buttons in a cell do what they say.
                    if (event.target instanceof Element && event.target.closest('a,button,input,label') === null) {
                      onOpen?.(row);
                    }
                  }}
                >
                  {whole === undefined ? (
                    columns.map((column) => (
                      <td key={column.id} data-align={column.align ?? 'start'} data-wraps={column.wraps === true}>
                        {column.cell(row)}
                      </td>
                    ))
                  ) : (
                    <td colSpan={columns.length}>{whole}</td>
                  )}
                </tr>
              );
            })}
        </tbody>
      </table>
      {props.hasMore === true && (
        <div className={classes.more}>
          <Button variant="subtle" color="gray" size="xs" loading={props.loadingMore === true} onClick={props.onMore}>
            {t('table.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
