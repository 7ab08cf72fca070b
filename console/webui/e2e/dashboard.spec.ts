import { expect, signIn, test } from './base';

test('a number of customers leads to exactly those customers', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard');
  const phases = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'フェーズ' }) });
  const total = phases
    .getByRole('row')
    .last()
    .getByRole('link', { name: /^[\d,]+$/ })
    .last();
  const number = await total.innerText();
  await total.click();
  await expect(page).toHaveURL(/\/customers/);
  await expect(page.getByText(`${number}社`, { exact: true })).toBeVisible();
});

test('a number of contracts leads to those contracts', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard');
  const link = page.getByRole('region', { name: '契約終了と更新拒絶期限' }).getByRole('link').first();
  const number = (await link.innerText()).replace(/\D/g, '');
  await link.click();
  await expect(page.getByRole('heading', { name: '契約一覧' })).toBeVisible();
  await expect(page.getByText(`全${number}件`)).toBeVisible();
});

test('a movement leads to the customers that moved', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard?by=YEAR');
  const moved = page.getByRole('region', { name: 'MRRの増減' }).locator('tbody tr:not(:first-child):not(:last-child)');
  const link = moved.getByRole('link').first();
  const number = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { name: 'MRRが増減した顧客' })).toBeVisible();
  await expect(page.getByText(`全${number}件`)).toBeVisible();
});

test('the MRR and the customers of a period lead to those who bring it in', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard?month=2026-10');
  const figures = page.getByRole('region', { name: '主な指標' });
  const amount = await figures.getByRole('link', { name: /^¥/ }).first().innerText();
  const number = await figures
    .getByRole('link', { name: /^[\d,]+社$/ })
    .first()
    .innerText();
  await figures.getByRole('link', { name: number, exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'MRRのある顧客' })).toBeVisible();
  await expect(page.getByText(`2026/10/31（土）時点・${number}・合計 ${amount}`)).toBeVisible();
  await expect(page.getByText(number, { exact: true })).toBeVisible();
  await page.goBack();
  // The start of a period is the end of the one before it.
  await page
    .getByRole('row', { name: /^期首MRR/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByText(/^2026\/09\/30（水）時点・/)).toBeVisible();
});

test('goes to the period before and compares with a year ago', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard?by=MONTH&month=2026-10&compare=previous-year');
  await expect(page.getByText('2026年10月', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '前の期間へ' }).click();
  await expect(page.getByText('2026年9月', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/month=2026-09/);
  await expect(page.getByRole('columnheader', { name: '比較期間' })).toBeVisible();
  await page.getByText('半期', { exact: true }).click();
  await expect(page.getByText('2026年度上期', { exact: true })).toBeVisible();
});

test('asks the CSM a question from a row', async ({ page }) => {
  await signIn(page, 'kenji', '/dashboard');
  const text = `更新の見込みはどうですか ${Date.now()}`;
  await page
    .getByRole('region', { name: 'フォローが必要な顧客' })
    .getByRole('button', { name: /^質問する/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^宛先: /)).toBeVisible();
  await dialog.getByRole('textbox', { name: '質問の内容' }).fill(text);
  await dialog.getByRole('button', { name: '送信' }).click();
  await expect(page.getByText(/さんに質問を送りました/)).toBeVisible();
  const asked = (await (
    await page.request.get('/api/playbook/v1/tasks?kind=question&writtenByMe=true&limit=50')
  ).json()) as { items: { note: { ja: string } | null; title: { ja: string } }[] };
  expect(JSON.stringify(asked.items)).toContain(text);
});

test('a CSM finds no dashboard in the menu', async ({ page }) => {
  await signIn(page, 'hanako');
  await expect(page.getByRole('link', { name: 'ホーム' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'ダッシュボード' })).toHaveCount(0);
});
