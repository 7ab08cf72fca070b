import { useEffect, useState } from 'react';

/** What a dialog came from; for the entry of a menu, which goes, the button of the menu, which stays. */
function originOf(element: Element | null): Element | null {
  const menu = element?.closest('[role=menu]');
  return (menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')) ?? element;
}

/**
 * Gives the focus back where a dialog came from once it is gone; to the content where that is gone too. For dialogs that
 * are mounted open: the library does it only for those that stay mounted.
 */
export function useReturnFocus(): void {
  const [origin] = useState(() => originOf(document.activeElement));
  useEffect(
    () => () => {
      // After the dialog has left the page, and only if nothing else has taken the focus.
      setTimeout(() => {
        const { activeElement, body } = document;
        if (activeElement === null || activeElement === body) {
          const goal = origin?.isConnected === true && origin !== body ? origin : document.getElementById('content');
          (goal as HTMLElement | null)?.focus({ preventScroll: true });
        }
      });
    },
    [origin],
  );
}
