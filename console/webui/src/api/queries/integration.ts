import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, sync } from '../client';
import type { paths as SyncPaths } from '../generated/sync';
import { wholeList } from '../pages';
import type { Connection, Run, RunKind, RunState } from '../types';

const SECONDS = 1_000;
const PAGE = 50;
const ALL = 200;

type ConnectionRequest = NonNullable<
  SyncPaths['/api/v1/connections']['post']['requestBody']
>['content']['application/json'];

export function isOpen(run: Run | undefined): boolean {
  return run?.state === 'running' || run?.state === 'waiting';
}

export function useConnections(enabled = true) {
  return useQuery({
    queryKey: ['connections'],
    queryFn: () =>
      wholeList((from) => body(sync.GET('/api/v1/connections', { params: { query: { limit: ALL, ...from } } }))),
    enabled,
  });
}

export function useObjects(connectionId: string | undefined) {
  return useQuery({
    queryKey: ['connections', connectionId, 'objects'],
    queryFn: () => body(sync.GET('/api/v1/connections/{id}/objects', { params: { path: { id: connectionId ?? '' } } })),
    enabled: connectionId !== undefined,
    staleTime: 300 * SECONDS,
  });
}

/** The fields of an object as the source describes them. */
export function useSourceSchema(connectionId: string | undefined, name: string | undefined) {
  return useQuery({
    queryKey: ['connections', connectionId, 'objects', name],
    queryFn: () =>
      body(
        sync.GET('/api/v1/connections/{id}/objects/{name}', {
          params: { path: { id: connectionId ?? '', name: name ?? '' } },
        }),
      ),
    enabled: connectionId !== undefined && name !== undefined && name !== '',
    staleTime: 300 * SECONDS,
  });
}

interface ConnectionToSave {
  request: ConnectionRequest;
  known?: Connection;
  key: string;
  /** Whether somebody else's change in the meantime may be lost. */
  overwrite?: boolean;
}

/** Creates a connection, or changes one; secrets that are left out stay as they are. */
export function useSaveConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ request, known, key, overwrite = false }: ConnectionToSave) => {
      if (known === undefined) {
        return body(
          sync.POST('/api/v1/connections', { params: { header: { 'Idempotency-Key': key } }, body: request }),
        );
      }
      const path = { id: known.id ?? '' };
      const newest = overwrite ? await body(sync.GET('/api/v1/connections/{id}', { params: { path } })) : known;
      return body(
        sync.PUT('/api/v1/connections/{id}', {
          params: { path, header: { 'If-Match': ifMatch(newest.version ?? 0) } },
          body: request,
        }),
      );
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['connections'] }),
  });
}

/** Tries a connection; the answer tells what was found, whatever it was. */
export function useTestConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(sync.POST('/api/v1/connections/{id}/test', { params: { path: { id } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: ['connections'], exact: true }),
  });
}

export function useDeleteConnection() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (connection: Connection) => {
      await sync.DELETE('/api/v1/connections/{id}', {
        params: { path: { id: connection.id ?? '' }, header: { 'If-Match': ifMatch(connection.version ?? 0) } },
      });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['connections'] }),
  });
}

export interface RunFilter {
  mappingId?: string;
  state?: RunState;
  /** Only those that did something, or did not succeed. */
  withChanges?: boolean;
}

/** Runs, newest first; read again when the service tells of one. */
export function useRuns(filter: RunFilter, pageSize = PAGE, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['sync-runs', filter, pageSize],
    queryFn: ({ pageParam, signal }) =>
      body(
        sync.GET('/api/v1/sync-runs', {
          params: { query: { ...filter, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
    enabled,
  });
}

export function useRun(id: string | undefined) {
  return useQuery({
    queryKey: ['sync-run', id],
    queryFn: () => body(sync.GET('/api/v1/sync-runs/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

/** The newest run of each mapping, by mapping. */
export function useLatestRuns(mappingIds: readonly string[]): Map<string, Run | null> {
  return useQueries({
    queries: mappingIds.map((mappingId) => ({
      queryKey: ['sync-runs', 'latest', mappingId],
      queryFn: async () =>
        (await body(sync.GET('/api/v1/sync-runs', { params: { query: { mappingId, limit: 1 } } }))).items?.[0] ?? null,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }, at) => (data === undefined ? [] : [[mappingIds[at] ?? '', data] as const]))),
  });
}

export interface RunRequest {
  mappingId?: string;
  connectionId?: string;
  kind: RunKind;
  confirmRemovals?: boolean;
}

export function useRequestRun() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: RunRequest) =>
      body(
        sync.POST('/api/v1/sync-runs', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body: request,
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: ['sync-runs'] }),
  });
}

export interface QuarantineFilter {
  mappingId?: string;
  reason?: string;
}

/** Rows that did not become facts. */
export function useQuarantine(filter: QuarantineFilter) {
  return useInfiniteQuery({
    queryKey: ['quarantine', filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        sync.GET('/api/v1/quarantine', {
          params: { query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
  });
}

/** Tries one row again, or all that the filter names. */
export function useReplay() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (what: { id: string } | QuarantineFilter) =>
      'id' in what
        ? body(
            sync.POST('/api/v1/quarantine/{id}/replay', {
              params: { path: { id: what.id }, header: { 'Idempotency-Key': idempotencyKey() } },
            }),
          )
        : body(
            sync.POST('/api/v1/quarantine/replays', {
              params: { header: { 'Idempotency-Key': idempotencyKey() } },
              body: what,
            }),
          ),
    onSettled: () => cache.invalidateQueries({ queryKey: ['quarantine'] }),
  });
}
