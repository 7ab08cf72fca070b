import { callContext } from './client';
import { offline, ProblemError, problemOf } from './problem';

/** Who is signed in; see `GET /api/session` of the console. */
export interface Session {
  person: { id: string; userName: string; name: string; email: string | null };
  roles: string[];
  workspaceId: string | null;
  language: 'ja' | 'en';
  writeToken: string;
}

declare global {
  interface Window {
    /** What `first.js` has asked for already. */
    minoriSession?: Promise<Response>;
  }
}

/** The session, or null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  let response: Response;
  try {
    response = await (window.minoriSession ?? fetch('/api/session', { headers: { Accept: 'application/json' } }));
  } catch {
    throw new ProblemError(offline());
  }
  if (response.status === 401) {
    return null;
  }
  if (!response.ok) {
    throw new ProblemError(problemOf(response.status, await response.json().catch(() => null)));
  }
  const session = (await response.json()) as Session;
  callContext.writeToken = session.writeToken;
  return session;
}

/** Where the browser goes to sign in and come back to the same page. */
export function signInAddress(returnTo: string): string {
  return `/auth/login?return=${encodeURIComponent(returnTo)}`;
}

export const SIGN_OUT_ADDRESS = '/auth/logout';
