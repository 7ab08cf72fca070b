import { useConnections, useRuns } from '@/api/queries/integration';
import { useMappings } from '@/api/queries/mappings';
import type { Connection, Mapping, Run } from '@/api/types';

export type Stage = 'connect' | 'choose' | 'load' | 'done';

export interface FirstRun {
  /** Null while it is not known. */
  stage: Stage | null;
  connections: readonly Connection[];
  published: readonly Mapping[];
  /** The first load of each mapping. */
  loads: readonly Run[];
  error: Error | null;
  retry: () => void;
}

const MANY = 200;

/** Where a workspace stands on its way to its first data; all of it is read from the server, so that it can be left and taken up. */
export function useFirstRun(enabled = true): FirstRun {
  const connections = useConnections(enabled);
  const mappings = useMappings(enabled);
  const published = mappings.data?.filter((mapping) => mapping.publishedVersion != null) ?? [];
  const runs = useRuns({}, MANY, enabled && published.length > 0);
  const seen = runs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const loads = published.flatMap((mapping) => {
    const first = seen.filter((run) => run.mappingId === mapping.id && run.firstLoad === true);
    const newest = first[0];
    return newest === undefined ? [] : [newest];
  });
  const known = connections.data !== undefined && mappings.data !== undefined;
  return {
    stage: known ? stageOf(connections.data, published, runs.data === undefined ? null : seen, loads) : null,
    connections: connections.data ?? [],
    published,
    loads,
    error: connections.error ?? mappings.error,
    retry: () => {
      void connections.refetch();
      void mappings.refetch();
    },
  };
}

/** @param seen the newest runs; null while they are not known */
export function stageOf(
  connections: readonly Connection[],
  published: readonly Mapping[],
  seen: readonly Run[] | null,
  loads: readonly Run[],
): Stage | null {
  if (connections.length === 0) {
    return 'connect';
  }
  if (published.length === 0) {
    return 'choose';
  }
  if (seen === null) {
    return null;
  }
  // A mapping whose newest runs are no first load has had it; one without any run is about to.
  const loading = published.some((mapping) => {
    const own = seen.filter((run) => run.mappingId === mapping.id);
    return own.length === 0
      ? seen.length === 0
      : own.every((run) => run.firstLoad === true && run.state !== 'succeeded');
  });
  return loading || loads.some((run) => run.state !== 'succeeded' && run.state !== 'failed') ? 'load' : 'done';
}
