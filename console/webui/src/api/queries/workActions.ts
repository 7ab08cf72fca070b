import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, playbook } from '../client';
import type { Alert, Task } from '../types';

type Work = 'tasks' | 'alerts' | 'comments';

/** A change of a task or an alert. Whatever became of it, the lists are read again. */
function useWork<Input, Result>(kind: Work, change: (input: Input) => Promise<Result>) {
  const cache = useQueryClient();
  return useMutation<Result, Error, Input>({
    mutationFn: change,
    onSettled: () => cache.invalidateQueries({ queryKey: [kind] }),
  });
}

function at(task: Task) {
  return { path: { id: task.id ?? '' }, header: { 'If-Match': ifMatch(task.version ?? 0) } };
}

export function useCompleteTask() {
  return useWork('tasks', ({ task, outcome }: { task: Task; outcome?: string }) =>
    body(
      playbook.POST('/api/v1/tasks/{id}/complete', {
        params: at(task),
        body: outcome === undefined ? {} : { outcome },
      }),
    ),
  );
}

/** Puts a task aside until an instant. */
export function useSnoozeTask() {
  return useWork('tasks', ({ task, until }: { task: Task; until: string }) =>
    body(playbook.POST('/api/v1/tasks/{id}/snooze', { params: at(task), body: { until } })),
  );
}

export function useAssignTask() {
  return useWork('tasks', ({ task, ownerMemberId }: { task: Task; ownerMemberId: string }) =>
    body(
      playbook.POST('/api/v1/tasks/{id}/assign', {
        params: at(task),
        // Day and owner are set as given: without its day, the task would lose it.
        body: { ownerMemberId, ...(task.dueOn ? { dueOn: task.dueOn } : {}) },
      }),
    ),
  );
}

export function useTaskComments(taskId: string) {
  return useQuery({
    queryKey: ['comments', taskId],
    queryFn: () => body(playbook.GET('/api/v1/tasks/{id}/comments', { params: { path: { id: taskId } } })),
  });
}

export function useCommentTask() {
  return useWork('comments', ({ task, text }: { task: Task; text: string }) =>
    body(
      playbook.POST('/api/v1/tasks/{id}/comments', {
        params: { path: { id: task.id ?? '' }, header: { 'Idempotency-Key': idempotencyKey() } },
        body: { body: text },
      }),
    ),
  );
}

/** Answers a question, which completes it. */
export function useAnswerQuestion() {
  return useWork('tasks', ({ task, text }: { task: Task; text: string }) =>
    body(
      playbook.POST('/api/v1/questions/{id}/answer', {
        params: { path: { id: task.id ?? '' }, header: { ...at(task).header, 'Idempotency-Key': idempotencyKey() } },
        body: { text },
      }),
    ),
  );
}

/** Asks a customer's CSM. */
export function useAskQuestion() {
  return useWork('tasks', ({ customerId, text }: { customerId: string; text: string }) =>
    body(
      playbook.POST('/api/v1/questions', {
        params: { header: { 'Idempotency-Key': idempotencyKey() } },
        body: { customerId, text },
      }),
    ),
  );
}

export function useCloseAlert() {
  return useWork('alerts', ({ alert, reason }: { alert: Alert; reason: string }) =>
    body(
      playbook.POST('/api/v1/alerts/{id}/close', {
        params: { path: { id: alert.id ?? '' }, header: { 'If-Match': ifMatch(alert.version ?? 0) } },
        body: { reason },
      }),
    ),
  );
}
