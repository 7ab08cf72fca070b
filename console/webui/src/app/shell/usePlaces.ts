import { useRouter } from '@tanstack/react-router';
import { PLACES, type Place } from '../navigation';
import { useSession } from '../session';

/** The places this person can go to. */
export function usePlaces(): Place[] {
  const router = useRouter();
  const { roles } = useSession();
  return PLACES.filter(
    (place) =>
      place.path in router.routesByPath &&
      (place.roles === undefined || place.roles.some((role) => roles.includes(role))),
  );
}
