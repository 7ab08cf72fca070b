import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

const KEY = 'minori.theme';

/** Keeps the choice where `first.js`, which runs before the first paint, looks for it. */
export function colorSchemeManager(): MantineColorSchemeManager {
  let onStorage: ((event: StorageEvent) => void) | undefined;
  return {
    get: (fallback) => {
      const kept = localStorage.getItem(KEY);
      return kept === 'light' || kept === 'dark' || kept === 'auto' ? kept : fallback;
    },
    set: (scheme) => localStorage.setItem(KEY, scheme),
    subscribe: (update) => {
      onStorage = (event) => {
        if (event.key === KEY && event.newValue !== null) {
          update(event.newValue as MantineColorScheme);
        }
      };
      window.addEventListener('storage', onStorage);
    },
    unsubscribe: () => {
      if (onStorage !== undefined) {
        window.removeEventListener('storage', onStorage);
      }
    },
    clear: () => localStorage.removeItem(KEY),
  };
}
