import type { Locator, Page } from '@playwright/test';
import { settled } from './axe';
import { expect, PATIENCE, signIn, test } from './base';
import { changeRecord, createAccount, createRecord, CUSTOMERS_APP, SURVEYS_APP } from './sources';
import { firstOf, publishMapping, send } from './work';

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

test('a row that two customers with one code held back arrives once the code is mended', async ({ page }) => {
  const code = `E-${Date.now()}`;
  const name = `二重商事 ${code}`;
  const comment = `再取り込みで届いた回答 ${code}`;
  const found = async (words: string) =>
    firstOf(page, `/api/scoring/v1/customers?limit=1&q=${encodeURIComponent(words)}`, 'customerId');
  await signIn(page, 'admin', '/connections?tab=quarantine&reason=customer-code-ambiguous');
  await createAccount('minori-demo', { Name: `${name} 営業部の登録`, CustomerCode__c: code });
  const record = await createRecord(CUSTOMERS_APP, { 顧客コード: code, 会社名: `${name} 経理部の登録` });
  const mapping = await publishMapping(page, {
    name: `kintone 顧客管理 ${code}`,
    connection: 'kintone-demo',
    object: String(CUSTOMERS_APP),
    filter: `会社名 like "${code}"`,
    dataset: 'customer',
    customerLink: 'self',
    fields: [
      { target: 'name', from: { copy: '会社名' } },
      { target: 'customerCode', from: { copy: '顧客コード' } },
    ],
    schedule: 'PT24H',
    deletePolicy: 'remove',
  });
  await expect.poll(() => found(`${name} 営業部の登録`)).not.toBe('');
  await expect.poll(() => found(`${name} 経理部の登録`)).not.toBe('');

  // The demo's own mapping reads again what lately changed, and lets the row in before anybody can press;
  // the row of this one waits.
  const answer = { 顧客コード: code, NPS: '9', コメント: comment, 回答日: '2026-11-02' };
  const pressed = await createRecord(SURVEYS_APP, answer);
  const overtaken = await createRecord(SURVEYS_APP, { ...answer, コメント: '先に取り込まれた回答' });
  const answers = `kintone アンケート ${code}`;
  const surveys = await publishMapping(page, {
    name: answers,
    connection: 'kintone-demo',
    object: String(SURVEYS_APP),
    filter: `顧客コード = "${code}"`,
    dataset: 'survey-response',
    customerLink: { customerCode: { field: '顧客コード' } },
    fields: [
      { target: 'respondedOn', from: { copy: '回答日' } },
      { target: 'nps', from: { convert: { field: 'NPS', as: 'wholeNumber' } } },
      { target: 'comment', from: { copy: 'コメント' } },
    ],
    effectiveDate: '回答日',
    schedule: 'PT24H',
    deletePolicy: 'remove',
  });
  const again = (id: string) => page.getByRole('button', { name: `レコード${id}を再取り込み`, exact: true });
  const row = page
    .getByRole('row')
    .filter({ hasText: answers })
    .filter({ has: again(pressed) });
  const other = page
    .getByRole('row')
    .filter({ hasText: answers })
    .filter({ has: again(overtaken) });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('顧客コードが重複している', { timeout: 5_000 });
  }).toPass();
  await row.getByRole('button').click();
  await expect(page.getByText('1件を試し、0件を取り込みました。')).toBeVisible();

  await changeRecord(CUSTOMERS_APP, record, { 顧客コード: `${code}-2`, 会社名: `${name} 別会社` });
  const run = await send(page, 'POST', '/api/sync/v1/sync-runs', { mappingId: mapping, kind: 'incremental' });
  expect(run.ok(), await run.text()).toBe(true);
  await expect.poll(() => found(`${name} 別会社`)).not.toBe('');
  await row.getByRole('button').click();
  await expect(page.getByText('1件を試し、1件を取り込みました。')).toBeVisible();
  await expect(row).toHaveCount(0);

  const waiting = await firstOf(page, `/api/sync/v1/quarantine?limit=1&mappingId=${surveys}`, 'id');
  await expect(other).toHaveCount(1);
  await send(page, 'POST', `/api/sync/v1/quarantine/${waiting}/replay`, {});
  await other.getByRole('button').click();
  await expect(page.getByText('この行は、もう取り込みエラーではありません。')).toBeVisible();
  await expect(other).toHaveCount(0);

  const customer = await found(`${name} 営業部の登録`);
  await expect(async () => {
    await page.goto(`/customers/${customer}?tab=surveys`);
    await expect(page.getByRole('cell', { name: comment }).first()).toBeVisible({ timeout: 5_000 });
  }).toPass();
});

test('runs that found nothing new are one line, which opens, and all of them are shown when wanted', async ({
  page,
}) => {
  await signIn(page, 'integrator', '/connections?tab=runs&state=succeeded');
  const runs = page.getByRole('region', { name: '連携履歴' });
  const folded = runs.getByRole('button', { name: /の差分連携\d+件に、変更はありませんでした$/ });
  // The demo's mappings are read by the clock; what they find is a change only when somebody made one.
  await expect(folded.first()).toBeVisible({ timeout: 2 * PATIENCE });
  const lines = await runs.getByRole('row').count();
  await folded.first().press('Enter');
  await expect.poll(() => runs.getByRole('row').count()).toBeGreaterThan(lines);
  await page.getByRole('switch', { name: '変更のない差分も1件ずつ表示' }).click();
  await expect(folded).toHaveCount(0);
  await expect(page).toHaveURL(/quiet=shown/);
});

test('a connection that is to lead elsewhere wants its secret again, as its address is typed', async ({ page }) => {
  await signIn(page, 'integrator', '/connections');
  await page.getByRole('button', { name: 'salesforce-demoを編集' }).click();
  const form = page.getByRole('dialog');
  const address = form.getByRole('textbox', { name: /「私のドメイン」のURL/ });
  const before = await address.inputValue();
  await expect(form.getByPlaceholder('変更する場合だけ入力')).toBeVisible();
  await address.fill('https://another.my.salesforce.com');
  await expect(form.getByRole('status')).toContainText('認証情報をもう一度入力してください');
  await expect(form.getByPlaceholder('変更する場合だけ入力')).toHaveCount(0);
  await form.getByRole('button', { name: '保存して接続テスト' }).click();
  await expect(form.getByText('必須項目です')).toBeVisible();
  await address.fill(before);
  await expect(form.getByPlaceholder('変更する場合だけ入力')).toBeVisible();
  await expect(form.getByRole('status')).toHaveCount(0);
});

test('a team is made with its members, and the audit trail knows by whom', async ({ page }) => {
  const name = `東日本 ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'admin', '/settings?tab=teams');
  await page.getByRole('button', { name: 'チームを追加' }).click();
  await page.getByRole('textbox', { name: 'チーム名' }).fill(name);
  await page.getByRole('switch', { name: '有効' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('無効');
  await page.getByRole('tab', { name: '監査証跡' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'チームを保存' }).first()).toContainText('小林真由美');
  await expect(page.getByText('改ざんは見つかりませんでした').first()).toBeVisible();
});

test('the workspace is renamed, and the audit trail tells it in words', async ({ page }) => {
  await signIn(page, 'admin', '/settings');
  const name = page.getByRole('textbox', { name: 'ワークスペース名' });
  const before = await name.inputValue();
  const saved = page.getByText('保存しました。');
  await name.fill(`${before}（試験）`);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(saved.first()).toBeVisible();
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled();
  await name.fill(before);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: '保存' })).toBeDisabled();
  await page.getByRole('tab', { name: '監査証跡' }).click();
  const entry = page.getByRole('row').filter({ hasText: `名前: ${before}（試験）` });
  await expect(entry.first()).toContainText('ワークスペースを変更');
  await expect(entry.first()).toContainText('顧客情報の見える範囲: ');
});

test('what a first load kept silent becomes an alert by hand', async ({ page }) => {
  await signIn(page, 'ops', '/connections?tab=fired');
  await page
    .getByRole('button', { name: /の該当をアラートにする$/ })
    .first()
    .click();
  await expect(page.getByText('アラートを作成しました。')).toBeVisible();
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

/** The tour as somebody meets it who has not seen it yet. */
async function meetTour(page: Page): Promise<Locator> {
  // Once a page, so that what the tour itself remembers is found again by the next one.
  await page.addInitScript(() => localStorage.removeItem('minori.tour'));
  await signIn(page, 'hanako');
  const tour = page.getByRole('region', { name: '使い方ツアー' });
  await expect(tour).toBeFocused();
  return tour;
}

test('the tour leads by keyboard from an alert to the record behind a score, and does not come again', async ({
  page,
}) => {
  const tour = await meetTour(page);
  const shown = page.locator('[data-tour="here"]');
  const next = () => tour.getByRole('button', { name: '次へ' }).press('Enter');
  await expect(tour).toContainText('1／5');
  await expect(shown).toHaveAttribute('aria-label', 'マイアラート');
  await next();
  await expect(shown).toHaveAttribute('aria-label', '今日フォローする顧客');
  await next();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}/);
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible();
  await next();
  await expect(shown).toHaveAttribute('aria-label', 'このスコアの理由');
  await next();
  await expect(tour).toContainText('5／5');
  await shown.press('Enter');
  await expect(shown).toHaveAttribute('href', /^http/);
  await tour.getByRole('button', { name: '終わる' }).press('Enter');
  await expect(tour).toHaveCount(0);
  await page.goto('/');
  await settled(page);
  await expect(tour).toHaveCount(0);
});

test('who leaves the tour is not asked again', async ({ page }) => {
  const tour = await meetTour(page);
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await page.reload();
  await settled(page);
  await expect(tour).toHaveCount(0);
});
