import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { useChangeTask } from '@/api/queries/taskActions';
import { startLanguage } from '@/i18n';
import { SaveProblem } from './SaveProblem';

const ID = '0190a000-0000-7000-8001-000000000001';
const BASE = 'https://minori.dev/problems/';

beforeAll(() => startLanguage('ja'));
afterEach(() => vi.unstubAllGlobals());

function shown(status: number, kind: string) {
  const reload = vi.fn();
  const overwrite = vi.fn();
  const error = new ProblemError({ type: BASE + kind, title: 'だめです', status });
  render(
    <MantineProvider>
      <SaveProblem error={error} onReload={reload} onOverwrite={overwrite} />
    </MantineProvider>,
  );
  return { reload, overwrite };
}

test("somebody else's change asks whose holds", () => {
  const { reload, overwrite } = shown(412, 'stale-version');
  expect(screen.getByRole('alert').textContent).toContain('ほかの人が先に変更しました');
  fireEvent.click(screen.getByRole('button', { name: '最新の内容を読み込む' }));
  expect(reload).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: '自分の内容で上書き' }));
  expect(overwrite).toHaveBeenCalledOnce();
});

test('any other problem says what the server said and offers nothing', () => {
  shown(400, 'invalid-request');
  expect(screen.getByRole('alert').textContent).toContain('だめです');
  expect(screen.queryByRole('button')).toBeNull();
});

test('overwriting changes the newest version, not the one that was read', async () => {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    const task = { id: ID, version: 7, title: { ja: '電話', en: 'Call' } };
    return Promise.resolve(Response.json(request.method === 'GET' ? task : { ...task, version: 8 }));
  });
  const cache = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useChangeTask(), { wrapper });
  const task = { id: ID, version: 3 };
  act(() => result.current.mutate({ task, change: { action: 'complete' } }));
  await waitFor(() => expect(result.current.isSuccess).toBe(true));
  expect(sent.map((request) => request.headers.get('If-Match'))).toEqual(['"3"']);
  act(() => result.current.mutate({ task, change: { action: 'complete' }, overwrite: true }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent.map((request) => request.headers.get('If-Match'))).toEqual(['"3"', null, '"7"']);
});
