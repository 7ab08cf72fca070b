import { expect, type Page } from '@playwright/test';
import { settled } from './axe';
import { firstOf } from './work';

/** A screen: where it is, who looks at it, and what stands on it when it is whole. */
export interface Screen {
  name: string;
  user: 'hanako' | 'kenji' | 'admin' | 'aozora-admin';
  path: string | ((page: Page) => Promise<string>);
  /** What is done before it is looked at. */
  prepare?: (page: Page) => Promise<void>;
}

const customer =
  (tab = '') =>
  async (page: Page) =>
    `/customers/${await firstOf(page, '/api/scoring/v1/follow-ups?owner=all&limit=1', 'customerId')}${tab && `?tab=${tab}`}`;

const customers: Screen[] = [
  '',
  'health',
  'usage',
  'contracts',
  'contacts',
  'tickets',
  'surveys',
  'messages',
  'work',
].map((tab) => ({ name: tab === '' ? 'customer' : `customer-${tab}`, user: 'hanako', path: customer(tab) }));

const tabs = (screen: string, user: Screen['user'], names: string[]): Screen[] =>
  names.map((tab) => ({ name: `${screen}-${tab}`, user, path: `/${screen}?tab=${tab}` }));

/** Opens the first of a queue beside it. */
async function readFirst(page: Page): Promise<void> {
  await page.locator('main').getByRole('listitem').first().getByRole('link').first().click();
  await expect(page.getByRole('complementary')).toHaveCount(2);
  await settled(page);
}

/** Every screen of the console, in the order of the menu. */
export const SCREENS: readonly Screen[] = [
  { name: 'home', user: 'hanako', path: '/' },
  { name: 'dashboard', user: 'kenji', path: '/dashboard' },
  { name: 'contracts', user: 'kenji', path: '/contracts' },
  { name: 'movements', user: 'kenji', path: '/movements?from=2026-04&to=2026-11' },
  { name: 'payers', user: 'kenji', path: '/mrr?on=2026-10-31' },
  { name: 'customers', user: 'hanako', path: '/customers' },
  ...customers,
  { name: 'alerts', user: 'hanako', path: '/alerts?mine=false&state=all' },
  { name: 'alert', user: 'hanako', path: '/alerts?mine=false&state=all', prepare: readFirst },
  { name: 'tasks', user: 'hanako', path: '/tasks?mine=false&state=all' },
  { name: 'task', user: 'hanako', path: '/tasks?mine=false&state=all', prepare: readFirst },
  { name: 'load', user: 'kenji', path: '/tasks?view=load' },
  { name: 'playbooks', user: 'hanako', path: '/playbooks' },
  { name: 'playbook', user: 'hanako', path: '/playbooks/usage-drop-follow-up' },
  { name: 'playbook-runs', user: 'hanako', path: '/playbooks/usage-drop-follow-up?tab=runs' },
  {
    name: 'playbook-run',
    user: 'hanako',
    path: async (page) => `/playbook-runs/${await firstOf(page, '/api/playbook/v1/playbook-runs?limit=1', 'id')}`,
  },
  { name: 'connections', user: 'admin', path: '/connections' },
  ...tabs('connections', 'admin', ['mappings', 'runs', 'quarantine', 'fired']),
  {
    name: 'run',
    user: 'admin',
    path: async (page) => `/connections?tab=runs&run=${await firstOf(page, '/api/sync/v1/sync-runs?limit=1', 'id')}`,
  },
  {
    name: 'mapping',
    user: 'admin',
    path: async (page) => `/connections/mappings/${await firstOf(page, '/api/sync/v1/mappings?limit=1', 'id')}`,
  },
  { name: 'deliveries', user: 'hanako', path: '/deliveries' },
  {
    name: 'delivery',
    user: 'hanako',
    path: async (page) => `/deliveries/${await firstOf(page, '/api/notification/v1/deliveries?limit=1', 'id')}`,
  },
  { name: 'preferences', user: 'hanako', path: '/settings/notifications' },
  { name: 'settings', user: 'admin', path: '/settings' },
  ...tabs('settings', 'admin', ['members', 'teams', 'audit', 'parked']),
  { name: 'welcome', user: 'aozora-admin', path: '/welcome' },
  { name: 'not-found', user: 'hanako', path: '/nowhere' },
  {
    name: 'palette',
    user: 'hanako',
    path: '/',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('株式会社');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'keyboard',
    user: 'hanako',
    path: '/',
    prepare: async (page) => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'connection',
    user: 'admin',
    path: '/connections',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /(を編集|^Edit)/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'user-menu',
    user: 'hanako',
    path: '/',
    prepare: async (page) => {
      await page.getByRole('button', { name: /(さんのメニュー$|^Menu of)/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'bell',
    user: 'hanako',
    path: '/',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^(通知|Notifications)/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(page.getByRole('dialog').locator('.mantine-Skeleton-root')).toHaveCount(0);
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    },
  },
];

/** The address of a screen. */
export async function place(page: Page, screen: Screen): Promise<string> {
  return typeof screen.path === 'string' ? screen.path : screen.path(page);
}

/** Where the one record of a screen comes from. */
const RECORDS: Record<string, string> = {
  alert: '/api/playbook/v1/alerts?limit=1',
  task: '/api/playbook/v1/tasks?limit=1',
  'playbook-run': '/api/playbook/v1/playbook-runs?limit=1',
};

/** Whether what the screen shows exists: there are no alerts, tasks and runs before something happened. */
export async function exists(page: Page, screen: Screen): Promise<boolean> {
  const records = RECORDS[screen.name];
  return records === undefined || (await firstOf(page, records, 'id')) !== '';
}

/** Goes to a screen and waits until nothing on it is still on its way. */
export async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(await place(page, screen));
  if (screen.name === 'not-found') {
    await expect(page.locator('main').getByRole('link')).toBeVisible();
  } else {
    await settled(page);
  }
  await screen.prepare?.(page);
}
