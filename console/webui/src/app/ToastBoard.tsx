import { Notifications } from '@mantine/notifications';

/** What shows the short messages. */
export default function ToastBoard() {
  return <Notifications position="bottom-right" limit={3} />;
}
