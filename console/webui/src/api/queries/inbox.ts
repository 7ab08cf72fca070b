import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { body, playbook } from '../client';
import type { paths } from '../generated/playbook';
import { FULL_PAGE, wholeList } from '../pages';
import type { Answer, ItemOf, Loose, Task } from '../types';

type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

export type TaskQuery = QueryOf<'/api/v1/tasks'>;
export type AlertQuery = QueryOf<'/api/v1/alerts'>;
export type AlertDetail = Loose<Answer<paths, '/api/v1/alerts/{id}'>>;
export type Occurrence = NonNullable<AlertDetail['occurrences']>[number];
export type Notice = NonNullable<AlertDetail['notices']>[number];
export type TaskComment = ItemOf<Answer<paths, '/api/v1/tasks/{id}/comments'>>;
export type TaskFigures = Loose<Answer<paths, '/api/v1/task-figures'>>;
export type RuleExplanation = Loose<Answer<paths, '/api/v1/alert-rules/{key}/explanations'>>[number];

const PAGE = 50;

/** Tasks page by page; the first page knows how many there are. */
export function useTaskPages(query: TaskQuery) {
  return useInfiniteQuery({
    queryKey: ['tasks', 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        playbook.GET('/api/v1/tasks', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
  });
}

export function useAlertPages(query: AlertQuery) {
  return useInfiniteQuery({
    queryKey: ['alerts', 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        playbook.GET('/api/v1/alerts', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
  });
}

/** A task; what the list knows of it is shown until the rest is there. */
export function useTask(id: string | undefined, known: Task | undefined) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: () => body(playbook.GET('/api/v1/tasks/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    placeholderData: known as never,
  });
}

export function useTaskComments(id: string) {
  return useQuery({
    queryKey: ['task', id, 'comments'],
    queryFn: () =>
      wholeList((from) =>
        body(
          playbook.GET('/api/v1/tasks/{id}/comments', {
            params: { path: { id }, query: { limit: FULL_PAGE, ...from } },
          }),
        ),
      ),
  });
}

export function useAlertComments(id: string) {
  return useQuery({
    queryKey: ['alert', id, 'comments'],
    queryFn: () =>
      wholeList((from) =>
        body(
          playbook.GET('/api/v1/alerts/{id}/comments', {
            params: { path: { id }, query: { limit: FULL_PAGE, ...from } },
          }),
        ),
      ),
  });
}

export function useAlert(id: string | undefined) {
  return useQuery({
    queryKey: ['alert', id],
    queryFn: () => body(playbook.GET('/api/v1/alerts/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

/** What a rule made of each stay of the customer in its segment, newest first. */
export function useRuleExplanations(ruleKey: string | undefined, customerId: string | undefined) {
  return useQuery({
    queryKey: ['alert-rule', ruleKey, 'explanations', customerId],
    queryFn: () =>
      body(
        playbook.GET('/api/v1/alert-rules/{key}/explanations', {
          params: { path: { key: ruleKey ?? '' }, query: { customerId: customerId ?? '' } },
        }),
      ),
    enabled: ruleKey !== undefined && customerId !== undefined,
  });
}

/** Tasks that came of an alert. */
export function useAlertTasks(alertId: string) {
  return useQuery({
    queryKey: ['tasks', { alertId }],
    queryFn: () => body(playbook.GET('/api/v1/tasks', { params: { query: { alertId, limit: 20 } } })),
  });
}

export function useAlertRules() {
  return useQuery({
    queryKey: ['alert-rules'],
    queryFn: () =>
      wholeList((from) =>
        body(playbook.GET('/api/v1/alert-rules', { params: { query: { limit: FULL_PAGE, ...from } } })),
      ),
    staleTime: 60_000,
  });
}
