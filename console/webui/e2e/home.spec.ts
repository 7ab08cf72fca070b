import type { Page } from '@playwright/test';
import { expect, signIn, test } from './base';
import { firstOf } from './work';

interface Created {
  id: string;
  version: number;
}

/** Work of one's own, so that tests neither need nor use up what the demo holds. */
async function createTask(page: Page, title: string): Promise<Created> {
  const session = (await (await page.request.get('/api/session')).json()) as {
    writeToken: string;
    person: { id: string };
  };
  const { items } = (await (await page.request.get('/api/scoring/v1/customers?owner=me&limit=1')).json()) as {
    items: { customerId: string }[];
  };
  const me = (await (await page.request.get('/api/notification/v1/recipients/me')).json()) as { memberId: string };
  const answer = await page.request.post('/api/playbook/v1/tasks', {
    headers: { 'Minori-Write-Token': session.writeToken, 'Idempotency-Key': crypto.randomUUID() },
    data: { customerId: items[0]?.customerId, title, ownerMemberId: me.memberId, dueOn: '2001-01-01' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const created = (await answer.json()) as Created;
  left.push(created.id);
  return created;
}

/** What a test made and may have left open. */
const left: string[] = [];

test.afterEach(async ({ page }) => {
  const session = (await (await page.request.get('/api/session')).json()) as { writeToken: string };
  for (const id of left.splice(0)) {
    const task = (await (await page.request.get(`/api/playbook/v1/tasks/${id}`)).json()) as {
      state: string;
      version: number;
    };
    if (task.state === 'open' || task.state === 'snoozed') {
      const answer = await page.request.post(`/api/playbook/v1/tasks/${id}/cancel`, {
        headers: { 'Minori-Write-Token': session.writeToken, 'If-Match': `"${task.version}"` },
        data: { reason: 'made by a test' },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
  }
});

async function stateOf(page: Page, id: string): Promise<string> {
  return ((await (await page.request.get(`/api/playbook/v1/tasks/${id}`)).json()) as { state: string }).state;
}

test('completes a task with one key', async ({ page }) => {
  await signIn(page, 'hanako');
  const task = await createTask(page, `一つのキーで完了 ${Date.now()}`);
  await page.reload();
  const tasks = page.getByRole('region', { name: 'マイタスク' });
  await expect(tasks.getByText('一つのキーで完了').first()).toBeVisible();
  const customers = page.getByRole('region', { name: '今日フォローする顧客' }).getByRole('listitem');
  await expect(customers.first()).toBeVisible();
  // The list goes on from whom to call to what to do; what is overdue stands first.
  const above = await customers.count();
  for (let at = 0; at <= above; at++) {
    await page.keyboard.press('j');
  }
  await expect(tasks.locator('[data-marked="true"]')).toBeVisible();
  await expect(tasks.locator('[data-marked="true"]')).toContainText('一つのキーで完了');
  await page.keyboard.press('e');
  await expect(page.getByText('を完了にしました')).toBeVisible();
  expect(await stateOf(page, task.id)).toBe('completed');
});

test('puts a task aside, remarks on it, and hands it over', async ({ page }) => {
  await signIn(page, 'hanako');
  const title = `保留と引き継ぎ ${Date.now()}`;
  const task = await createTask(page, title);
  await page.reload();
  const menu = page.getByRole('button', { name: `「${title}」の操作` });

  await menu.click();
  await page.getByRole('menuitem', { name: 'コメント' }).click();
  await page.getByRole('textbox', { name: 'コメント' }).fill('先方に電話済み');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('コメントを追加しました')).toBeVisible();
  const comments = (await (await page.request.get(`/api/playbook/v1/tasks/${task.id}/comments`)).json()) as {
    items: { body: string }[];
  };
  expect(comments.items.map((comment) => comment.body)).toContain('先方に電話済み');

  await menu.click();
  await page.getByRole('menuitem', { name: '担当を変更' }).click();
  await page.getByRole('combobox', { name: '担当するメンバー' }).click();
  await page.getByRole('option', { name: '田中一郎' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('担当を田中一郎さんに変更しました')).toBeVisible();
  await expect(menu).toHaveCount(0);
});

test('snoozes a task until tomorrow', async ({ page }) => {
  await signIn(page, 'hanako');
  const title = `明日まで保留 ${Date.now()}`;
  const task = await createTask(page, title);
  await page.reload();
  await page.getByRole('button', { name: `「${title}」の操作` }).click();
  await page.getByRole('menuitem', { name: '保留' }).click();
  await page.getByRole('button', { name: /^明日/ }).click();
  await expect(page.getByText('まで保留にしました')).toBeVisible();
  expect(await stateOf(page, task.id)).toBe('snoozed');
});

test('remarks on an alert and puts it off by key, and brings it back', async ({ page }) => {
  await signIn(page, 'hanako');
  const alerts = page.getByRole('region', { name: 'マイアラート' });
  const row = alerts.getByRole('listitem').first();
  await row.getByRole('button', { name: /の操作$/ }).click();
  await page.getByRole('menuitem', { name: 'コメント' }).click();
  await page.getByRole('textbox', { name: 'コメント' }).fill('先方に電話します');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('コメントを追加しました')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const listed = async (snoozed: boolean) =>
    firstOf(page, `/api/playbook/v1/alerts?mine=true&open=true&snoozed=${snoozed}&limit=1`, 'id');
  const id = await listed(false);
  while ((await row.getAttribute('data-marked')) !== 'true') {
    await page.keyboard.press('j');
  }
  await page.keyboard.press('s');
  await page.getByRole('button', { name: /^明日/ }).click();
  await expect(page.getByText('まで保留にしました')).toBeVisible();
  await expect.poll(() => listed(true)).toBe(id);
  await page.goto(`/alerts/${id}?state=snoozed`);
  await page.getByRole('button', { name: /^保留を解除/ }).click();
  await expect.poll(() => listed(false)).toBe(id);
});

test('takes a customer off the list of today and puts it back', async ({ page }) => {
  await signIn(page, 'hanako');
  const followUps = page.getByRole('region', { name: '今日フォローする顧客' });
  const name = await followUps.getByRole('link').first().innerText();
  await followUps.getByRole('button', { name: `今日は対応しない: ${name}` }).click();
  await expect(followUps.getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(followUps.getByRole('link', { name, exact: true })).toBeVisible();
});

test('says until which day the usage is known that the order goes by', async ({ page }) => {
  await signIn(page, 'hanako');
  const until = await page.request.get('/api/scoring/v1/follow-ups?limit=1');
  const { usageUntil } = (await until.json()) as { usageUntil: string };
  const [, month, day] = usageUntil.split('-').map(Number);
  await expect(page.getByText(`利用ログは${month ?? ''}月${day ?? ''}日分まで`)).toBeVisible();
});

test('leads a manager to the dashboard', async ({ page }) => {
  await signIn(page, 'kenji');
  await page.getByRole('link', { name: 'チーム全体の状況をダッシュボードで見る' }).click();
  await expect(page).toHaveURL(/\/dashboard/);
});
