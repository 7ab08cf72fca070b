import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, scoring } from '../client';

const SHOWN = 8;

/** Whom to call today: a CSM's own customers, everybody's for others. */
export function useFollowUps(enabled = true) {
  return useQuery({
    queryKey: ['follow-ups'],
    queryFn: () => body(scoring.GET('/api/v1/follow-ups', { params: { query: { limit: SHOWN } } })),
    enabled,
  });
}

/** Whom to call today among everybody's customers. */
export function useAllFollowUps() {
  return useQuery({
    queryKey: ['follow-ups', 'all'],
    queryFn: () => body(scoring.GET('/api/v1/follow-ups', { params: { query: { owner: 'all', limit: SHOWN } } })),
  });
}

/** Takes a customer off the list until the next day or until something new happens; and puts it back. */
export function useFollowUpDismissal() {
  const cache = useQueryClient();
  const again = () => cache.invalidateQueries({ queryKey: ['follow-ups'] });
  const dismiss = useMutation({
    mutationFn: ({ customerId, until }: { customerId: string; until: string }) =>
      scoring.POST('/api/v1/follow-ups/{customerId}/dismissals', {
        params: { path: { customerId }, header: { 'Idempotency-Key': idempotencyKey() } },
        body: { until, untilNews: true },
      }),
    onSettled: again,
  });
  const restore = useMutation({
    mutationFn: (customerId: string) =>
      scoring.DELETE('/api/v1/follow-ups/{customerId}/dismissals', { params: { path: { customerId } } }),
    onSettled: again,
  });
  return { dismiss, restore };
}
