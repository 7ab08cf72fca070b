import { useQuery } from '@tanstack/react-query';
import { body, notification, sync } from '../client';
import { FULL_PAGE, wholeList } from '../pages';
import type { Member } from '../types';

const RARELY = 5 * 60_000;

/** The workspace of the session. */
export function useWorkspace(id: string | null) {
  return useQuery({
    queryKey: ['workspace', id],
    queryFn: () => body(sync.GET('/api/v1/workspaces/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    staleTime: RARELY,
  });
}

/** The signed-in person as a member of the workspace. */
export function useMember() {
  return useQuery({
    queryKey: ['recipient', 'me'],
    queryFn: () => body(notification.GET('/api/v1/recipients/me')),
    staleTime: RARELY,
  });
}

/** All members by id: few enough to hold, needed by every list that shows an owner. */
export function useMembers(enabled = true) {
  return useQuery({
    queryKey: ['members'],
    queryFn: async () => {
      const members = await wholeList<Member>((from) =>
        body(sync.GET('/api/v1/members', { params: { query: { limit: FULL_PAGE, ...from } } })),
      );
      return new Map(members.map((member) => [member.id ?? '', member]));
    },
    staleTime: RARELY,
    enabled,
  });
}

/** All teams. */
export function useTeams() {
  return useQuery({
    queryKey: ['teams'],
    queryFn: () =>
      wholeList((from) => body(sync.GET('/api/v1/teams', { params: { query: { limit: FULL_PAGE, ...from } } }))),
    staleTime: RARELY,
  });
}
