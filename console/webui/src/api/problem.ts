/** An error of the APIs (RFC 9457), as the screens show it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { pointer: string; code: string; detail: string }[];
  incident?: string;
  /** The service that is the cause, when the console itself could not reach it. */
  service?: string;
}

export const PROBLEM_BASE = 'https://minori.dev/problems/';

/** Thrown by every call that did not succeed; carries what the server said. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.type}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  /** Last part of the type URI without the service, for example `stale-version`. */
  get kind(): string {
    return this.problem.type.replace(PROBLEM_BASE, '').replace(/#.*$/, '');
  }
}

/** Reads the body of an answer that is no success. Anything may stand before us: a body that is no problem becomes one. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body === 'object' && body !== null && 'type' in body && 'title' in body) {
    return { ...(body as Problem), status };
  }
  return { type: `${PROBLEM_BASE}${status === 401 ? 'unauthenticated' : 'internal-error'}`, title: '', status };
}

/** The network itself failed: the console cannot be reached. */
export function offline(): Problem {
  return { type: `${PROBLEM_BASE}service-unreachable#console`, title: '', status: 0, service: 'console' };
}
