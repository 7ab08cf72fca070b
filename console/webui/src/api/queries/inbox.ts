import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, playbook } from '../client';
import type { paths } from '../generated/playbook';
import type { Alert, Answer, Loose, Task } from '../types';

type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

export type TaskQuery = QueryOf<'/api/v1/tasks'>;
export type AlertQuery = QueryOf<'/api/v1/alerts'>;
export type AlertDetail = Loose<Answer<paths, '/api/v1/alerts/{id}'>>;
export type Occurrence = NonNullable<AlertDetail['occurrences']>[number];
export type Notice = NonNullable<AlertDetail['notices']>[number];
export type TaskComment = Loose<Answer<paths, '/api/v1/tasks/{id}/comments'>>[number];
export type TaskFigures = Loose<Answer<paths, '/api/v1/task-figures'>>;
export type RuleExplanation = Loose<Answer<paths, '/api/v1/alert-rules/{key}/explanations'>>[number];

const PAGE = 50;

interface PageOf<T> {
  items?: T[];
  nextCursor?: string | null;
}

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

/** All rows of the pages read so far. */
export function rowsOf<T>(pages: readonly PageOf<T>[] | undefined): T[] {
  return (pages ?? []).flatMap((page) => page.items ?? []);
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
    queryFn: () => body(playbook.GET('/api/v1/tasks/{id}/comments', { params: { path: { id } } })),
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
    queryFn: () => body(playbook.GET('/api/v1/alert-rules')),
    staleTime: 60_000,
  });
}

/** Tasks by owner in a period; the API's own period is this month. */
export function useTaskFigures(period: { from?: string; to?: string; teamId?: string }) {
  return useQuery({
    queryKey: ['task-figures', period],
    queryFn: () => body(playbook.GET('/api/v1/task-figures', { params: { query: period } })),
    placeholderData: (previous) => previous,
  });
}

/** What can be done with one task. */
export type TaskChange =
  | { action: 'complete'; outcome?: string }
  | { action: 'snooze'; until: string }
  | { action: 'assign'; ownerMemberId: string; dueOn?: string | null; priority?: string }
  | { action: 'cancel'; reason: string }
  | { action: 'answer'; text: string };

function send(task: Task, change: TaskChange, key: string) {
  const path = { id: task.id ?? '' };
  const params = { path, header: { 'If-Match': ifMatch(task.version ?? 0) } };
  switch (change.action) {
    case 'complete':
      return body(
        playbook.POST('/api/v1/tasks/{id}/complete', {
          params,
          body: change.outcome === undefined || change.outcome === '' ? {} : { outcome: change.outcome },
        }),
      );
    case 'snooze':
      return body(playbook.POST('/api/v1/tasks/{id}/snooze', { params, body: { until: change.until } }));
    case 'assign': {
      const { ownerMemberId, priority } = change;
      const dueOn = change.dueOn === undefined ? task.dueOn : change.dueOn;
      return body(
        playbook.POST('/api/v1/tasks/{id}/assign', {
          params,
          body: {
            ownerMemberId,
            ...(dueOn ? { dueOn } : {}),
            ...(priority === undefined ? {} : { priority }),
          },
        }),
      );
    }
    case 'cancel':
      return body(playbook.POST('/api/v1/tasks/{id}/cancel', { params, body: { reason: change.reason } }));
    case 'answer':
      return body(
        playbook.POST('/api/v1/questions/{id}/answer', {
          params: { path, header: { ...params.header, 'Idempotency-Key': key } },
          body: { text: change.text },
        }),
      );
  }
}

/** Changes a task. Somebody else's earlier change is a problem `stale-version`; the lists are read again either way. */
export function useChangeTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ task, change }: { task: Task; change: TaskChange }) => send(task, change, idempotencyKey()),
    onSuccess: (changed) => cache.setQueryData(['task', changed.id], changed),
    onSettled: (_, __, { task }) =>
      Promise.all(
        [['tasks'], ['task', task.id], ['task-figures']].map((queryKey) => cache.invalidateQueries({ queryKey })),
      ),
  });
}

/** `key` is one for each text somebody wrote: sent twice, it is kept once. */
export function useComment(taskId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      body(
        playbook.POST('/api/v1/tasks/{id}/comments', {
          params: { path: { id: taskId }, header: { 'Idempotency-Key': key } },
          body: { body: text },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['task', taskId, 'comments'] }),
  });
}

export function useCloseAlert() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ alert, reason }: { alert: Alert; reason: string }) =>
      body(
        playbook.POST('/api/v1/alerts/{id}/close', {
          params: { path: { id: alert.id ?? '' }, header: { 'If-Match': ifMatch(alert.version ?? 0) } },
          body: { reason },
        }),
      ),
    onSettled: (_, __, { alert }) =>
      Promise.all(
        [['alerts'], ['alert', alert.id], ['alert-figures']].map((queryKey) => cache.invalidateQueries({ queryKey })),
      ),
  });
}

/** The same for many tasks; each has its own result. */
export type BulkChange =
  | { action: 'complete'; outcome?: string }
  | { action: 'snooze'; until: string }
  | { action: 'assign'; ownerMemberId: string }
  | { action: 'cancel'; reason: string };

export interface BulkAnswer {
  results?: { id?: string; outcome?: string }[];
  done?: number;
}

export function useBulkTasks() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, change, key }: { ids: string[]; change: BulkChange; key: string }): Promise<BulkAnswer> =>
      body(
        playbook.POST('/api/v1/tasks/bulk', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ids, ...change },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('task') }),
  });
}

export function useBulkAlerts() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, reason, key }: { ids: string[]; reason: string; key: string }): Promise<BulkAnswer> =>
      body(
        playbook.POST('/api/v1/alerts/bulk', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ids, action: 'close', reason },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('alert') }),
  });
}

/** Asks whoever looks after a customer; `to` is absent for its CSM. */
export function useAsk() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ customerId, to, text, key }: { customerId: string; to?: string; text: string; key: string }) =>
      body(
        playbook.POST('/api/v1/questions', {
          params: { header: { 'Idempotency-Key': key } },
          body: { customerId, text, ...(to === undefined ? {} : { to }) },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
