import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, scoring } from '../client';
import { FULL_PAGE, wholeList } from '../pages';
import type { SavedView } from '../types';

export interface ViewContent {
  screen: string;
  name: string;
  sharedWith: 'NOBODY' | 'TEAM' | 'WORKSPACE';
  teamId?: string;
  filters: Record<string, string[]>;
  sort?: string;
  columns: string[];
}

/** The person's views of a screen and those shared with the person. */
export function useSavedViews(screen: string, enabled = true) {
  return useQuery({
    queryKey: ['saved-views', screen],
    queryFn: () =>
      wholeList((from) =>
        body(scoring.GET('/api/v1/saved-views', { params: { query: { screen, limit: FULL_PAGE, ...from } } })),
      ),
    staleTime: 60_000,
    enabled,
  });
}

/** Saves a view under a new name, overwrites one's own, and removes one. */
export function useViewChanges() {
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: ['saved-views'] });
  const create = useMutation({
    mutationFn: (content: ViewContent) =>
      body(
        scoring.POST('/api/v1/saved-views', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: content,
        }),
      ),
    onSettled,
  });
  const update = useMutation({
    mutationFn: ({ view, content }: { view: SavedView; content: ViewContent }) =>
      body(
        scoring.PUT('/api/v1/saved-views/{id}', {
          params: { path: { id: view.id ?? '' }, header: { 'If-Match': ifMatch(view.version ?? 0) } },
          body: content,
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) =>
      scoring.DELETE('/api/v1/saved-views/{id}', {
        params: { path: { id: view.id ?? '' }, header: { 'If-Match': ifMatch(view.version ?? 0) } },
      }),
    onSettled,
  });
  return { create, update, remove };
}
