import { expect } from '@playwright/test';

/** The customers' systems, as their own people use them. */
export const SALESFORCE =
  process.env.MINORI_SALESFORCE ?? `http://127.0.0.1:${process.env.MINORI_PORT_SALESFORCE ?? '8090'}`;
const KINTONE = process.env.MINORI_KINTONE ?? `http://127.0.0.1:${process.env.MINORI_PORT_KINTONE ?? '8091'}`;

/** Apps of the demo's kintone. */
export const CUSTOMERS_APP = 1;
export const SURVEYS_APP = 2;

/** Who may write into an org: the client of the demo's, or that of the company that begins with nothing. */
type Org = 'minori-demo' | 'minori-load';

/** A new account. */
export async function createAccount(org: Org, fields: object): Promise<void> {
  const token = (await (
    await fetch(`${SALESFORCE}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: org, client_secret: `${org}-secret` }),
    })
  ).json()) as { access_token: string };
  const answer = await fetch(`${SALESFORCE}/services/data/v62.0/sobjects/Account`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token.access_token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
  expect(answer.status, await answer.text()).toBe(201);
}

type Fields = Record<string, string>;

async function kintone(method: 'POST' | 'PUT', body: object): Promise<{ id?: string }> {
  const answer = await fetch(`${KINTONE}/k/v1/record.json`, {
    method,
    headers: { 'X-Cybozu-API-Token': 'demo-token-all', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const words = await answer.text();
  expect(answer.status, words).toBe(200);
  return JSON.parse(words) as { id?: string };
}

const recordOf = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }]));

/** A new record of an app; returns its number. */
export async function createRecord(app: number, fields: Fields): Promise<string> {
  return (await kintone('POST', { app, record: recordOf(fields) })).id ?? '';
}

export async function changeRecord(app: number, id: string, fields: Fields): Promise<void> {
  await kintone('PUT', { app, id, record: recordOf(fields) });
}
