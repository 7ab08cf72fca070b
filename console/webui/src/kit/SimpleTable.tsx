import type { ReactNode } from 'react';
import classes from './SimpleTable.module.css';

export interface SimpleColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'end';
  /** The cell names the row. */
  names?: boolean;
  /** Long text may break here; other columns keep one line. */
  breaks?: boolean;
}

/** A table of what fits on a page; long lists take DataTable. */
export function SimpleTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  label: string;
  columns: readonly SimpleColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, at: number) => string;
}) {
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" data-align={column.align}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(row, at)}>
              {columns.map((column) =>
                column.names === true ? (
                  <th key={column.header} scope="row" data-breaks={column.breaks}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.header} data-align={column.align} data-breaks={column.breaks}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
