import { createContext, useContext } from 'react';
import type { Session } from '@/api/session';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** Who is signed in. Only below the frame, where somebody is. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error('There is no session here');
  }
  return session;
}

export type Role = 'admin' | 'integrator' | 'cs-ops' | 'manager' | 'csm' | 'viewer';

/** Whether somebody has customers, tasks and alerts to look at; who only connects systems has not. */
export function works(roles: readonly string[]): boolean {
  return ['csm', 'manager', 'cs-ops', 'admin', 'viewer'].some((role) => roles.includes(role));
}

/** Whether the person has one of the roles. The services decide; this only hides what they would refuse. */
export function useHasRole(...roles: Role[]): boolean {
  return useSession().roles.some((role) => (roles as string[]).includes(role));
}
