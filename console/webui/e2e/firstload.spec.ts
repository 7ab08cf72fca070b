import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './base';
import { createAccount, SALESFORCE } from './sources';
import { firstOf } from './work';

const CUSTOMERS = 300;
/** 髙 and ㈱ are in CP932 only, 𠮷 is not in it, and the whole looks like a formula. */
const AWKWARD = '=㈱髙島𠮷商店,"試"';

/** One story: each test goes on from what the one before it left. */
test.describe.configure({ mode: 'serial' });

async function seed(accounts: number): Promise<void> {
  const answer = await fetch(`${SALESFORCE}/_control/orgs/load/seed`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ accounts, usageDays: 0, details: false, dirty: false }),
  });
  expect(answer.status, await answer.text()).toBe(200);
}

async function exported(page: Page, charset: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'CSV出力' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: charset }).click(),
  ]);
  return readFileSync(await download.path());
}

/** Facts travel on: the list is looked at again until it has as many. */
async function expectCustomers(page: Page, number: number): Promise<void> {
  await expect(async () => {
    await page.goto('/customers');
    await expect(page.getByText(`${number}社`, { exact: true })).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

test('a workspace without data is led from nothing to its customers', async ({ page }) => {
  await signIn(page, 'aozora-admin');
  expect(
    await firstOf(page, '/api/sync/v1/connections', 'id'),
    'this platform has had its first load: start it with --fresh',
  ).toBe('');
  await seed(CUSTOMERS);
  await createAccount('minori-load', {
    Name: AWKWARD,
    NameKana__c: 'タカシマヨシショウテン',
    CustomerCode__c: 'X-0001',
  });

  await page.reload();
  await page.getByRole('link', { name: '取り込みを始める' }).click();
  const step = (title: RegExp) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, level: 2 }) });
  await expect(step(/^連携先に接続する/)).toHaveAttribute('aria-current', 'step');
  await page.getByRole('button', { name: '連携先を追加' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '保存して接続テスト' }).click();
  await expect(form.getByText('必須項目です').first()).toBeVisible();
  await form.getByRole('textbox', { name: '連携先の名前' }).fill('営業のSalesforce');
  await form.getByRole('textbox', { name: /「私のドメイン」のURL/ }).fill(SALESFORCE);
  await form.getByRole('textbox', { name: 'コンシューマー鍵' }).fill('minori-load');
  await form.getByLabel(/コンシューマーの秘密/).fill('wrong');
  await form.getByRole('button', { name: '保存して接続テスト' }).click();
  await expect(form.getByText('確認できません').first()).toBeVisible();
  await form.getByLabel(/コンシューマーの秘密/).fill('minori-load-secret');
  await form.getByRole('button', { name: '保存して接続テスト' }).click();
  await expect(page.getByText('「営業のSalesforce」に接続しました。')).toBeVisible();

  await expect(step(/^取り込む対象を選ぶ/)).toHaveAttribute('aria-current', 'step');
  const choices = page.getByRole('list', { name: '営業のSalesforce' });
  await expect(choices.getByText(/取り込めます/).first()).toBeVisible();
  await expect(choices.getByText('確認中…')).toHaveCount(0);
  await page.getByRole('button', { name: '初回の取り込みを始める' }).click();
  await expect(step(/^初回の取り込み/)).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(page.getByText('初回の取り込みが終わりました。')).toBeVisible();
  await page.getByRole('link', { name: '顧客を見る' }).click();
  await expectCustomers(page, CUSTOMERS + 1);
  expect(await firstOf(page, '/api/playbook/v1/alerts?limit=1', 'id')).toBe('');
  expect(await firstOf(page, '/api/notification/v1/deliveries?limit=1', 'id')).toBe('');
});

test('a file for Excel keeps every character that its charset has, byte by byte', async ({ page }) => {
  await signIn(page, 'aozora-admin', `/customers?owner=all&q=${encodeURIComponent('タカシマヨシ')}`);
  await expect(page.getByRole('link', { name: AWKWARD })).toBeVisible();
  const utf8 = await exported(page, /UTF-8/);
  expect([...utf8.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(utf8.toString('utf8')).toContain(`"'=㈱髙島𠮷商店,""試"""`);

  const cp932 = await exported(page, /CP932/);
  await expect(page.getByText('Shift_JISにない文字1字を「〓」に置き換えました。')).toBeVisible();
  // What stands in the UTF-8 file, as Windows writes it; 81ac is the 〓 that stands for 𠮷.
  const expected = Buffer.from('22273d878afbfc938781ac8fa493582c22228e8e222222', 'hex');
  expect(cp932.includes(expected), cp932.toString('hex')).toBe(true);
  expect(cp932.subarray(-2).toString('hex')).toBe('0d0a');
});

test('a mapping is changed, published as its next version, and applied to what is there', async ({ page }) => {
  await signIn(page, 'aozora-admin', '/connections?tab=mappings');
  await page.getByRole('link', { name: 'Salesforce 取引先 → 顧客' }).click();
  await page.getByRole('combobox', { name: '英語社名の取り込み方' }).click();
  await page.getByRole('option', { name: '取り込まない' }).click();
  await expect(page.getByText('誤りはありません')).toBeVisible();
  await page.getByRole('button', { name: '下書きを保存' }).click();
  await expect(page.getByText('下書きを保存しました。公開すると実行されます。')).toBeVisible();
  await page.getByRole('button', { name: '公開', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '第2版として公開しますか？' });
  await dialog.getByRole('button', { name: '公開', exact: true }).dblclick();
  await expect(page.getByText('第2版を公開しました。')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText(/再マッピング|全件/);
  await expect(page.getByRole('row').nth(1)).toContainText('完了');
});

test('customers that vanish all at once are held back until somebody confirms', async ({ page }) => {
  await signIn(page, 'aozora-admin', '/connections?tab=runs');
  await seed(CUSTOMERS / 3);
  await page.getByRole('button', { name: '連携を実行' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'テーブルマッピング' }).click();
  await page.getByRole('option', { name: 'Salesforce 取引先 → 顧客' }).click();
  await dialog.getByRole('radio', { name: /^全件/ }).check();
  await dialog.getByRole('button', { name: '実行', exact: true }).click();
  const held = page.getByRole('row').filter({ hasText: '完了（削除を保留）' });
  await expect(held).toHaveCount(1);
  await expectCustomers(page, CUSTOMERS + 1);

  await page.goto('/connections?tab=runs');
  await held.click();
  await page.getByRole('button', { name: `${CUSTOMERS - CUSTOMERS / 3 + 1}件の削除を確定する…` }).click();
  await page.getByRole('button', { name: '読み直して削除を確定' }).click();
  await expect(page.getByRole('dialog', { name: /件を削除扱いにしますか/ })).toHaveCount(0);
  await expectCustomers(page, CUSTOMERS / 3);
});
