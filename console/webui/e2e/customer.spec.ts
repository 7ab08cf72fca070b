import type { Page } from '@playwright/test';
import { expect, signIn, test } from './base';

async function someCustomer(page: Page): Promise<string> {
  const answer = await page.request.get('/api/scoring/v1/follow-ups?owner=all&limit=1');
  const { items } = (await answer.json()) as { items: { customerId: string }[] };
  return items[0]?.customerId ?? '';
}

test('shows each part of a customer, and keeps the part in the address', async ({ page }) => {
  await signIn(page, 'hanako');
  await page.goto(`/customers/${await someCustomer(page)}`);
  await expect(page.getByRole('region', { name: 'タイムライン' }).getByRole('listitem').first()).toBeVisible();
  await page.getByRole('tab', { name: '利用状況' }).click();
  await expect(page.getByRole('img', { name: '利用者数の推移' })).toBeVisible();
  await expect(page).toHaveURL(/tab=usage/);
  await page.getByText('利用ログを表で見る').click();
  await expect(page.getByRole('columnheader', { name: '操作回数' })).toBeVisible();
  await page.getByRole('tab', { name: '契約', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: '更新拒絶期限' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '更新拒絶期限' })).toBeVisible();
});

test('takes the score apart down to the record in its source', async ({ page }) => {
  await signIn(page, 'hanako');
  await page.goto(`/customers/${await someCustomer(page)}?tab=health`);
  const reason = page.getByRole('region', { name: 'このスコアの理由' });
  await reason.getByRole('button', { name: '「契約の継続期間」の元データを表示' }).click();
  await expect(reason.getByText('契約開始日', { exact: true }).first()).toBeVisible();
  const link = reason.getByRole('link', { name: /(Salesforce|kintone)で開く/ }).first();
  await expect(link).toHaveAttribute('href', /^https?:\/\//);
});

test('shows the page as it was known earlier, and comes back', async ({ page }) => {
  await signIn(page, 'hanako');
  const id = await someCustomer(page);
  await page.goto(`/customers/${id}?tab=tickets&knownAt=2020-01-01T00:00:00.000Z`);
  await expect(page.getByRole('status').filter({ hasText: '時点で分かっていた内容' })).toBeVisible();
  await expect(page.getByText('問い合わせはありません')).toBeVisible();
  await page.getByRole('button', { name: '現在に戻す' }).click();
  await expect(page).not.toHaveURL(/knownAt/);
});

test('says so when there is no such customer', async ({ page }) => {
  await signIn(page, 'hanako');
  await page.goto('/customers/0190a000-0000-7000-8001-00000000ffff');
  await expect(page.getByText('顧客が見つかりません')).toBeVisible();
});
