import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followChanges, type News } from '@/api/live';
import { useHasRole } from './session';

/** Changes that come together are read together. */
const GATHER_MILLIS = 250;
/** However much happens, a list is not read more often. */
const REST_MILLIS = 1_500;
/** Until then changes are followed, however busy the page is. */
const AT_LEAST_MILLIS = 2_000;

/** What is no longer true once something of a kind has changed. */
const STALE: Record<string, (id: string) => QueryKey[]> = {
  task: (id) => [['tasks'], ['task', id], ['task-figures']],
  alert: (id) => [['alerts'], ['alert', id], ['alert-figures']],
  'playbook-run': (id) => [['playbook-runs'], ['playbook-run', id]],
  delivery: (id) => [['deliveries'], ['delivery', id]],
  'in-app-notification': () => [['in-app']],
  'sync-run': (id) => [['sync-runs'], ['sync-run', id], ['quarantine']],
};

const ALL: Record<News['service'], QueryKey[]> = {
  playbook: ['tasks', 'task', 'task-figures', 'alerts', 'alert', 'alert-figures', 'playbook-runs', 'playbook-run'].map(
    (key) => [key],
  ),
  notification: [['deliveries'], ['delivery'], ['in-app']],
  sync: [['sync-runs'], ['sync-run'], ['quarantine']],
};

/** Keeps what is on the screen true while others work: the services say what changed, and only that is read again. */
export function useLiveUpdates(): void {
  const cache = useQueryClient();
  // Whom a service tells nothing does not ask: being refused again and again would only make noise.
  const works = useHasRole('csm', 'viewer', 'manager', 'cs-ops', 'admin');
  const connects = useHasRole('integrator', 'cs-ops', 'admin', 'manager', 'viewer');
  useEffect(() => {
    const stale = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    function read(): void {
      timer = undefined;
      last = Date.now();
      const keys = [...stale.values()];
      stale.clear();
      keys.forEach((queryKey) => void cache.invalidateQueries({ queryKey }));
    }
    // What the screen shows comes first: streams hold connections, of which a browser has few.
    const stop = onceIdle(() =>
      followChanges(
        (news) => {
          const keys = news.reset ? ALL[news.service] : (STALE[news.kind]?.(news.id) ?? []);
          keys.forEach((key) => stale.set(JSON.stringify(key), key));
          if (keys.length > 0) {
            timer ??= setTimeout(read, Math.max(GATHER_MILLIS, last + REST_MILLIS - Date.now()));
          }
        },
        ['notification', ...(works ? ['playbook' as const] : []), ...(connects ? ['sync' as const] : [])],
      ),
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache, works, connects]);
}

/** Does something when the page has nothing else to do, a moment later at the most; what it returns ends it. */
function onceIdle(begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  const start = () => {
    end = begin();
  };
  // Safari does not say when it is idle.
  const idle = 'requestIdleCallback' in window;
  const waiting = idle ? requestIdleCallback(start, { timeout: AT_LEAST_MILLIS }) : setTimeout(start, AT_LEAST_MILLIS);
  return () => {
    if (idle) {
      cancelIdleCallback(waiting as number);
    } else {
      clearTimeout(waiting);
    }
    end?.();
  };
}
