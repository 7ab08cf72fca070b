import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from './column';
import classes from './DataTable.module.css';

/** The head of a column; a press sorts by it where the server can. */
export function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}) {
  const { t } = useTranslation();
  const sorted = sort !== undefined && sort.by === column.sort ? sort : undefined;
  const by = column.sort;
  return (
    <th
      scope="col"
      data-align={column.align ?? 'start'}
      style={{ width: column.width, minWidth: column.width }}
      {...(sorted === undefined ? {} : { 'aria-sort': sorted.descending ? 'descending' : 'ascending' })}
    >
      {by === undefined || onSort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={classes.sorter}
          title={t(sorted?.descending === false ? 'table.sortDescending' : 'table.sortAscending', {
            column: column.header,
          })}
          onClick={() => onSort({ by, descending: sorted?.descending === false })}
        >
          {column.header}
          {sorted !== undefined && (sorted.descending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
        </button>
      )}
    </th>
  );
}
