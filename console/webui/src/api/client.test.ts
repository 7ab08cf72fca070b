import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { body, callContext, playbook, scoring } from './client';
import { ProblemError } from './problem';
import { signals } from './signals';

const sent: Request[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  sent.length = 0;
  signals.reset();
  callContext.writeToken = 'token-of-this-page';
  callContext.language = 'ja';
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    return Promise.resolve(answer());
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function json(status: number, content: object): Response {
  return new Response(JSON.stringify(content), { status, headers: { 'Content-Type': 'application/json' } });
}

const ID = '0190a000-0000-7000-8001-000000000001';

function read() {
  return body(scoring.GET('/api/v1/customers', { params: { query: { limit: 1 } } }));
}

test('calls go to the path of their service, in the language shown, and reads carry no write token', async () => {
  answer = () => json(200, { items: [] });
  await read();
  expect(new URL(sent[0]?.url ?? '').pathname).toBe('/api/scoring/v1/customers');
  expect(sent[0]?.headers.get('Accept-Language')).toBe('ja');
  expect(sent[0]?.headers.get('Minori-Write-Token')).toBeNull();
});

test('writes carry the token of the page and keep their body', async () => {
  answer = () => json(200, {});
  await playbook.POST('/api/v1/tasks/{id}/complete', {
    params: { path: { id: ID }, header: { 'If-Match': '"1"' } },
    body: { outcome: '連絡済み' },
  });
  expect(sent[0]?.headers.get('Minori-Write-Token')).toBe('token-of-this-page');
  expect(sent[0]?.headers.get('If-Match')).toBe('"1"');
  expect(await sent[0]?.json()).toEqual({ outcome: '連絡済み' });
});

test('a write with a token of another mark of this browser is sent once more with the one that holds', async () => {
  const refused = { type: 'https://minori.dev/problems/cross-site-request', title: 'x', status: 403 };
  const answers = [json(403, refused), json(200, { writeToken: 'token-that-holds' }), json(200, {})];
  answer = () => answers.shift() ?? json(500, {});
  await playbook.POST('/api/v1/tasks/{id}/complete', {
    params: { path: { id: ID }, header: { 'If-Match': '"1"' } },
    body: { outcome: '連絡済み' },
  });
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
    `/api/playbook/v1/tasks/${ID}/complete`,
    '/api/session',
    `/api/playbook/v1/tasks/${ID}/complete`,
  ]);
  expect(sent[2]?.headers.get('Minori-Write-Token')).toBe('token-that-holds');
  expect(await sent[2]?.json()).toEqual({ outcome: '連絡済み' });
});

test('a write that is refused for another reason is sent once', async () => {
  answer = () => json(403, { type: 'https://minori.dev/problems/forbidden', title: 'x', status: 403 });
  await playbook
    .POST('/api/v1/tasks/{id}/complete', { params: { path: { id: ID } }, body: {} } as never)
    .catch(() => 0);
  expect(sent).toHaveLength(1);
});

test('a problem is thrown with what the server said', async () => {
  answer = () => json(412, { type: 'https://minori.dev/problems/stale-version', title: 'x', status: 412 });
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).kind).toBe('stale-version');
  expect(signals.read()).toEqual({ ended: false, away: [] });
});

test('a 401 ends the session for the whole page', async () => {
  answer = () => json(401, { type: 'https://minori.dev/problems/unauthenticated', title: 'x', status: 401 });
  await read().catch(() => undefined);
  expect(signals.read().ended).toBe(true);
});

test('a service that is away is named until it answers again', async () => {
  answer = () =>
    json(503, {
      type: 'https://minori.dev/problems/service-unreachable#scoring',
      title: 'x',
      status: 503,
      service: 'scoring',
    });
  await read().catch(() => undefined);
  expect(signals.read().away).toEqual(['scoring']);
  answer = () => json(200, { items: [] });
  await read();
  expect(signals.read().away).toEqual([]);
});

test('an answer that is no problem document becomes one', async () => {
  answer = () => new Response('<html>502</html>', { status: 502 });
  const error = await read().catch((thrown: unknown) => thrown);
  expect((error as ProblemError).problem.status).toBe(502);
});

test('a network that fails says that the console cannot be reached, until it can', async () => {
  answer = () => Promise.reject(new TypeError('Failed to fetch'));
  await read().catch(() => undefined);
  expect(signals.read().away).toEqual(['console']);
  answer = () => json(200, { items: [] });
  await read();
  expect(signals.read().away).toEqual([]);
});
