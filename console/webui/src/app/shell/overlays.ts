import { useSyncExternalStore } from 'react';

type Overlay = 'none' | 'palette' | 'help';

let shown: Overlay = 'none';
const listeners = new Set<() => void>();

function show(next: Overlay): void {
  shown = next;
  listeners.forEach((listener) => listener());
}

/** What may lie over every screen; one at a time. */
export const overlays = {
  palette: () => show('palette'),
  help: () => show('help'),
  close: () => show('none'),
};

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
