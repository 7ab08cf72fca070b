import { expect, logIn, signIn, test } from './base';

test('a CSM signs in, sees the day, and reads it in English', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Minoriにログイン' })).toBeVisible();
  await page.getByRole('link', { name: 'ログイン' }).click();
  await page.locator('button[value="hanako"]').click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('佐藤花子さん');
  const followUps = page.getByRole('region', { name: '今日フォローする顧客' });
  await expect(followUps.getByRole('link').first()).toBeVisible();

  await page.getByRole('button', { name: '佐藤花子さんのメニュー' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('region', { name: 'Follow up today' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Follow up today' })).toBeVisible();
});

test('leads from the day to the reason and the record it comes from', async ({ page }) => {
  await signIn(page, 'hanako');
  await page.getByRole('region', { name: '今日フォローする顧客' }).getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'このスコアの理由' })).toBeVisible();
  await page
    .getByRole('button', { name: /の元データを表示$/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: /(Salesforce|kintone)で開く/ }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'マイタスク' })).toBeVisible();
});

test('finds a customer by keyboard alone', async ({ page }) => {
  await signIn(page, 'hanako');
  await expect(page.getByRole('region', { name: 'マイタスク' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('株式会社');
  await expect(page.getByRole('option').filter({ hasText: '株式会社' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
});

test('keeps a deep link through the sign-in, and filters in the address', async ({ page }) => {
  await logIn(page, 'kenji', '/customers?band=AT_RISK');
  await expect(page.getByRole('row').nth(1)).toContainText('危険');
  await expect(page).toHaveURL(/band=AT_RISK/);
});

test('says that the session is over and leads back', async ({ page, context }) => {
  await signIn(page, 'hanako', '/customers');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await context.clearCookies();
  // Reading again, as the page also does by itself when somebody comes back to it.
  await page.getByRole('button', { name: '最新の状態に更新' }).evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole('dialog')).toContainText('セッションの有効期限が切れました');
  await page.getByRole('link', { name: 'ログインし直す' }).click();
  await page.locator('button[value="hanako"]').click();
  await expect(page).toHaveURL(/\/customers/);
});

test('names the service that is away and goes on with the rest', async ({ page }) => {
  await page.route('**/api/playbook/**', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'https://minori.dev/problems/service-unreachable#playbook',
        title: 'サービスに接続できません',
        status: 503,
        service: 'playbook',
      }),
    }),
  );
  await signIn(page, 'hanako');
  await expect(page.getByRole('status').filter({ hasText: 'アラート・タスク・プレイブック' })).toBeVisible();
  await expect(page.getByRole('region', { name: '今日フォローする顧客' }).getByRole('link').first()).toBeVisible();
  await page.unroute('**/api/playbook/**');
  await expect(page.getByRole('status').filter({ hasText: 'アラート・タスク・プレイブック' })).toHaveCount(0);
});
