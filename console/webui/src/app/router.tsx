import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './shell/Frame';
import { Crash, NotFound, Waiting } from './shell/Boundaries';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Crash });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('@/screens/home/HomeScreen'), 'HomeScreen'),
});

export const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  // What is filtered and how it is sorted is in the address: it can be shared, and the back button works.
  validateSearch: (search: Record<string, unknown>) => ({
    ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}),
    ...(isBand(search.band) ? { band: search.band } : {}),
    ...(typeof search.phase === 'string' && search.phase !== '' ? { phase: search.phase } : {}),
    ...(search.mine === false ? { mine: false } : {}),
  }),
  component: lazyRouteComponent(() => import('@/screens/customers/CustomersScreen'), 'CustomersScreen'),
});

export const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  validateSearch: (search: Record<string, unknown>) => ({
    ...(typeof search.tab === 'string' ? { tab: search.tab } : {}),
    ...(typeof search.knownAt === 'string' && !Number.isNaN(Date.parse(search.knownAt))
      ? { knownAt: search.knownAt }
      : {}),
  }),
  component: lazyRouteComponent(() => import('@/screens/customer/CustomerScreen'), 'CustomerScreen'),
});

function isBand(value: unknown): value is 'GOOD' | 'WATCH' | 'AT_RISK' | 'UNKNOWN' {
  return value === 'GOOD' || value === 'WATCH' || value === 'AT_RISK' || value === 'UNKNOWN';
}

export const router = createRouter({
  routeTree: root.addChildren([home, customers, customer]),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
