import { useSyncExternalStore } from 'react';

/** `off` under the bare key keeps the tour away from everybody on this device, as tests want it. */
const KEY = 'minori.tour';

let step = -1;
const listeners = new Set<() => void>();

function show(next: number): void {
  step = next;
  listeners.forEach((listener) => listener());
}

/** The tour: where it stands, and whether a person has seen it on this device. */
export const tour = {
  start: () => show(0),
  to: show,
  /** From one step to another, unless the reader has left the tour or moved on meanwhile. */
  go: (from: number, next: number) => {
    const still = step === from;
    if (still) {
      show(next);
    }
    return still;
  },
  end: (personId: string) => {
    localStorage.setItem(`${KEY}.${personId}`, 'seen');
    show(-1);
  },
  isNew: (personId: string) =>
    localStorage.getItem(KEY) !== 'off' && localStorage.getItem(`${KEY}.${personId}`) === null,
};

/** The step shown, from 0; -1 for none. */
export function useTourStep(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
}
