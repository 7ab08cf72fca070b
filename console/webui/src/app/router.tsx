import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readSearch } from '@/api/customerSearch';
import { readContracts, readDashboard, readMovers } from '@/screens/dashboard/search';
import { alertSearch, taskSearch } from '@/screens/inbox/search';
import { deliverySearch } from '@/screens/notifications/search';
import { playbookSearch } from '@/screens/playbooks/search';
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
  validateSearch: readSearch,
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

export const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  validateSearch: readDashboard,
  component: lazyRouteComponent(() => import('@/screens/dashboard/DashboardScreen'), 'DashboardScreen'),
});

export const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  validateSearch: readContracts,
  component: lazyRouteComponent(() => import('@/screens/dashboard/ContractsScreen'), 'ContractsScreen'),
});

export const movers = createRoute({
  getParentRoute: () => root,
  path: '/movements',
  validateSearch: readMovers,
  component: lazyRouteComponent(() => import('@/screens/dashboard/MoversScreen'), 'MoversScreen'),
});

export const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: taskSearch,
  component: lazyRouteComponent(() => import('@/screens/inbox/TasksScreen'), 'TasksScreen'),
});

/** One of them beside the list: the same screen, so that the list stays. */
const task = createRoute({ getParentRoute: () => tasks, path: '$taskId' });

export const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: alertSearch,
  component: lazyRouteComponent(() => import('@/screens/inbox/AlertsScreen'), 'AlertsScreen'),
});

const alert = createRoute({ getParentRoute: () => alerts, path: '$alertId' });

export const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/deliveries',
  validateSearch: deliverySearch,
  component: lazyRouteComponent(() => import('@/screens/notifications/DeliveriesScreen'), 'DeliveriesScreen'),
});

const delivery = createRoute({ getParentRoute: () => deliveries, path: '$deliveryId' });

const preferences = createRoute({
  getParentRoute: () => root,
  path: '/settings/notifications',
  component: lazyRouteComponent(() => import('@/screens/notifications/PreferencesScreen'), 'PreferencesScreen'),
});

const playbooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks',
  component: lazyRouteComponent(() => import('@/screens/playbooks/PlaybooksScreen'), 'PlaybooksScreen'),
});

const playbook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbookKey',
  validateSearch: playbookSearch,
  component: lazyRouteComponent(() => import('@/screens/playbooks/PlaybookScreen'), 'PlaybookScreen'),
});

const playbookRun = createRoute({
  getParentRoute: () => root,
  path: '/playbook-runs/$runId',
  component: lazyRouteComponent(() => import('@/screens/playbooks/RunScreen'), 'RunScreen'),
});
const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: (search: Record<string, unknown>): { [name in ConnectionsSearch]?: string } =>
    chosen(search, ['tab', 'mapping', 'state', 'reason', 'run']),
  component: lazyRouteComponent(() => import('@/screens/integration/IntegrationScreen'), 'IntegrationScreen'),
});

const newMapping = createRoute({
  getParentRoute: () => root,
  path: '/connections/mappings/new',
  validateSearch: (search: Record<string, unknown>): { [name in 'connection' | 'object' | 'dataset']?: string } =>
    chosen(search, ['connection', 'object', 'dataset']),
  component: lazyRouteComponent(() => import('@/screens/integration/mappings/NewMappingScreen'), 'NewMappingScreen'),
});

const mapping = createRoute({
  getParentRoute: () => root,
  path: '/connections/mappings/$mappingId',
  component: lazyRouteComponent(() => import('@/screens/integration/mappings/MappingScreen'), 'MappingScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => chosen(search, ['tab']),
  component: lazyRouteComponent(() => import('@/screens/settings/SettingsScreen'), 'SettingsScreen'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('@/screens/welcome/WelcomeScreen'), 'WelcomeScreen'),
});

type ConnectionsSearch = 'tab' | 'mapping' | 'state' | 'reason' | 'run';

/** The named texts of an address, without those that are empty. */
function chosen<Name extends string>(search: Record<string, unknown>, names: Name[]): { [name in Name]?: string } {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  ) as { [name in Name]?: string };
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    customers,
    customer,
    dashboard,
    contracts,
    movers,
    tasks.addChildren([task]),
    alerts.addChildren([alert]),
    deliveries.addChildren([delivery]),
    preferences,
    playbooks,
    playbook,
    playbookRun,
    connections,
    newMapping,
    mapping,
    settings,
    welcome,
  ]),
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
