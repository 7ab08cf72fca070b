import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readSearch, requestOf, usualOwner } from '@/api/customerSearch';
import { customerPages } from '@/api/queries/customers';
import { followUps } from '@/api/queries/followUps';
import { myAlerts, myTasks } from '@/api/queries/work';
import { readContracts, readDashboard, readMovers, readPayers } from '@/screens/dashboard/search';
import { alertSearch, taskSearch } from '@/screens/inbox/search';
import { deliverySearch } from '@/screens/notifications/search';
import { playbookSearch } from '@/screens/playbooks/search';
import { withWords } from '@/i18n';
import { queryClient } from './query';
import { works } from './session';
import { Frame } from './shell/Frame';
import { Crash, NotFound, Waiting } from './shell/Boundaries';

/** Who is signed in, as far as it decides what a screen reads first. */
interface Who {
  roles: readonly string[];
}

const root = createRootRouteWithContext<Who>()({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Crash,
});

/** Leaves it to the screen to tell what has failed. */
function early(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  // What a screen shows first is asked for while its script is on its way.
  loader: ({ context }) => {
    if (works(context.roles)) {
      early(queryClient.query(followUps));
      early(queryClient.query(myTasks));
      early(queryClient.query(myAlerts));
    }
  },
  component: lazyRouteComponent(() => withWords(import('@/screens/home/HomeScreen'), 'home'), 'HomeScreen'),
});

export const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  // What is filtered and how it is sorted is in the address: it can be shared, and the back button works.
  validateSearch: readSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    early(queryClient.infiniteQuery(customerPages(requestOf(deps, usualOwner(context.roles)))));
  },
  component: lazyRouteComponent(
    () => withWords(import('@/screens/customers/CustomersScreen'), 'customers'),
    'CustomersScreen',
  ),
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
  component: lazyRouteComponent(
    () => withWords(import('@/screens/customer/CustomerScreen'), 'customer', 'customers', 'playbooks'),
    'CustomerScreen',
  ),
});

export const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  validateSearch: readDashboard,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/dashboard/DashboardScreen'), 'dashboard'),
    'DashboardScreen',
  ),
});

export const contracts = createRoute({
  getParentRoute: () => root,
  path: '/contracts',
  validateSearch: readContracts,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/dashboard/ContractsScreen'), 'customer', 'dashboard'),
    'ContractsScreen',
  ),
});

export const movers = createRoute({
  getParentRoute: () => root,
  path: '/movements',
  validateSearch: readMovers,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/dashboard/MoversScreen'), 'dashboard'),
    'MoversScreen',
  ),
});

export const payers = createRoute({
  getParentRoute: () => root,
  path: '/mrr',
  validateSearch: readPayers,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/dashboard/PayersScreen'), 'dashboard'),
    'PayersScreen',
  ),
});

export const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: taskSearch,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/inbox/TasksScreen'), 'customers', 'home', 'inbox'),
    'TasksScreen',
  ),
});

/** One of them beside the list: the same screen, so that the list stays. */
const task = createRoute({ getParentRoute: () => tasks, path: '$taskId' });

export const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: alertSearch,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/inbox/AlertsScreen'), 'customer', 'customers', 'home', 'inbox', 'notices'),
    'AlertsScreen',
  ),
});

const alert = createRoute({ getParentRoute: () => alerts, path: '$alertId' });

export const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/deliveries',
  validateSearch: deliverySearch,
  component: lazyRouteComponent(
    () => withWords(import('@/screens/notifications/DeliveriesScreen'), 'customers', 'inbox', 'notices'),
    'DeliveriesScreen',
  ),
});

const delivery = createRoute({ getParentRoute: () => deliveries, path: '$deliveryId' });

const preferences = createRoute({
  getParentRoute: () => root,
  path: '/settings/notifications',
  component: lazyRouteComponent(
    () => withWords(import('@/screens/notifications/PreferencesScreen'), 'notices'),
    'PreferencesScreen',
  ),
});

const playbooks = createRoute({
  getParentRoute: () => root,
  path: '/playbooks',
  component: lazyRouteComponent(
    () => withWords(import('@/screens/playbooks/PlaybooksScreen'), 'inbox', 'notices', 'playbooks'),
    'PlaybooksScreen',
  ),
});

const playbook = createRoute({
  getParentRoute: () => root,
  path: '/playbooks/$playbookKey',
  validateSearch: playbookSearch,
  component: lazyRouteComponent(
    () =>
      withWords(
        import('@/screens/playbooks/PlaybookScreen'),
        'customers',
        'inbox',
        'integration',
        'notices',
        'playbooks',
      ),
    'PlaybookScreen',
  ),
});

const playbookRun = createRoute({
  getParentRoute: () => root,
  path: '/playbook-runs/$runId',
  component: lazyRouteComponent(
    () => withWords(import('@/screens/playbooks/RunScreen'), 'inbox', 'notices', 'playbooks'),
    'RunScreen',
  ),
});
const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: (search: Record<string, unknown>): { [name in ConnectionsSearch]?: string } =>
    chosen(search, ['tab', 'mapping', 'state', 'reason', 'run', 'quiet']),
  component: lazyRouteComponent(
    () => withWords(import('@/screens/integration/IntegrationScreen'), 'customers', 'integration'),
    'IntegrationScreen',
  ),
});

const newMapping = createRoute({
  getParentRoute: () => root,
  path: '/connections/mappings/new',
  validateSearch: (search: Record<string, unknown>): { [name in 'connection' | 'object' | 'dataset']?: string } =>
    chosen(search, ['connection', 'object', 'dataset']),
  component: lazyRouteComponent(
    () => withWords(import('@/screens/integration/mappings/NewMappingScreen'), 'integration'),
    'NewMappingScreen',
  ),
});

const mapping = createRoute({
  getParentRoute: () => root,
  path: '/connections/mappings/$mappingId',
  component: lazyRouteComponent(
    () => withWords(import('@/screens/integration/mappings/MappingScreen'), 'integration'),
    'MappingScreen',
  ),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): { tab?: string } => chosen(search, ['tab']),
  component: lazyRouteComponent(
    () => withWords(import('@/screens/settings/SettingsScreen'), 'integration', 'notices', 'settings'),
    'SettingsScreen',
  ),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(
    () => withWords(import('@/screens/welcome/WelcomeScreen'), 'integration', 'welcome'),
    'WelcomeScreen',
  ),
});

type ConnectionsSearch = 'tab' | 'mapping' | 'state' | 'reason' | 'run' | 'quiet';

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
  context: { roles: [] },
  routeTree: root.addChildren([
    home,
    customers,
    customer,
    dashboard,
    contracts,
    movers,
    payers,
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
