import { useMutation, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, playbook } from '../client';
import type { Task } from '../types';

/** What can be done with one task. */
export type TaskChange =
  | { action: 'complete'; outcome?: string }
  | { action: 'snooze'; until: string }
  | { action: 'assign'; ownerMemberId: string; dueOn?: string | null; priority?: string }
  | { action: 'cancel'; reason: string }
  | { action: 'reopen' }
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
      // Day and owner are set as given: without its day, the task would lose it.
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
    case 'reopen':
      return body(playbook.POST('/api/v1/tasks/{id}/reopen', { params }));
    case 'answer':
      return body(
        playbook.POST('/api/v1/questions/{id}/answer', {
          params: { path, header: { ...params.header, 'Idempotency-Key': key } },
          body: { text: change.text },
        }),
      );
  }
}

export interface TaskOrder {
  task: Task;
  change: TaskChange;
  /** Whether it holds also over what somebody else changed in the meantime. */
  overwrite?: boolean;
}

/** Changes a task. Somebody else's earlier change is a problem `stale-version`; the lists are read again either way. */
export function useChangeTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ task, change, overwrite = false }: TaskOrder) => {
      const newest = overwrite
        ? await body(playbook.GET('/api/v1/tasks/{id}', { params: { path: { id: task.id ?? '' } } }))
        : task;
      return send(newest, change, idempotencyKey());
    },
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
