import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, notification } from '../client';
import { wholeList } from '../pages';
import type { Recipient } from '../types';

const ALL = 200;

/** Members as the notification-service knows them, by id: with whether mail to them is stopped. */
export function useRecipients(enabled = true) {
  return useQuery({
    queryKey: ['recipients'],
    queryFn: async () => {
      const recipients = await wholeList<Recipient>((from) =>
        body(notification.GET('/api/v1/recipients', { params: { query: { limit: ALL, ...from } } })),
      );
      return new Map(recipients.map((recipient) => [recipient.memberId ?? '', recipient]));
    },
    enabled,
  });
}

export function useRecipient(memberId: string | undefined) {
  return useQuery({
    queryKey: ['recipients', memberId],
    queryFn: () =>
      body(notification.GET('/api/v1/recipients/{memberId}', { params: { path: { memberId: memberId ?? '' } } })),
    enabled: memberId !== undefined,
  });
}

/** Sends mail again to an address that refused it. */
export function useLiftSuppression() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) =>
      body(notification.DELETE('/api/v1/recipients/{memberId}/suppression', { params: { path: { memberId } } })),
    onSettled: () =>
      Promise.all([['recipients'], ['recipient']].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
