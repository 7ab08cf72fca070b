import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, scoring } from '../client';

const SHOWN = 8;
/** As many as the service tells at once. */
const MOST = 50;

/** Whom to call today: a CSM's own customers, everybody's for others. */
export const followUps = followUpsOf({}, false);

/** @param all more than those that are shown first */
export function useFollowUps(all: boolean) {
  return useQuery({ ...followUpsOf({}, all), placeholderData: keepPreviousData });
}

/** Whom to call today among everybody's customers. */
export function useAllFollowUps(all: boolean) {
  return useQuery({ ...followUpsOf({ owner: 'all' }, all), placeholderData: keepPreviousData });
}

function followUpsOf(whose: { owner?: string }, all: boolean) {
  const query = { ...whose, limit: all ? MOST : SHOWN };
  return queryOptions({
    queryKey: ['follow-ups', query],
    queryFn: () => body(scoring.GET('/api/v1/follow-ups', { params: { query } })),
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
