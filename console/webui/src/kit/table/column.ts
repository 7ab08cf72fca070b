import type { ReactNode } from 'react';

/** A column: what it is called, what it shows, how wide it is. */
export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Pixels. */
  width: number;
  align?: 'start' | 'end';
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
  /** Always shown. */
  fixed?: boolean;
  /** What the server calls it in `sort`; absent where the server cannot sort by it. */
  sort?: string;
}

export interface Sort {
  by: string;
  descending: boolean;
}
