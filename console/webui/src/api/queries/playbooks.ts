import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, ifMatch, playbook } from '../client';
import type { paths } from '../generated/playbook';
import { FULL_PAGE, wholeList } from '../pages';
import type { Answer, ItemOf, Loose } from '../types';

export type Definition = ItemOf<Answer<paths, '/api/v1/playbooks'>>;
export type Version = ItemOf<Answer<paths, '/api/v1/playbooks/{key}/versions'>>;
export type Graph = Loose<Answer<paths, '/api/v1/playbooks/{key}/graph'>>;
export type GraphNode = NonNullable<Graph['nodes']>[number];
export type GraphEdge = NonNullable<Graph['edges']>[number];
export type Run = ItemOf<Answer<paths, '/api/v1/playbook-runs'>>;
export type RunDetail = Loose<Answer<paths, '/api/v1/playbook-runs/{id}'>>;
export type RunStep = NonNullable<RunDetail['steps']>[number];
export type RunQuery = NonNullable<paths['/api/v1/playbook-runs']['get']['parameters']['query']>;

const PAGE = 50;

export function usePlaybooks() {
  return useQuery({
    queryKey: ['playbooks'],
    queryFn: () =>
      wholeList((from) =>
        body(playbook.GET('/api/v1/playbooks', { params: { query: { limit: FULL_PAGE, ...from } } })),
      ),
  });
}

/** By its key or its id. */
export function usePlaybook(key: string) {
  return useQuery({
    queryKey: ['playbooks', key],
    queryFn: () => body(playbook.GET('/api/v1/playbooks/{key}', { params: { path: { key } } })),
  });
}

export function usePlaybookVersions(key: string) {
  return useQuery({
    queryKey: ['playbooks', key, 'versions'],
    queryFn: () =>
      wholeList((from) =>
        body(
          playbook.GET('/api/v1/playbooks/{key}/versions', {
            params: { path: { key }, query: { limit: FULL_PAGE, ...from } },
          }),
        ),
      ),
  });
}

/** What a version looks like; the one in force if none is named. */
export function useGraph(key: string | undefined, version?: number) {
  return useQuery({
    queryKey: ['playbooks', key, 'graph', version ?? 'published'],
    queryFn: () =>
      body(
        playbook.GET('/api/v1/playbooks/{key}/graph', {
          params: { path: { key: key ?? '' }, query: version === undefined ? {} : { version } },
        }),
      ) as Promise<Graph>,
    enabled: key !== undefined,
    staleTime: 60_000,
  });
}

export function useRunPages(query: RunQuery, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['playbook-runs', 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        playbook.GET('/api/v1/playbook-runs', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
    enabled,
  });
}

/** How many customers stand at each step now. */
export function useStanding(playbookId: string | undefined) {
  return useQuery({
    queryKey: ['playbook-runs', 'standing', playbookId],
    queryFn: async () => {
      const steps = await body(
        playbook.GET('/api/v1/playbook-runs/standing', { params: { query: { playbookId: playbookId ?? '' } } }),
      );
      return new Map(steps.map(({ stepId, runs }) => [stepId ?? '', runs ?? 0]));
    },
    enabled: playbookId !== undefined,
  });
}

/** How many runs stand where. */
export function useRunTotals(query: { playbookId: string; customerId?: string }) {
  return useQuery({
    queryKey: ['playbook-runs', 'totals', query],
    queryFn: () => body(playbook.GET('/api/v1/playbook-runs/totals', { params: { query } })),
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ['playbook-run', id],
    queryFn: () => body(playbook.GET('/api/v1/playbook-runs/{id}', { params: { path: { id } } })) as Promise<RunDetail>,
  });
}

export function useCancelRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ run, reason }: { run: Run; reason: string }) =>
      body(
        playbook.POST('/api/v1/playbook-runs/{id}/cancel', {
          params: { path: { id: run.id ?? '' }, header: { 'If-Match': ifMatch(run.version ?? 0) } },
          body: { reason },
        }),
      ),
    onSettled: (_, __, { run }) =>
      Promise.all(
        [['playbook-runs'], ['playbook-run', run.id]].map((queryKey) => cache.invalidateQueries({ queryKey })),
      ),
  });
}

/** Holds a playbook, or lets it go on: nobody in it is lost. */
export function usePausePlaybook() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ definition, pause }: { definition: Definition; pause: boolean }) => {
      const options = {
        params: { path: { key: definition.key ?? '' }, header: { 'If-Match': ifMatch(definition.version ?? 0) } },
      };
      return body(
        pause
          ? playbook.POST('/api/v1/playbooks/{key}/pause', options)
          : playbook.POST('/api/v1/playbooks/{key}/resume', options),
      );
    },
    onSettled: () =>
      Promise.all([['playbooks'], ['playbook-runs']].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
