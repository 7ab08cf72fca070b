import { useEffect, useRef, useState } from 'react';
import { isCovered, isTyping } from '@/app/shell/keys';

interface Actions {
  /** How many rows there are. */
  count: number;
  open?: (index: number) => void;
  complete?: (index: number) => void;
  /** What other letters do with the marked row. */
  others?: Record<string, (index: number) => void>;
  /** Told when a key moves the mark. */
  moved?: (index: number) => void;
  /** Whether this list listens now; one list of a screen does. */
  active?: boolean;
}

/** j and k move through a list, Enter opens, e completes. Returns the marked row, -1 for none. */
export function useRowKeys({
  count,
  open,
  complete,
  others,
  moved,
  active = true,
}: Actions): [number, (index: number) => void] {
  const [marked, setMarked] = useState(-1);
  const row = Math.min(marked, count - 1);
  const latest = useRef({ row, count, open, complete, others, moved });
  useEffect(() => {
    latest.current = { row, count, open, complete, others, moved };
  });
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event) || isCovered()) {
        return;
      }
      const now = latest.current;
      function move(to: number): void {
        setMarked(to);
        if (to >= 0) {
          now.moved?.(to);
        }
      }
      switch (event.key) {
        case 'j':
          move(Math.min(now.row + 1, now.count - 1));
          break;
        case 'k':
          move(Math.min(Math.max(now.row - 1, 0), now.count - 1));
          break;
        case 'Enter':
          // A focused link or button keeps its own Enter.
          if (now.row >= 0 && !hasOwnEnter(event.target)) {
            now.open?.(now.row);
          }
          break;
        case 'e':
          if (now.row >= 0) {
            event.preventDefault();
            now.complete?.(now.row);
          }
          break;
        default: {
          const other = now.others?.[event.key];
          if (now.row >= 0 && other !== undefined) {
            // The letter must not end up in the field that opens.
            event.preventDefault();
            other(now.row);
          }
        }
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
  return [row, setMarked];
}

/** Whether Enter means something else to what has the focus. */
function hasOwnEnter(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('a,button,input,select,summary,[role=tab],[role=menu],[role=listbox],[role=dialog]') !== null
  );
}
