import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, sync } from '../client';
import type { paths } from '../generated/sync';
import { FULL_PAGE, wholeList, type PageOf } from '../pages';
import type { Answer, ItemOf } from '../types';

export type OwnerLink = ItemOf<Answer<paths, '/api/v1/connections/{id}/owner-links'>>;

/** Who owns records in the source, and which member that is. */
export function useOwnerLinks(connectionId: string) {
  return useQuery({
    queryKey: ['connections', connectionId, 'owner-links'],
    queryFn: () =>
      wholeList(
        (from) =>
          body(
            sync.GET('/api/v1/connections/{id}/owner-links', {
              params: { path: { id: connectionId }, query: { limit: FULL_PAGE, ...from } },
            }),
          ) as Promise<PageOf<OwnerLink>>,
      ),
  });
}

/** Says by hand who an owner is; null for nobody. */
export function useLinkOwner(connectionId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ owner, memberId }: { owner: OwnerLink; memberId: string | null }) =>
      body(
        sync.PUT('/api/v1/connections/{id}/owner-links', {
          params: { path: { id: connectionId } },
          body: [{ owner: owner.ownerId ?? '', ...(memberId === null ? {} : { memberId }) }],
        }),
      ) as Promise<OwnerLink[]>,
    onSuccess: (linked) =>
      cache.setQueryData<OwnerLink[]>(['connections', connectionId, 'owner-links'], (known) =>
        known?.map((link) => linked.find((now) => now.ownerId === link.ownerId) ?? link),
      ),
  });
}
