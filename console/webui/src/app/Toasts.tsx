import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

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
        <Notifications position="bottom-right" limit={3} />
      </Suspense>
    )
  );
}
