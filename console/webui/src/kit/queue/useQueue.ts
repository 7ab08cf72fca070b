import { useEffect, useRef, useState } from 'react';
import { isCovered, isTyping } from '@/app/shell/keys';
import { useRowKeys } from '../useRowKeys';
import { useSelection, type Selection } from './useSelection';
import { useSteadyRows } from './useSteadyRows';

interface Given<Row> {
  all: readonly Row[];
  idOf: (row: Row) => string;
  /** What makes it another list. */
  list: string;
  openId: string | undefined;
  /** Shows a row beside the list; undefined for none. */
  onOpen: (id: string | undefined) => void;
  onComplete: ((row: Row) => void) | undefined;
  /** More keys for one row. */
  keys: Readonly<Record<string, (row: Row) => void>>;
  active: boolean;
}

export interface Queue<Row> {
  rows: Row[];
  waiting: number;
  showWaiting: () => void;
  marked: number;
  mark: (index: number) => void;
  selection: Selection;
  setScrolled: (scrolled: boolean) => void;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

/** The keys of a queue, what is chosen in it, and what waits outside: the part that tasks and alerts share. */
export function useQueue<Row>({ all, idOf, list, openId, onOpen, onComplete, keys, active }: Given<Row>): Queue<Row> {
  const [scrolled, setScrolled] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [worked, setWorked] = useState(false);
  const steady = useSteadyRows(all, idOf, list, scrolled || worked || chosen > 0 || openId !== undefined);
  const { rows } = steady;
  const selection = useSelection(rows.map(idOf));
  if (selection.ids.size !== chosen) {
    setChosen(selection.ids.size);
  }
  const openAt = openId === undefined ? -1 : rows.findIndex((row) => idOf(row) === openId);
  function openRow(at: number): void {
    const row = rows[at];
    if (row !== undefined) {
      onOpen(idOf(row));
    }
  }
  const others = {
    x: (at: number) => {
      const row = rows[at];
      if (row !== undefined) {
        selection.toggle(idOf(row));
      }
    },
    ...Object.fromEntries(
      Object.entries(keys).map(([key, act]) => [
        key,
        (at: number) => {
          const row = rows[at];
          if (row !== undefined) {
            act(row);
          }
        },
      ]),
    ),
  };
  const [marked, mark] = useRowKeys({
    count: rows.length,
    active,
    open: openRow,
    ...(onComplete === undefined
      ? {}
      : {
          complete: (at: number) => {
            const row = rows[at];
            if (row !== undefined) {
              onComplete(row);
            }
          },
        }),
    others,
    // With a row open beside the list, the keys leaf through them.
    moved: (at) => {
      setWorked(true);
      if (openId !== undefined) {
        openRow(at);
      }
    },
  });
  // A row that was opened by its address is where the keys begin.
  if (marked < 0 && openAt >= 0) {
    mark(openAt);
  }
  useEscape(() => (openId === undefined ? selection.clear() : onOpen(undefined)));
  function step(to: number): (() => void) | undefined {
    return openAt < 0 || rows[to] === undefined
      ? undefined
      : () => {
          mark(to);
          openRow(to);
        };
  }
  return {
    rows,
    waiting: steady.waiting,
    showWaiting: () => {
      steady.show();
      setWorked(false);
    },
    marked,
    mark,
    selection,
    setScrolled,
    previous: step(openAt - 1),
    next: step(openAt + 1),
  };
}

function useEscape(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTyping(event) && !isCovered()) {
        latest.current();
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
