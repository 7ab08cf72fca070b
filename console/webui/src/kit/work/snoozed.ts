import type { Alert } from '@/api/types';

/** Whether an alert is out of sight now. */
export function isSnoozed(alert: Alert): boolean {
  return alert.state === 'open' && alert.snoozedUntil != null && Date.parse(alert.snoozedUntil) > Date.now();
}
