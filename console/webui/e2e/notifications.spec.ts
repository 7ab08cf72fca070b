import { expect, signIn, test } from './base';

test('a delivery tells what was said and each attempt', async ({ page }) => {
  await signIn(page, 'hanako', '/deliveries?channel=email');
  await page.getByRole('listitem').first().getByRole('link').first().click();
  const panel = page.getByRole('complementary', { name: '通知' });
  await expect(panel.getByRole('region', { name: '送信の記録' })).toContainText('1回目');
});

test('the bell counts what is unread and leads to what it is about', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  await page
    .getByRole('button', { name: /^通知（?/ })
    .first()
    .click();
  const list = page.getByRole('dialog', { name: '通知' });
  await list.getByRole('listitem').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/(alerts|tasks|customers)\/[0-9a-f-]{36}/);
  await expect(list).toHaveCount(0);
});

test('a preference is kept, and can be taken back', async ({ page }) => {
  await signIn(page, 'misaki', '/settings/notifications');
  const quiet = page.getByRole('switch', { name: '通知を止める時間帯' });
  const before = await quiet.isChecked();
  await quiet.setChecked(!before, { force: true });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('通知の設定を保存しました')).toBeVisible();
  await page.reload();
  await expect(quiet).toBeChecked({ checked: !before });
  await quiet.setChecked(before, { force: true });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('通知の設定を保存しました')).toBeVisible();
});
