import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { body, scoring } from '../client';
import type { Band, Customer } from '../types';

export const PAGE_SIZE = 50;
const SEARCH_SIZE = 8;

export interface CustomerFilter {
  q?: string;
  band?: Band[];
  phase?: string[];
  owner?: string[];
}

/** Customers page by page. */
export function useCustomers(filter: CustomerFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['customers', filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/customers', {
          params: { query: { ...filter, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: (previous) => previous,
    enabled,
  });
}

/** A few customers whose name or reading contains the text. */
export function useCustomerSearch(q: string) {
  return useQuery({
    queryKey: ['customers', 'search', q],
    queryFn: async ({ signal }) =>
      (await body(scoring.GET('/api/v1/customers', { params: { query: { q, limit: SEARCH_SIZE } }, signal }))).items ??
      [],
    enabled: q !== '',
    placeholderData: (previous) => previous,
  });
}

function customerQuery(customerId: string) {
  return {
    queryKey: ['customer', customerId],
    queryFn: () => body(scoring.GET('/api/v1/customers/{customerId}', { params: { path: { customerId } } })),
    staleTime: 60_000,
  };
}

export function useCustomer(customerId: string) {
  return useQuery(customerQuery(customerId));
}

/** Customers by id, for lists of other services that know ids only. */
export function useCustomersById(ids: readonly string[]): Map<string, Customer> {
  return useQueries({
    queries: [...new Set(ids)].map(customerQuery),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.customerId ?? '', data] as const]))),
  });
}

/** Contracts of a customer. */
export function useContracts(customerId: string) {
  return useQuery({
    queryKey: ['contracts', { customerId }],
    queryFn: async () =>
      (await body(scoring.GET('/api/v1/contracts', { params: { query: { customerId, limit: 100 } } }))).items ?? [],
  });
}

/** Contracts in force of an owner whose deadline is near. */
export function useEndingContracts(owner: string | undefined, before: string) {
  return useQuery({
    queryKey: ['contracts', { owner, before }],
    queryFn: async () =>
      (
        await body(
          scoring.GET('/api/v1/contracts', {
            params: { query: { owner: owner ?? '', inForce: true, endingBefore: before, limit: 50 } },
          }),
        )
      ).items ?? [],
    enabled: owner !== undefined,
  });
}

export function useExplanation(customerId: string, knownAt: string | undefined) {
  return useQuery({
    queryKey: ['explanation', customerId, knownAt],
    queryFn: () =>
      body(
        scoring.GET('/api/v1/customers/{customerId}/health/explanation', {
          params: { path: { customerId }, query: knownAt === undefined ? {} : { knownAt } },
        }),
      ),
  });
}

export function useHealthHistory(customerId: string) {
  return useQuery({
    queryKey: ['health-history', customerId],
    queryFn: async () =>
      (
        await body(
          scoring.GET('/api/v1/customers/{customerId}/health/history', {
            params: { path: { customerId }, query: { limit: 100 } },
          }),
        )
      ).items ?? [],
  });
}

export function useTimeline(customerId: string, knownAt: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['timeline', customerId, knownAt],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/customers/{customerId}/timeline', {
          params: {
            path: { customerId },
            query: {
              limit: PAGE_SIZE,
              ...(knownAt === undefined ? {} : { knownAt }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
  });
}
