import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, ifMatch, notification } from '../client';
import type { paths } from '../generated/notification';
import { wholeList } from '../pages';
import type { Answer, ItemOf, Loose } from '../types';

export type Delivery = ItemOf<Answer<paths, '/api/v1/deliveries'>>;
export type DeliveryDetail = Loose<Answer<paths, '/api/v1/deliveries/{id}'>>;
export type InAppNotice = ItemOf<Answer<paths, '/api/v1/in-app-notifications'>>;
export type Preference = Loose<Answer<paths, '/api/v1/preferences/{memberId}'>>;
export type PreferenceRequest = NonNullable<
  paths['/api/v1/preferences/{memberId}']['put']['requestBody']
>['content']['application/json'];
export type DeliveryQuery = NonNullable<paths['/api/v1/deliveries']['get']['parameters']['query']>;

const PAGE = 50;
const BELL = 20;
const ALL = 200;
const RARELY = 5 * 60_000;

/** Deliveries page by page, the newest first. */
export function useDeliveryPages(query: DeliveryQuery) {
  return useInfiniteQuery({
    queryKey: ['deliveries', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        notification.GET('/api/v1/deliveries', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
  });
}

export function useDelivery(id: string) {
  return useQuery({
    queryKey: ['delivery', id],
    queryFn: () => body(notification.GET('/api/v1/deliveries/{id}', { params: { path: { id } } })),
  });
}

/** Sends again what may not have arrived. */
export function useResend() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      body(
        notification.POST('/api/v1/deliveries/{id}/resend', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSettled: (_, __, { id }) =>
      Promise.all([['deliveries'], ['delivery', id]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: () =>
      wholeList((from) => body(notification.GET('/api/v1/templates', { params: { query: { limit: ALL, ...from } } }))),
    staleTime: RARELY,
  });
}

/** How many the signed-in person has not read. */
export function useUnreadCount() {
  return useQuery({
    queryKey: ['in-app', 'count'],
    queryFn: async () => (await body(notification.GET('/api/v1/in-app-notifications/unread-count'))).count ?? 0,
  });
}

/** The newest in-app notifications of the signed-in person. */
export function useInAppNotices() {
  return useInfiniteQuery({
    queryKey: ['in-app', 'list'],
    queryFn: ({ pageParam }) =>
      body(
        notification.GET('/api/v1/in-app-notifications', {
          params: { query: { limit: BELL, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}

export function useReadNotice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(notification.POST('/api/v1/in-app-notifications/{id}/read', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['in-app'] }),
  });
}

/** Marks as read what was seen; what came since stays unread. */
export function useReadAllNotices() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => body(notification.POST('/api/v1/in-app-notifications/read', { body: { upTo } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['in-app'] }),
  });
}

export function usePreference(memberId: string | undefined) {
  return useQuery({
    queryKey: ['preference', memberId],
    queryFn: () =>
      body(
        notification.GET('/api/v1/preferences/{memberId}', { params: { path: { memberId: memberId ?? '' } } }),
      ) as Promise<Preference>,
    enabled: memberId !== undefined,
  });
}

interface PreferenceChange {
  version: number;
  wanted: PreferenceRequest;
  /** Whether somebody else's change in the meantime may be lost. */
  overwrite?: boolean;
}

export function useChangePreference(memberId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ version, wanted, overwrite = false }: PreferenceChange) => {
      const path = { memberId };
      const newest = overwrite
        ? await body(notification.GET('/api/v1/preferences/{memberId}', { params: { path } }))
        : { version };
      return body(
        notification.PUT('/api/v1/preferences/{memberId}', {
          params: { path, header: { 'If-Match': ifMatch(newest.version ?? 0) } },
          body: wanted,
        }),
      );
    },
    onSuccess: (saved) => cache.setQueryData(['preference', memberId], saved),
  });
}

/** Rooms that notifications can be posted to. */
export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: () =>
      wholeList((from) => body(notification.GET('/api/v1/channels', { params: { query: { limit: ALL, ...from } } }))),
    staleTime: RARELY,
  });
}
