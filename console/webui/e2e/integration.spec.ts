import { settled } from './axe';
import { expect, signIn, test } from './base';

test('a connection test says what may be read', async ({ page }) => {
  await signIn(page, 'integrator', '/connections');
  await page.getByRole('button', { name: 'salesforce-demoの接続テスト' }).click();
  await expect(page.getByRole('dialog')).toContainText('接続できました');
  await expect(page.getByRole('dialog')).toContainText('Account');
});

test('a mistake in a mapping is shown at its field while it is typed, and cannot be saved', async ({ page }) => {
  await signIn(page, 'integrator', '/connections?tab=mappings');
  await page.getByRole('link', { name: 'Salesforce 契約 → 契約' }).click();
  await expect(page.getByText('誤りはありません')).toBeVisible();
  await page.getByRole('combobox', { name: '契約番号の取り込み方' }).click();
  await page.getByRole('option', { name: '計算式' }).click();
  await page.getByRole('textbox', { name: '契約番号に取り込む項目・値' }).fill('f("ありません")');
  const row = page.getByRole('row').filter({ hasText: 'contractNumber' });
  await expect(row.getByRole('listitem')).toContainText('ありません');
  await expect(page.getByRole('button', { name: '下書きを保存' })).toBeDisabled();
});

test('a row that still has no customer stays an import error when it is tried again', async ({ page }) => {
  await signIn(page, 'integrator', '/connections?tab=quarantine&reason=customer-not-found');
  const rows = page.getByRole('row').filter({ hasText: '顧客が見つからない' });
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  await page.getByRole('button', { name: '表示中の条件ですべて再取り込み' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '表示中の条件ですべて再取り込み' }).click();
  await expect(page.getByText(/件を試し、/)).toBeVisible();
  await expect(rows).toHaveCount(before);
});

test('a team is made with its members, and the audit trail knows by whom', async ({ page }) => {
  const name = `東日本 ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'admin', '/settings?tab=teams');
  await page.getByRole('button', { name: 'チームを追加' }).first().click();
  await page.getByRole('textbox', { name: 'チーム名' }).fill(name);
  await page.getByRole('switch', { name: '有効' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('無効');
  await page.getByRole('tab', { name: '監査証跡' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'チームを保存' }).first()).toContainText('小林真由美');
  await expect(page.getByText('改ざんは見つかりませんでした').first()).toBeVisible();
});

test('who has nothing to do with sources is told so', async ({ page }) => {
  await signIn(page, 'hanako', '/connections');
  await expect(page.getByText('この画面を見る権限がありません')).toBeVisible();
  await page.goto('/welcome');
  await expect(page.getByText('この画面を見る権限がありません')).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByText('変更できるのは管理者だけです。')).toBeVisible();
  await expect(page.getByRole('tab', { name: '監査証跡' })).toHaveCount(0);
});

test('the tour is walked and left by keyboard, and does not come again', async ({ page }) => {
  await page.addInitScript(() => localStorage.removeItem('minori.tour'));
  await signIn(page, 'hanako');
  const tour = page.getByRole('region', { name: '使い方ツアー' });
  await expect(tour).toBeFocused();
  await tour.getByRole('button', { name: '次へ' }).press('Enter');
  await tour.getByRole('button', { name: '次へ' }).press('Enter');
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await page.goto('/');
  await settled(page);
  await expect(tour).toHaveCount(0);
});
