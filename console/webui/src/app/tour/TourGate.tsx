import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useHasRole, useSession } from '@/app/session';
import { withWords } from '@/i18n';
import { tour, useTourStep } from './tourState';

const Tour = lazy(() => withWords(import('./Tour'), 'customer', 'home', 'tour'));

/** Offers the tour once to a CSM who comes home for the first time on this device; loads it only then. */
export function TourGate() {
  const { person } = useSession();
  const csm = useHasRole('csm');
  const { pathname } = useLocation();
  const step = useTourStep();
  useEffect(() => {
    if (csm && pathname === '/' && tour.isNew(person.id)) {
      tour.start();
    }
  }, [csm, pathname, person.id]);
  return step < 0 ? null : (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  );
}
