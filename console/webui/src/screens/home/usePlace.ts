import type { Place } from '@/app/navigation';
import { usePlaces } from '@/app/shell/usePlaces';

/** A place of the menu, if this person can go there. */
export function usePlace(key: Place['key']): Place | undefined {
  return usePlaces().find((place) => place.key === key);
}
