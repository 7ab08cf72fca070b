import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isCovered, isTyping } from './keys';
import { overlays } from './overlays';
import { usePlaces } from './usePlaces';

const SEQUENCE_MILLIS = 1_200;

/** Ctrl/⌘K, ?, and g followed by a letter. */
export function useGlobalKeys(): void {
  const navigate = useNavigate();
  const places = usePlaces();
  useEffect(() => {
    let begun = 0;
    function onKey(event: KeyboardEvent): void {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        overlays.palette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event) || isCovered()) {
        return;
      }
      if (event.key === '?') {
        event.preventDefault();
        overlays.help();
      } else if (event.key === 'g') {
        begun = event.timeStamp;
      } else if (begun > 0 && event.timeStamp - begun < SEQUENCE_MILLIS) {
        const goal = places.find((place) => place.shortcut === event.key);
        begun = 0;
        if (goal !== undefined) {
          event.preventDefault();
          void navigate({ to: goal.path });
        }
      }
    }
    // Before the lists: the second letter of `g c` is not theirs.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [navigate, places]);
}
