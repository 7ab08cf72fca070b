import type { Page } from '@playwright/test';
import { expect, logIn, signIn, test } from './base';
import { firstOf, makeTask, taskOf } from './work';

const SERVICES = [
  { service: 'sync', words: '連携', screen: '/settings', rest: '/customers' },
  { service: 'scoring', words: 'ヘルススコア・顧客情報', screen: '/customers', rest: '/tasks?mine=false&state=all' },
  { service: 'playbook', words: 'アラート・タスク・プレイブック', screen: '/alerts', rest: '/customers' },
  { service: 'notification', words: '通知', screen: '/deliveries', rest: '/customers' },
] as const;

/** What the console answers for a service that does not. */
async function goAway(page: Page, service: string): Promise<void> {
  await page.route(`**/api/${service}/**`, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: `https://minori.dev/problems/service-unreachable#${service}`,
        title: 'サービスに接続できません',
        status: 503,
        service,
      }),
    }),
  );
}

test('each service that is away is named, and the screens of the others work', async ({ page }) => {
  await signIn(page, 'hanako');
  for (const { service, words, screen, rest } of SERVICES) {
    await goAway(page, service);
    await page.goto(screen);
    const banner = page.getByRole('status').filter({ hasText: `「${words}」に接続できません。` });
    await expect(banner).toContainText('ほかの機能はそのまま使えます');
    await page.goto(rest);
    await expect(page.locator('main').locator('tbody a, li a').first()).toBeVisible();
    await page.unroute(`**/api/${service}/**`);
  }
});

test('the way back is the way one came', async ({ page }) => {
  await signIn(page, 'hanako', '/customers?owner=all&band=AT_RISK&sort=-mrr');
  const customer = page.getByRole('row').nth(1).getByRole('link').first();
  const name = await customer.innerText();
  await customer.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.getByRole('tab', { name: '契約', exact: true }).click();
  await expect(page).toHaveURL(/tab=contracts/);
  await page.goBack();
  if (/\/customers\//.test(page.url())) {
    await page.goBack();
  }
  await expect(page).toHaveURL(/band=AT_RISK/);
  await expect(page).toHaveURL(/sort=-mrr/);
  await expect(page.getByRole('row').nth(1)).toContainText(name);
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

  await page.goto('/alerts?mine=false&state=all');
  await page.getByRole('listitem').first().getByRole('link').first().click();
  await expect(page.getByRole('complementary', { name: 'アラート' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('complementary', { name: 'アラート' })).toHaveCount(0);
  await expect(page.getByRole('listitem').first()).toBeVisible();
});

test('every kind of address opens what it names, for somebody who is not signed in yet', async ({ page }) => {
  await signIn(page, 'admin');
  const customer = await firstOf(page, '/api/scoring/v1/customers?limit=1', 'customerId');
  const task = await firstOf(page, '/api/playbook/v1/tasks?limit=1', 'id');
  const run = await firstOf(page, '/api/sync/v1/sync-runs?limit=1', 'id');
  const mapping = await firstOf(page, '/api/sync/v1/mappings?limit=1', 'id');
  await page.context().clearCookies();
  await logIn(page, 'admin', `/customers/${customer}?tab=contracts`);
  await expect(page.getByRole('columnheader', { name: '更新拒絶期限' })).toBeVisible();
  await page.goto(`/tasks/${task}?mine=false&state=all`);
  await expect(page.getByRole('complementary', { name: 'タスク' }).getByRole('heading').first()).toBeVisible();
  await page.goto(`/connections?tab=runs&run=${run}`);
  await expect(page.getByRole('dialog').getByText('API呼び出し')).toBeVisible();
  await page.goto(`/connections/mappings/${mapping}`);
  await expect(page.getByRole('columnheader', { name: 'Minoriの項目' })).toBeVisible();
  await page.goto('/dashboard?by=MONTH&month=2026-10');
  await expect(page.getByText('2026年10月', { exact: true })).toBeVisible();
  await page.goto('/nowhere');
  await expect(page.getByText('ページが見つかりません')).toBeVisible();
  await page.getByRole('link', { name: 'ホームへ戻る' }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('what is sent twice is done once', async ({ page }) => {
  await signIn(page, 'misaki', '/tasks');
  const task = await makeTask(page, '二度押し');
  await page.goto(`/tasks/${task.id}?q=${encodeURIComponent(task.title.ja)}`);
  const panel = page.getByRole('complementary', { name: 'タスク' });
  await panel.getByRole('textbox', { name: 'コメントを書く' }).fill('一度だけ');
  await panel.getByRole('button', { name: 'コメントする' }).dblclick();
  await expect(panel.getByText('一度だけ')).toHaveCount(1);
  const comments = async () =>
    ((await (await page.request.get(`/api/playbook/v1/tasks/${task.id}/comments`)).json()) as { items: object[] }).items
      .length;
  await expect.poll(comments).toBe(1);

  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') {
      writes.push(request.url());
    }
  });
  await panel.getByRole('button', { name: /^完了/ }).dblclick();
  await expect(page.getByText(`「${task.title.ja}」を完了にしました`)).toBeVisible();
  await expect.poll(async () => (await taskOf(page, task.id)).state).toBe('completed');
  expect(writes.filter((url) => url.includes(task.id))).toHaveLength(1);
  expect(await comments()).toBe(1);
});

test('a team is saved once, however often its button is pressed', async ({ page }) => {
  const name = `二度押し ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'admin', '/settings?tab=teams');
  await page.getByRole('button', { name: 'チームを追加' }).click();
  await page.getByRole('textbox', { name: 'チーム名' }).fill(name);
  await page.getByRole('switch', { name: '有効' }).click();
  await page.getByRole('button', { name: '保存' }).dblclick();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
});

test('the language changes where one is, and stays', async ({ page }) => {
  await signIn(page, 'hanako', '/customers?owner=all&band=AT_RISK');
  await expect(page.getByRole('row').nth(1)).toContainText('危険');
  await page.getByRole('button', { name: '佐藤花子さんのメニュー' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('At risk');
  await expect(page).toHaveURL(/band=AT_RISK/);
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Menu of 佐藤花子' }).click();
  await page.getByRole('menuitem', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { name: 'タスク', level: 1 })).toBeVisible();
});
