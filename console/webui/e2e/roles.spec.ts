import { expect, logIn, signIn, test } from './base';
import { firstOf, send } from './work';

const EVERYBODY = ['ホーム', '顧客', 'アラート', 'タスク', 'プレイブック', '通知履歴', '設定'];

/** Who there is, what the menu offers them beside the usual, and which screen is not for them. */
const PEOPLE = [
  { user: 'hanako', name: '佐藤花子', role: 'CS担当', more: [], refused: '/connections' },
  { user: 'kenji', name: '鈴木健二', role: 'マネージャー', more: ['ダッシュボード'], refused: '/connections' },
  { user: 'ops', name: '山本結衣', role: 'CSオペレーション', more: ['ダッシュボード', '連携'], refused: '/welcome' },
  { user: 'integrator', name: '中村大輔', role: '連携担当', more: ['連携'], refused: null },
  { user: 'admin', name: '小林真由美', role: '管理者', more: ['ダッシュボード', '連携'], refused: null },
  { user: 'viewer', name: '加藤翼', role: '閲覧者', more: [], refused: '/welcome' },
] as const;

for (const { user, name, role, more, refused } of PEOPLE) {
  test(`${user} signs in, finds the places of a ${user}, and signs out`, async ({ page }) => {
    await logIn(page, user);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name}さん`);
    const me = page.getByRole('button', { name: `${name}さんのメニュー` });
    await expect(me).toContainText(role);
    const menu = page.getByRole('navigation', { name: '主なメニュー' });
    for (const place of [...EVERYBODY, ...more]) {
      await expect(menu.getByRole('link', { name: place, exact: true })).toBeVisible();
    }
    for (const place of ['ダッシュボード', '連携'].filter((each) => !(more as readonly string[]).includes(each))) {
      await expect(menu.getByRole('link', { name: place, exact: true })).toHaveCount(0);
    }
    if (refused !== null) {
      await page.goto(refused);
      await expect(page.getByText('この画面を見る権限がありません')).toBeVisible();
    }
    await me.click();
    await page.getByRole('menuitem', { name: 'ログアウト' }).click();
    await expect(page.getByText('ログアウトしました。')).toBeVisible();
    expect((await page.request.get('/api/scoring/v1/customers?limit=1')).status()).toBe(401);
  });
}

test('what a screen does not offer is refused behind it, too', async ({ page }) => {
  await signIn(page, 'viewer');
  const customerId = await firstOf(page, '/api/scoring/v1/customers?limit=1', 'customerId');
  const task = await firstOf(page, '/api/playbook/v1/tasks?limit=1', 'id');
  expect((await send(page, 'POST', '/api/playbook/v1/tasks', { customerId, title: 'x' })).status()).toBe(403);
  expect((await send(page, 'POST', `/api/playbook/v1/tasks/${task}/complete`, {})).status()).toBe(403);
  await signIn(page, 'hanako');
  expect((await send(page, 'POST', '/api/sync/v1/connections', { name: 'x', system: 'kintone' })).status()).toBe(403);
  expect((await send(page, 'POST', '/api/playbook/v1/playbooks/usage-drop-follow-up/pause', {})).status()).toBe(403);
  expect((await page.request.get('/api/sync/v1/quarantine')).status()).toBe(403);
  await signIn(page, 'integrator');
  expect(
    (await send(page, 'PUT', '/api/sync/v1/teams/0190a000-0000-7000-8001-00000000eeee', { name: 'x' })).status(),
  ).toBe(403);
  // A page of somebody else's cannot write in the person's name: it does not know the session's token.
  const forged = await page.request.post('/api/sync/v1/sync-runs', {
    data: {},
    headers: { Origin: 'https://evil.example' },
  });
  expect(forged.status()).toBe(403);
});

test('another workspace is refused, by every address that leads into it', async ({ page }) => {
  await signIn(page, 'hanako');
  const customer = await firstOf(page, '/api/scoring/v1/customers?limit=1', 'customerId');
  const name = await firstOf(page, '/api/scoring/v1/customers?limit=1', 'name');
  const task = await firstOf(page, '/api/playbook/v1/tasks?limit=1', 'id');
  const alert = await firstOf(page, '/api/playbook/v1/alerts?limit=1', 'id');
  const delivery = await firstOf(page, '/api/notification/v1/deliveries?limit=1', 'id');

  await signIn(page, 'aozora-csm', `/customers/${customer}`);
  await expect(page.getByText('顧客が見つかりません')).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  for (const path of [
    `/api/scoring/v1/customers/${customer}`,
    `/api/scoring/v1/customers/${customer}/health/explanation`,
    `/api/scoring/v1/customers/${customer}/timeline`,
    `/api/playbook/v1/tasks/${task}`,
    `/api/playbook/v1/alerts/${alert}`,
    `/api/notification/v1/deliveries/${delivery}`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  for (const list of ['/api/playbook/v1/tasks', '/api/playbook/v1/alerts', '/api/notification/v1/deliveries']) {
    expect(await firstOf(page, `${list}?limit=1`, 'id'), list).toBe('');
  }
  await page.goto(`/customers?owner=all&q=${encodeURIComponent(name)}`);
  await expect(page.getByText('条件に合う顧客がありません')).toBeVisible();
});
