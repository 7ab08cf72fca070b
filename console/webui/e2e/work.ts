import type { APIResponse, Page } from '@playwright/test';

/** What the tests need of a task. */
export interface MadeTask {
  id: string;
  title: { ja: string };
  customerId: string;
}

/** Sends something as the person who is signed in, past the screens. */
export async function send(page: Page, method: 'POST' | 'PUT', path: string, data: object): Promise<APIResponse> {
  const session = (await (await page.request.get('/api/session')).json()) as { writeToken: string };
  return page.request.fetch(path, {
    method,
    data,
    headers: { 'Minori-Write-Token': session.writeToken, Origin: new URL(page.url()).origin },
  });
}

/** A field of the first thing of a list, or nothing. */
export async function firstOf(page: Page, list: string, field: string): Promise<string> {
  const answer = (await (await page.request.get(list)).json()) as
    Record<string, string>[] | { items: Record<string, string>[] };
  const [item] = Array.isArray(answer) ? answer : answer.items;
  return item?.[field] ?? '';
}

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await send(page, 'POST', path, data);
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

/** Creates and publishes a table mapping; returns its id. */
export async function publishMapping(page: Page, document: object): Promise<string> {
  return (await post<{ id: string }>(page, '/api/sync/v1/mappings?publish=true', document)).id;
}

export async function alertOf(page: Page, id: string): Promise<{ state: string; snoozedUntil: string | null }> {
  const detail = (await (await page.request.get(`/api/playbook/v1/alerts/${id}`)).json()) as { alert: never };
  return detail.alert;
}

async function anyCustomer(page: Page): Promise<string> {
  return firstOf(page, '/api/scoring/v1/customers?limit=1', 'customerId');
}
