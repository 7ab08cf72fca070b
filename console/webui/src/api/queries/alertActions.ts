import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { body, ifMatch, playbook } from '../client';
import type { Alert } from '../types';
import type { BulkAnswer } from './taskActions';

export interface AlertClosing {
  alert: Alert;
  reason: string;
  /** Whether it holds also over what somebody else changed in the meantime. */
  overwrite?: boolean;
}

function readAgain(cache: QueryClient, alert: Alert) {
  return Promise.all(
    [['alerts'], ['alert', alert.id], ['alert-figures']].map((queryKey) => cache.invalidateQueries({ queryKey })),
  );
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
    onSettled: (_, __, { alert }) => readAgain(cache, alert),
  });
}

/** Puts an alert out of sight until an instant, or brings it back. */
export function useSnoozeAlert() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ alert, until, overwrite = false }: { alert: Alert; until?: string; overwrite?: boolean }) => {
      const version = overwrite ? await newestOf(alert) : (alert.version ?? 0);
      const params = { path: { id: alert.id ?? '' }, header: { 'If-Match': ifMatch(version) } };
      return until === undefined
        ? body(playbook.POST('/api/v1/alerts/{id}/wake', { params }))
        : body(playbook.POST('/api/v1/alerts/{id}/snooze', { params, body: { until } }));
    },
    onSettled: (_, __, { alert }) => readAgain(cache, alert),
  });
}

/** `key` is one for each text somebody wrote: sent twice, it is kept once. */
export function useCommentAlert(alertId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      body(
        playbook.POST('/api/v1/alerts/{id}/comments', {
          params: { path: { id: alertId }, header: { 'Idempotency-Key': key } },
          body: { body: text },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['alert', alertId, 'comments'] }),
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
