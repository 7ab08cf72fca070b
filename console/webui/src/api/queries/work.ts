import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, ifMatch, playbook } from '../client';
import { ProblemError } from '../problem';
import type { Task } from '../types';

const SHOWN = 20;

/** Open tasks of the signed-in person, the most urgent first. */
export function useMyTasks() {
  return useQuery({
    queryKey: ['tasks', 'mine'],
    queryFn: () =>
      body(playbook.GET('/api/v1/tasks', { params: { query: { mine: true, state: 'open', limit: SHOWN } } })),
  });
}

export function useCustomerTasks(customerId: string) {
  return useQuery({
    queryKey: ['tasks', { customerId }],
    queryFn: () => body(playbook.GET('/api/v1/tasks', { params: { query: { customerId, limit: 50 } } })),
  });
}

/** Open alerts of the signed-in person's customers. */
export function useMyAlerts() {
  return useQuery({
    queryKey: ['alerts', 'mine'],
    queryFn: () =>
      body(playbook.GET('/api/v1/alerts', { params: { query: { mine: true, open: true, limit: SHOWN } } })),
  });
}

export function useCustomerAlerts(customerId: string) {
  return useQuery({
    queryKey: ['alerts', { customerId }],
    queryFn: () => body(playbook.GET('/api/v1/alerts', { params: { query: { customerId, limit: 50 } } })),
  });
}

/** Completes a task. Somebody else's earlier change is a problem `stale-version`; the lists are read again either way. */
export function useCompleteTask(onDone: (task: Task) => void, onProblem: (error: ProblemError) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (task: Task) =>
      body(
        playbook.POST('/api/v1/tasks/{id}/complete', {
          params: { path: { id: task.id ?? '' }, header: { 'If-Match': ifMatch(task.version ?? 0) } },
          body: {},
        }),
      ),
    onSuccess: (_, task) => onDone(task),
    onError: (error) => {
      if (error instanceof ProblemError) {
        onProblem(error);
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
