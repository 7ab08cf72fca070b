import { useMemo, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  all: () => void;
  clear: () => void;
}

/** Rows that are chosen for one action. What is no longer in the list is no longer chosen. */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => new Set(shown.filter((id) => chosen.has(id))), [shown, chosen]);
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) {
        next.add(id);
      }
      setChosen(next);
    },
    all: () => setChosen(new Set(shown)),
    clear: () => setChosen(new Set()),
  };
}
