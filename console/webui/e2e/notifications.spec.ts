import { expect, signIn, test } from './base';
import { firstOf } from './work';

test('a delivery tells what was said and each attempt', async ({ page }) => {
  await signIn(page, 'hanako', '/deliveries?channel=email');
  await page.getByRole('listitem').first().getByRole('link').first().click();
  const panel = page.getByRole('complementary', { name: '通知' });
  await expect(panel.getByRole('region', { name: '送信の記録' })).toContainText('1回目');
});

test('a delivery is found by its subject, and the list says how many there are', async ({ page }) => {
  await signIn(page, 'kenji', '/deliveries');
  const list = '/api/notification/v1/deliveries?limit=1';
  const subject = await firstOf(page, `${list}&channel=email`, 'subject');
  await page.getByRole('searchbox', { name: '件名・通知先・顧客名で検索' }).fill(subject);
  await expect(page).toHaveURL(/q=/);
  const answer = await page.request.get(`${list}&q=${encodeURIComponent(subject)}`);
  const { total } = (await answer.json()) as { total: number };
  expect(total).toBeGreaterThan(0);
  await expect(page.getByText(`全${total}件`)).toBeVisible();
  await expect(page.getByRole('listitem').first()).toContainText(subject);
  await page.getByRole('searchbox').fill('どこにもない件名');
  await expect(page.getByText('条件に合うものがありません')).toBeVisible();
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
