import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

// A file of its own: what others use of the same library is there from the beginning, and would take all of it along.
const ToastBoard = lazy(() => import('./ToastBoard'));

/** Short messages about what was done; what shows them comes with the first one. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [wanted, setWanted] = useState(false);
  if (!wanted && notifications.length > 0) {
    setWanted(true);
  }
  return (
    wanted && (
      <Suspense fallback={null}>
        <ToastBoard />
      </Suspense>
    )
  );
}
