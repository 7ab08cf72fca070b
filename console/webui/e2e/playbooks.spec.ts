import { expect, signIn, test } from './base';
import { firstOf, send } from './work';

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

test('the number at a step leads to the customers that stand there', async ({ page }) => {
  await signIn(page, 'ops', `/playbooks/${KEY}`);
  const silent = `/api/playbook/v1/playbooks/${KEY}/would-have-started`;
  const stay = await firstOf(page, silent, 'membershipId');
  expect((await send(page, 'POST', `${silent}/${stay}/start`, {})).ok()).toBe(true);
  const link = page.getByRole('region', { name: 'プレイブックの流れ' }).getByRole('link', { name: /3営業日待つ/ });
  // The run comes there by itself, a moment after it was started.
  await expect.poll(() => firstOf(page, '/api/playbook/v1/playbook-runs?state=ready&limit=1', 'id')).toBe('');
  const waiting = await page.request.get('/api/playbook/v1/playbook-runs?state=waiting&step=give-time&limit=200');
  const number = ((await waiting.json()) as { items: object[] }).items.length;
  await expect(link).toHaveText(`${number}社`);
  await link.click();
  await expect(page).toHaveURL(/step=give-time/);
  await expect(page.getByRole('button', { name: /^ステップ/ })).toContainText('3営業日待つ');
  await expect(page.getByText(`全${number}件`)).toBeVisible();
});

test('only those who may hold a playbook are offered it', async ({ page }) => {
  await signIn(page, 'ops', `/playbooks/${KEY}`);
  await page.getByRole('button', { name: '停止する' }).click();
  await expect(page.getByRole('dialog')).toContainText('実行中の顧客は今のステップで止まり');
  await page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
