import { useMutation, useQueryClient } from '@tanstack/react-query';
import { body, ifMatch, playbook } from '../client';
import type { Alert } from '../types';
import type { BulkAnswer } from './taskActions';

export interface AlertClosing {
  alert: Alert;
  reason: string;
  /** Whether it holds also over what somebody else changed in the meantime. */
  overwrite?: boolean;
}

async function newestOf(alert: Alert): Promise<number> {
  const detail = await body(playbook.GET('/api/v1/alerts/{id}', { params: { path: { id: alert.id ?? '' } } }));
  return detail.alert?.version ?? 0;
}

export function useCloseAlert() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ alert, reason, overwrite = false }: AlertClosing) => {
      const version = overwrite ? await newestOf(alert) : (alert.version ?? 0);
      return body(
        playbook.POST('/api/v1/alerts/{id}/close', {
          params: { path: { id: alert.id ?? '' }, header: { 'If-Match': ifMatch(version) } },
          body: { reason },
        }),
      );
    },
    onSettled: (_, __, { alert }) =>
      Promise.all(
        [['alerts'], ['alert', alert.id], ['alert-figures']].map((queryKey) => cache.invalidateQueries({ queryKey })),
      ),
  });
}

export function useBulkAlerts() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, reason, key }: { ids: string[]; reason: string; key: string }): Promise<BulkAnswer> =>
      body(
        playbook.POST('/api/v1/alerts/bulk', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ids, action: 'close', reason },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('alert') }),
  });
}
