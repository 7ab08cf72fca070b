import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, playbook } from '../client';

const SHOWN = 20;
/** So many alerts are read to count the customers behind them. */
const COUNTED = 100;

/** Open tasks of the signed-in person, the most urgent first. */
export const myTasks = queryOptions({
  queryKey: ['tasks', 'mine'],
  queryFn: () =>
    body(
      playbook.GET('/api/v1/tasks', { params: { query: { mine: true, state: 'open', sort: 'due', limit: SHOWN } } }),
    ),
});

export function useMyTasks(enabled = true) {
  return useQuery({ ...myTasks, enabled });
}

export function useCustomerTasks(customerId: string) {
  return useQuery({
    queryKey: ['tasks', { customerId }],
    queryFn: () => body(playbook.GET('/api/v1/tasks', { params: { query: { customerId, limit: 100 } } })),
  });
}

/** Open alerts of the signed-in person's customers, without those that were put off. */
export const myAlerts = queryOptions({
  queryKey: ['alerts', 'mine'],
  queryFn: () =>
    body(
      playbook.GET('/api/v1/alerts', {
        params: { query: { mine: true, open: true, snoozed: false, limit: COUNTED } },
      }),
    ),
});

export function useMyAlerts(enabled = true) {
  return useQuery({ ...myAlerts, enabled });
}

export function useCustomerAlerts(customerId: string) {
  return useQuery({
    queryKey: ['alerts', { customerId }],
    queryFn: () => body(playbook.GET('/api/v1/alerts', { params: { query: { customerId, limit: 100 } } })),
  });
}
