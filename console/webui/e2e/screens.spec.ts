import { expect, test, type Page } from '@playwright/test';
import { signIn } from './base';

/** A screen as a picture: where it is, and what must be seen before the picture is taken. */
interface Screen {
  name: string;
  user: string;
  path: (page: Page) => Promise<string>;
}

const at = (path: string) => () => Promise.resolve(path);

async function firstCustomer(page: Page, search = ''): Promise<string> {
  const answer = await page.request.get('/api/scoring/v1/customers?band=WATCH&limit=1');
  const { items } = (await answer.json()) as { items: { customerId: string }[] };
  return `/customers/${items[0]?.customerId ?? ''}${search}`;
}

async function firstMapping(page: Page): Promise<string> {
  const answer = await page.request.get('/api/sync/v1/mappings?limit=1');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/connections/mappings/${items[0]?.id ?? ''}`;
}

const SCREENS: Screen[] = [
  { name: 'home', user: 'hanako', path: at('/') },
  { name: 'customers', user: 'hanako', path: at('/customers') },
  { name: 'customers-empty', user: 'hanako', path: at('/customers?q=zzzzzz') },
  { name: 'customer', user: 'hanako', path: (page) => firstCustomer(page) },
  { name: 'customer-contracts', user: 'hanako', path: (page) => firstCustomer(page, '?tab=contracts') },
  { name: 'customer-work', user: 'hanako', path: (page) => firstCustomer(page, '?tab=work') },
  { name: 'customer-health', user: 'hanako', path: (page) => firstCustomer(page, '?tab=health') },
  { name: 'customer-usage', user: 'hanako', path: (page) => firstCustomer(page, '?tab=usage') },
  { name: 'customer-contacts', user: 'hanako', path: (page) => firstCustomer(page, '?tab=contacts') },
  { name: 'customer-tickets', user: 'hanako', path: (page) => firstCustomer(page, '?tab=tickets') },
  { name: 'customer-surveys', user: 'hanako', path: (page) => firstCustomer(page, '?tab=surveys') },
  { name: 'customer-messages', user: 'hanako', path: (page) => firstCustomer(page, '?tab=messages') },
  { name: 'connections', user: 'admin', path: at('/connections') },
  { name: 'mappings', user: 'admin', path: at('/connections?tab=mappings') },
  { name: 'mapping', user: 'admin', path: firstMapping },
  { name: 'runs', user: 'admin', path: at('/connections?tab=runs') },
  { name: 'quarantine', user: 'admin', path: at('/connections?tab=quarantine') },
  { name: 'fired', user: 'admin', path: at('/connections?tab=fired') },
  { name: 'settings', user: 'admin', path: at('/settings') },
  { name: 'settings-members', user: 'admin', path: at('/settings?tab=members') },
  { name: 'settings-teams', user: 'admin', path: at('/settings?tab=teams') },
  { name: 'settings-audit', user: 'admin', path: at('/settings?tab=audit') },
  { name: 'settings-parked', user: 'admin', path: at('/settings?tab=parked') },
  { name: 'welcome', user: 'aozora-admin', path: at('/welcome') },
  { name: 'dashboard', user: 'hanako', path: at('/dashboard') },
  { name: 'contracts', user: 'hanako', path: at('/contracts') },
  { name: 'movements', user: 'hanako', path: at('/movements') },
  { name: 'not-found', user: 'hanako', path: at('/nowhere') },
];

for (const language of ['ja', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${language} ${theme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme: theme, locale: language === 'ja' ? 'ja-JP' : 'en-US' });
      await context.addInitScript((chosen) => {
        localStorage.setItem('minori.language', chosen);
        localStorage.setItem('minori.tour', 'off');
      }, language);
      const page = await context.newPage();
      await page.goto('/');
      await expect(page.locator('main a[href^="/auth/login"]')).toBeVisible();
      await shoot(page, 'login', language, theme);
      await signIn(page, 'hanako');
      let user = 'hanako';
      for (const screen of [...SCREENS].sort((one, other) => one.user.localeCompare(other.user))) {
        if (screen.user !== user) {
          await context.clearCookies();
          await signIn(page, screen.user);
          user = screen.user;
        }
        await page.goto(await screen.path(page));
        await expect(page.locator('main h1, main p').first()).toBeVisible();
        await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
        await shoot(page, screen.name, language, theme);
      }
      await page.goto('/');
      await expect(page.locator('nav a').first()).toBeVisible();
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox')).toBeVisible();
      await shoot(page, 'palette', language, theme);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('combobox')).toHaveCount(0);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await shoot(page, 'keyboard', language, theme);
      await context.close();
    });
  }
}

async function shoot(page: Page, name: string, language: string, theme: string): Promise<void> {
  await page.screenshot({ path: `screens/${name}.${language}.${theme}.png`, animations: 'disabled' });
}
