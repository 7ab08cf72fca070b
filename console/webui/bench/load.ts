import { expect, type Page } from '@playwright/test';
import { SALESFORCE } from '../e2e/sources';
import { firstOf, publishMapping, send } from '../e2e/work';

const CONNECTION = '測定用のSalesforce';
const HOUR = 60 * 60_000;

async function loaded(page: Page): Promise<number> {
  const answer = await page.request.get('/api/scoring/v1/portfolio/customers');
  const { total } = (await answer.json()) as { total?: { customers?: number } };
  return total?.customers ?? 0;
}

/** Sees to it that the workspace of whoever is signed in holds so many customers. */
export async function loadCustomers(page: Page, customers: number): Promise<void> {
  if ((await loaded(page)) >= customers) {
    return;
  }
  expect(
    await firstOf(page, '/api/sync/v1/connections', 'id'),
    'this workspace has data already: start the platform with --fresh',
  ).toBe('');
  const seeded = await fetch(`${SALESFORCE}/_control/orgs/load/seed`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ accounts: customers, usageDays: 0, details: false, dirty: false }),
  });
  expect(seeded.status, await seeded.text()).toBe(200);
  const connection = await send(page, 'POST', '/api/sync/v1/connections', {
    name: CONNECTION,
    system: 'salesforce',
    salesforce: {
      loginUrl: SALESFORCE,
      auth: { type: 'client-credentials', clientId: 'minori-load', clientSecret: 'minori-load-secret' },
    },
  });
  expect(connection.ok(), await connection.text()).toBe(true);
  await publishMapping(page, {
    name: 'Salesforce 取引先 → 顧客',
    connection: CONNECTION,
    object: 'Account',
    dataset: 'customer',
    customerLink: 'self',
    fields: (
      [
        ['name', 'Name'],
        ['nameKana', 'NameKana__c'],
        ['customerCode', 'CustomerCode__c'],
        ['industry', 'Industry'],
        ['phase', 'Phase__c'],
        ['touchModel', 'TouchModel__c'],
      ] as const
    ).map(([target, copy]) => ({ target, from: { copy } })),
    schedule: 'PT24H',
    deletePolicy: 'remove',
  });
  await expect.poll(() => loaded(page), { timeout: HOUR, intervals: [2_000] }).toBe(customers);
}
