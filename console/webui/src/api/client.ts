import createClient, { type Middleware } from 'openapi-fetch';
import { offline, ProblemError, problemOf } from './problem';
import { signals } from './signals';
import type { paths as NotificationPaths } from './generated/notification';
import type { paths as PlaybookPaths } from './generated/playbook';
import type { paths as ScoringPaths } from './generated/scoring';
import type { paths as SyncPaths } from './generated/sync';

export type Service = 'sync' | 'scoring' | 'playbook' | 'notification';

/** What every call carries; set once the session is known. */
export const callContext = { writeToken: '', language: 'ja' };

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

function middleware(service: Service): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('Accept-Language', callContext.language);
      if (!SAFE.includes(request.method)) {
        request.headers.set('Minori-Write-Token', callContext.writeToken);
      }
      return request;
    },
    async onResponse({ response }) {
      signals.back('console');
      if (response.ok) {
        signals.back(service);
        return undefined;
      }
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => null);
      const problem = problemOf(response.status, body);
      if (problem.status === 401) {
        signals.sessionEnded();
      }
      if (problem.service !== undefined) {
        signals.away(problem.service);
      } else {
        signals.back(service);
      }
      throw new ProblemError(problem);
    },
    onError({ error }) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        return error;
      }
      signals.away('console');
      return new ProblemError(offline());
    },
  };
}

/**
 * Sends a write once more when its token is not this browser's: of two tabs that are opened at the same time each asks for
 * the browser's mark, and the one that was answered first then holds a token of a mark that the other has replaced.
 */
async function send(request: Request): Promise<Response> {
  const again = SAFE.includes(request.method) ? null : request.clone();
  const response = await globalThis.fetch(request);
  if (again === null || response.status !== 403) {
    return response;
  }
  const refusal = (await response
    .clone()
    .json()
    .catch(() => null)) as { type?: string } | null;
  if (refusal?.type?.endsWith('/cross-site-request') !== true) {
    return response;
  }
  const session = await globalThis.fetch(new Request(`${window.location.origin}/api/session`));
  if (!session.ok) {
    return response;
  }
  callContext.writeToken = ((await session.json()) as { writeToken: string }).writeToken;
  again.headers.set('Minori-Write-Token', callContext.writeToken);
  return globalThis.fetch(again);
}

/** The console offers each service's /api/v1 under a path of its own. */
function requestOf(service: Service): typeof Request {
  return class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? input.replace('/api/v1/', `/api/${service}/v1/`) : input, init);
    }
  };
}

function client<Paths extends object>(service: Service) {
  const created = createClient<Paths>({
    baseUrl: window.location.origin,
    Request: requestOf(service),
    // Looked up at each call, so that a test can stand in for the network.
    fetch: send,
  });
  created.use(middleware(service));
  return created;
}

export const sync = client<SyncPaths>('sync');
export const scoring = client<ScoringPaths>('scoring');
export const playbook = client<PlaybookPaths>('playbook');
export const notification = client<NotificationPaths>('notification');

/** The body of a call that succeeded; every other call has thrown. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) {
    throw new ProblemError(problemOf(502, null));
  }
  return data;
}

/** A key that makes repeating a write harmless; one per intention, not per attempt. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}

/** If-Match of what was read. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}
