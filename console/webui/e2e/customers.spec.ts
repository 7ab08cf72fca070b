import { readFileSync } from 'node:fs';
import { expect, signIn, test } from './base';

interface Listed {
  items: { customerId: string; name: string; nameKana: string | null; mrr: { minor: number }[] }[];
  total: { count: number };
}

test('shows a CSM the own customers first, and as many as the service counts', async ({ page }) => {
  await signIn(page, 'hanako', '/customers');
  const mine = (await (await page.request.get('/api/scoring/v1/customers?owner=me&limit=1')).json()) as Listed;
  await expect(page.getByText(`${mine.total.count}社`, { exact: true })).toBeVisible();
  await page.getByText('すべての顧客').click();
  const all = (await (await page.request.get('/api/scoring/v1/customers?limit=1')).json()) as Listed;
  await expect(page.getByText(`${all.total.count}社`, { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/owner=all/);
});

test('sorts on the server and keeps the order in the address', async ({ page }) => {
  await signIn(page, 'kenji', '/customers');
  await page.getByRole('columnheader', { name: 'MRR' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=mrr/);
  await page.getByRole('columnheader', { name: 'MRR' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=-mrr/);
  const largest = (await (await page.request.get('/api/scoring/v1/customers?sort=-mrr&limit=1')).json()) as Listed;
  await expect(page.getByRole('row').nth(1)).toContainText(largest.items[0]?.name ?? '?');
  await page.reload();
  await expect(page.getByRole('row').nth(1)).toContainText(largest.items[0]?.name ?? '?');
});

test('finds customers by the reading of their names', async ({ page }) => {
  await signIn(page, 'kenji', '/customers');
  const some = (await (await page.request.get('/api/scoring/v1/customers?limit=20')).json()) as Listed;
  const named = some.items.find((item) => (item.nameKana?.length ?? 0) > 3);
  await page.getByRole('searchbox').fill(named?.nameKana ?? '');
  await expect(page.getByRole('link', { name: named?.name ?? '?', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/q=/);
});

test('keeps a view under a name and opens it again', async ({ page }) => {
  const name = `試験 ${Date.now()}`;
  await signIn(page, 'kenji', '/customers?band=AT_RISK&sort=-mrr');
  await expect(page.getByRole('row').nth(1)).toContainText('危険');
  await page.getByRole('button', { name: 'ビュー', exact: true }).click();
  await page.getByRole('menuitem', { name: '現在の条件を保存' }).click();
  await page.getByLabel('ビューの名前').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name })).toBeVisible();

  await page.goto('/customers');
  await page.getByRole('button', { name: 'ビュー', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page).toHaveURL(/band=AT_RISK/);
  await expect(page).toHaveURL(/sort=-mrr/);

  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: `「${name}」を削除` }).click();
  await expect(async () => {
    const views = (await (await page.request.get('/api/scoring/v1/saved-views?screen=customers')).json()) as {
      items: { name: string }[];
    };
    expect(views.items.map((view) => view.name)).not.toContain(name);
  }).toPass();
});

test('saves all customers that match as a file for Excel', async ({ page }) => {
  await signIn(page, 'kenji', '/customers?band=AT_RISK');
  await expect(page.getByRole('row').nth(1)).toContainText('危険');
  const risky = (await (await page.request.get('/api/scoring/v1/customers?band=AT_RISK&limit=1')).json()) as Listed;
  await page.getByRole('button', { name: 'CSV出力' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /UTF-8/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^customers-.*\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.trim().split('\r\n')).toHaveLength(risky.total.count + 1);
});
