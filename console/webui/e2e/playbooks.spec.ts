import { expectAccessible } from './axe';
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

for (const language of ['ja', 'en'] as const) {
  test(`playbooks are accessible in ${language}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('minori.language', chosen), language);
    await signIn(page, 'hanako', '/playbooks');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/playbooks/${KEY}`);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page);
    const runs = (await (await page.request.get('/api/playbook/v1/playbook-runs?limit=1')).json()) as {
      items: { id: string }[];
    };
    const [run] = runs.items;
    if (run !== undefined) {
      await page.goto(`/playbook-runs/${run.id}`);
      // A straight line down has no width: the browser calls it hidden.
      await expect(page.locator('[aria-current="step"], [data-passed="true"]').first()).toBeAttached();
      await expectAccessible(page);
    }
  });
}
