import type { Page } from '@playwright/test';

/** What the tests need of a task. */
export interface MadeTask {
  id: string;
  title: { ja: string };
  customerId: string;
}

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const session = (await (await page.request.get('/api/session')).json()) as { writeToken: string };
  const answer = await page.request.post(path, {
    data,
    headers: { 'Minori-Write-Token': session.writeToken, Origin: new URL(page.url()).origin },
  });
  if (!answer.ok()) {
    throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

/** A task of one's own that no other test touches. */
export async function makeTask(page: Page, title: string): Promise<MadeTask> {
  return post(page, '/api/playbook/v1/tasks', {
    customerId: await anyCustomer(page),
    title: `${title} ${Date.now()}`,
    ownerMemberId: await me(page),
    dueOn: '2026-01-05',
  });
}

/** A question to somebody. */
export async function askQuestion(page: Page, to: string, text: string): Promise<MadeTask> {
  return post(page, '/api/playbook/v1/questions', { customerId: await anyCustomer(page), to, text });
}

export async function me(page: Page): Promise<string> {
  const answer = await page.request.get('/api/notification/v1/recipients/me');
  return ((await answer.json()) as { memberId: string }).memberId;
}

export async function taskOf(
  page: Page,
  id: string,
): Promise<{ state: string; snoozedUntil: string | null; ownerName: string; outcome: string | null; dueOn: string }> {
  return (await (await page.request.get(`/api/playbook/v1/tasks/${id}`)).json()) as never;
}

async function anyCustomer(page: Page): Promise<string> {
  const answer = await page.request.get('/api/scoring/v1/customers?limit=1');
  return ((await answer.json()) as { items: { customerId: string }[] }).items[0]?.customerId ?? '';
}
