import { useState } from 'react';

type Visibility = Record<string, boolean>;

function initial(hidden: readonly string[]): Visibility {
  return Object.fromEntries(hidden.map((id) => [id, false]));
}

/** Which columns a person sees; kept on this device. */
export function useColumnChoice(name: string, hidden: readonly string[]) {
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
    reset: () => {
      localStorage.removeItem(key);
      setVisibility(initial(hidden));
    },
  };
}
