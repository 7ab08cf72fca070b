import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, playbook } from '../client';

const PAGE = 50;

/** Stays that met an alert rule without opening an alert. */
export function useWouldHaveFired(key: string) {
  return useInfiniteQuery({
    queryKey: ['would-have-fired', key],
    queryFn: ({ pageParam }) =>
      body(
        playbook.GET('/api/v1/alert-rules/{key}/would-have-fired', {
          params: { path: { key }, query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

/** Opens the alert of one of them. */
export function useOpenAlert(key: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (membershipId: string) =>
      body(
        playbook.POST('/api/v1/alert-rules/{key}/would-have-fired/{membershipId}/open', {
          params: { path: { key, membershipId }, header: { 'Idempotency-Key': idempotencyKey() } },
        }),
      ),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['would-have-fired', key] });
      void cache.invalidateQueries({ queryKey: ['alerts'] });
    },
  });
}

/** Stays in a playbook's segment that started no run. */
export function useWouldHaveStarted(key: string) {
  return useInfiniteQuery({
    queryKey: ['would-have-started', key],
    queryFn: ({ pageParam }) =>
      body(
        playbook.GET('/api/v1/playbooks/{key}/would-have-started', {
          params: { path: { key }, query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

/** Starts the run of one of them. */
export function useStartRun(key: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (membershipId: string) =>
      body(
        playbook.POST('/api/v1/playbooks/{key}/would-have-started/{membershipId}/start', {
          params: { path: { key, membershipId }, header: { 'Idempotency-Key': idempotencyKey() } },
        }),
      ),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['would-have-started', key] });
      void cache.invalidateQueries({ queryKey: ['playbook-runs'] });
    },
  });
}
