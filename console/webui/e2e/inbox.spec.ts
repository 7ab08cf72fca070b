import { expect, signIn, test } from './base';
import { alertOf, askQuestion, firstOf, makeTask, me, taskOf } from './work';

test('a task is found, read beside the list and completed by keys alone', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  const task = await makeTask(page, '電話する');
  await page.goto(`/tasks?q=${encodeURIComponent(task.title.ja)}`);
  await expect(page.getByRole('link', { name: task.title.ja })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(task.id));
  await expect(page.getByRole('complementary', { name: 'タスク' })).toContainText(task.title.ja);
  await page.keyboard.press('e');
  await expect(page.getByText(`「${task.title.ja}」を完了にしました`)).toBeVisible();
  await expect.poll(async () => (await taskOf(page, task.id)).state).toBe('completed');
  await expect(page.getByRole('listitem').filter({ hasText: task.title.ja })).toHaveCount(0);
});

test('a task that changes hands keeps its day, and a comment is there after a reload', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  const task = await makeTask(page, '資料を送る');
  await page.goto(`/tasks/${task.id}`);
  const panel = page.getByRole('complementary', { name: 'タスク' });
  await panel.getByRole('textbox', { name: 'コメントを書く' }).fill('先方の返事待ちです');
  await panel.getByRole('button', { name: 'コメントする' }).click();
  await expect(panel.getByText('先方の返事待ちです')).toBeVisible();
  await panel.getByRole('button', { name: '担当を変更' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('田中');
  await page.getByRole('option', { name: '田中一郎' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await taskOf(page, task.id)).ownerName).toBe('田中一郎');
  expect((await taskOf(page, task.id)).dueOn).toBe('2026-01-05');
  await page.reload();
  await expect(panel.getByText('先方の返事待ちです')).toBeVisible();
});

test('several tasks are put aside at once, and a question among them is told apart', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  const own = await me(page);
  const task = await makeTask(page, 'まとめて');
  const question = await askQuestion(page, own, `まとめて ${Date.now()}`);
  await page.goto('/tasks?q=まとめて');
  await page.getByRole('checkbox', { name: `「${task.title.ja}」を選択` }).check();
  await page.getByRole('checkbox', { name: `「${question.title.ja}」を選択` }).check();
  await page.getByRole('toolbar').getByRole('button', { name: '完了' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完了' }).click();
  const result = page.getByRole('dialog', { name: '一括操作の結果' });
  await expect(result).toContainText('1件を処理しました');
  await expect(result).toContainText(question.title.ja);
  expect((await taskOf(page, task.id)).state).toBe('completed');
  expect((await taskOf(page, question.id)).state).toBe('open');
});

test('a question is completed by its answer', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  const words = `契約の見通しは？ ${Date.now()}`;
  const question = await askQuestion(page, await me(page), words);
  await page.goto(`/tasks/${question.id}`);
  // What is asked stands there once, and once that it is a question.
  const panel = page.getByRole('complementary', { name: 'タスク' });
  await expect(panel.getByRole('heading', { name: `質問: ${words}` })).toBeVisible();
  await expect(panel.getByText(words)).toHaveCount(1);
  await expect(panel.getByText('質問', { exact: true })).toHaveCount(0);
  await page.getByRole('textbox', { name: /^回答を書く/ }).fill('更新の予定です');
  await page.getByRole('button', { name: '回答する' }).click();
  await expect.poll(async () => (await taskOf(page, question.id)).outcome).toBe('更新の予定です');
});

test('what others add waits while somebody works, and moves nothing', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  await makeTask(page, '先にある');
  await page.goto('/tasks?sort=-created&q=先に');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('j');
  const later = await makeTask(page, '先に来た');
  await page.getByRole('button', { name: /新着\d+件を表示/ }).click();
  await expect(page.getByRole('link', { name: later.title.ja })).toBeVisible();
});

test('an alert tells why, how often and who was told', async ({ page }) => {
  await signIn(page, 'kenji', '/alerts?state=all');
  await page.getByRole('listitem').first().getByRole('link').first().click();
  const panel = page.getByRole('complementary', { name: 'アラート' });
  await expect(panel.getByRole('region', { name: 'アラートの理由' })).toBeVisible();
  await expect(
    panel
      .getByRole('region', { name: /発生の記録/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.goBack();
});

test('an alert is put off and brought back, and what is said about it stays', async ({ page }) => {
  await signIn(page, 'kenji', '/alerts?mine=false');
  const id = await firstOf(page, '/api/playbook/v1/alerts?open=true&snoozed=false&sort=opened&limit=1', 'id');
  await page.goto(`/alerts/${id}?mine=false`);
  const panel = page.getByRole('complementary', { name: 'アラート' });
  const words = `明日、先方に確認します ${Date.now()}`;
  await panel.getByRole('textbox', { name: 'コメントを書く' }).fill(words);
  await panel.getByRole('button', { name: 'コメントする' }).click();
  await expect(panel.getByText(words)).toBeVisible();

  await panel.getByRole('button', { name: /^保留/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^明日/ }).click();
  await expect(page.getByText(/を保留にしました$/)).toBeVisible();
  expect((await alertOf(page, id)).snoozedUntil).not.toBeNull();

  await page.goto(`/alerts/${id}?mine=false&state=snoozed`);
  await expect(panel.getByText(/まで保留$/)).toBeVisible();
  await expect(panel.getByText(words)).toBeVisible();
  await panel.getByRole('button', { name: /^保留を解除/ }).click();
  await expect(page.getByText(/の保留を解除しました$/)).toBeVisible();
  await expect.poll(async () => (await alertOf(page, id)).snoozedUntil).toBeNull();
});

test('a task that was ended too early is open again', async ({ page }) => {
  await signIn(page, 'hanako', '/tasks');
  const task = await makeTask(page, 'やり直し');
  await page.goto(`/tasks/${task.id}`);
  const panel = page.getByRole('complementary', { name: 'タスク' });
  await panel.getByRole('button', { name: /^完了/ }).click();
  await expect.poll(async () => (await taskOf(page, task.id)).state).toBe('completed');
  await page.goto(`/tasks/${task.id}?state=completed`);
  await panel.getByRole('button', { name: '未完了に戻す' }).click();
  await expect(page.getByText(`「${task.title.ja}」を未完了に戻しました`)).toBeVisible();
  await expect.poll(async () => (await taskOf(page, task.id)).state).toBe('open');
});

test('every number of the load leads to its tasks', async ({ page }) => {
  await signIn(page, 'kenji', '/tasks');
  await page.goto('/tasks?view=load');
  await page
    .getByRole('row', { name: /佐藤花子/ })
    .getByRole('link', { name: /未完了/ })
    .click();
  await expect(page).toHaveURL(/openAt=/);
  await expect(page.getByRole('listitem').first()).toContainText('佐藤花子');
});

test('somebody who may only look is offered nothing to change', async ({ page }) => {
  await signIn(page, 'viewer', '/tasks?mine=false');
  await expect(page.getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
