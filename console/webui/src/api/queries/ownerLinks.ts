import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, sync } from '../client';
import type { paths } from '../generated/sync';
import type { Answer, Loose } from '../types';

export type OwnerLink = Loose<Answer<paths, '/api/v1/connections/{id}/owner-links'>>[number];

/** Who owns records in the source, and which member that is. */
export function useOwnerLinks(connectionId: string) {
  return useQuery({
    queryKey: ['connections', connectionId, 'owner-links'],
    queryFn: () =>
      body(sync.GET('/api/v1/connections/{id}/owner-links', { params: { path: { id: connectionId } } })) as Promise<
        OwnerLink[]
      >,
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
    onSuccess: (links) => cache.setQueryData(['connections', connectionId, 'owner-links'], links),
  });
}
