import { useState } from 'react';

type Visibility = Record<string, boolean>;

function initial(hidden: readonly string[]): Visibility {
  return Object.fromEntries(hidden.map((id) => [id, false]));
}

export interface ColumnChoice {
  visibility: Visibility;
  toggle: (id: string) => void;
  /** Shows exactly these of the columns. */
  show: (shown: readonly string[], all: readonly string[]) => void;
  reset: () => void;
}

/** Which columns a person sees; kept on this device. */
export function useColumnChoice(name: string, hidden: readonly string[]): ColumnChoice {
  const key = `minori.columns.${name}`;
  const [visibility, setVisibility] = useState<Visibility>(() => {
    const kept = localStorage.getItem(key);
    if (kept === null) {
      return initial(hidden);
    }
    try {
      return { ...initial(hidden), ...(JSON.parse(kept) as Visibility) };
    } catch {
      return initial(hidden);
    }
  });
  return {
    visibility,
    toggle: (id: string) => {
      const next = { ...visibility, [id]: visibility[id] === false };
      localStorage.setItem(key, JSON.stringify(next));
      setVisibility(next);
    },
    show: (shown, all) => {
      const next = Object.fromEntries(all.map((id) => [id, shown.includes(id)]));
      localStorage.setItem(key, JSON.stringify(next));
      setVisibility(next);
    },
    reset: () => {
      localStorage.removeItem(key);
      setVisibility(initial(hidden));
    },
  };
}
