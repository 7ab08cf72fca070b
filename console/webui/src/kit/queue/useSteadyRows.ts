import { useState } from 'react';

interface Steady<Row> {
  rows: Row[];
  /** How many came in the meantime and wait. */
  waiting: number;
  show: () => void;
}

/**
 * A list that others add to while somebody works in it: what comes new waits until it is asked for, so that no row moves
 * under the reader's hand. What is shown is renewed in place.
 *
 * @param list what makes it another list
 * @param busy whether somebody works in it
 */
export function useSteadyRows<Row>(
  all: readonly Row[],
  idOf: (row: Row) => string,
  list: string,
  busy: boolean,
): Steady<Row> {
  const [seen, setSeen] = useState<{ list: string; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  const holds = busy && seen.list === list && seen.ids.size > 0;
  const last = all.findLastIndex((row) => seen.ids.has(idOf(row)));
  // What stands behind the last known row was not inserted but read on.
  const rows = holds ? all.filter((row, at) => at > last || seen.ids.has(idOf(row))) : [...all];
  if (seen.list !== list || rows.length !== seen.ids.size || rows.some((row) => !seen.ids.has(idOf(row)))) {
    setSeen({ list, ids: new Set(rows.map(idOf)) });
  }
  return {
    rows,
    waiting: all.length - rows.length,
    show: () => setSeen({ list, ids: new Set(all.map(idOf)) }),
  };
}
