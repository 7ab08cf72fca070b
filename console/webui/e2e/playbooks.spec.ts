import { expect, signIn, test } from './base';

const KEY = 'usage-drop-follow-up';

test('a playbook is read from above, and shows where customers stand', async ({ page }) => {
  await signIn(page, 'hanako', '/playbooks');
  await page.getByRole('link', { name: '利用低下のフォロー' }).click();
  const steps = page.getByRole('region', { name: 'プレイブックの流れ' }).getByRole('listitem');
  await expect(steps.first()).toContainText('開始');
  await expect(steps.filter({ hasText: '分岐' })).toContainText('はい →');
  await page.getByRole('tab', { name: '実行状況' }).click();
  await expect(page).toHaveURL(/tab=runs/);
  await page.getByRole('tab', { name: '版の履歴' }).click();
  await expect(page.getByText('第1版').first()).toBeVisible();
});

test('only those who may hold a playbook are offered it', async ({ page }) => {
  await signIn(page, 'ops', `/playbooks/${KEY}`);
  await page.getByRole('button', { name: '停止する' }).click();
  await expect(page.getByRole('dialog')).toContainText('実行中の顧客は今のステップで止まり');
  await page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
