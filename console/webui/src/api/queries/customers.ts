import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { body, scoring } from '../client';
import type { CustomerRequest } from '../customerSearch';

/** Twice what a window shows: rows that nobody sees yet are asked for when somebody scrolls to them. */
export const PAGE_SIZE = 50;
const SEARCH_SIZE = 8;

/** Customers page by page; the first page says how many there are. */
export function customerPages(request: CustomerRequest) {
  return infiniteQueryOptions({
    queryKey: ['customers', request],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/customers', {
          params: { query: { ...request, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 60_000,
  });
}

export function useCustomers(request: CustomerRequest) {
  return useInfiniteQuery({
    ...customerPages(request),
    placeholderData: (previous) => previous,
    // Somebody who scrolled far has many pages: they are read again when asked for, not at each glance.
    refetchOnWindowFocus: false,
  });
}

/** The phases that customers are in, in the order of the journey; with how many. */
export function usePhases(enabled = true) {
  return useQuery({
    queryKey: ['portfolio', 'phases'],
    queryFn: async () => (await body(scoring.GET('/api/v1/portfolio/customers'))).byPhase ?? [],
    staleTime: 5 * 60_000,
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

export function useCustomer(customerId: string, enabled = true) {
  return useQuery({ ...customerQuery(customerId), enabled });
}

/** Contracts of a customer. */
export function useContracts(customerId: string, knownAt: string | undefined) {
  return useQuery({
    queryKey: ['contracts', { customerId, knownAt }],
    queryFn: async () =>
      (
        await body(
          scoring.GET('/api/v1/contracts', {
            params: { query: { customerId, limit: 100, ...(knownAt === undefined ? {} : { knownAt }) } },
          }),
        )
      ).items ?? [],
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

/** The score as it was known at an instant. */
export function useHealthAt(customerId: string, knownAt: string | undefined) {
  return useQuery({
    queryKey: ['health', customerId, knownAt],
    queryFn: () =>
      body(
        scoring.GET('/api/v1/customers/{customerId}/health', {
          params: { path: { customerId }, query: { knownAt: knownAt ?? '' } },
        }),
      ),
    enabled: knownAt !== undefined,
  });
}

export function useHealthHistory(customerId: string, knownAt: string | undefined) {
  return useQuery({
    queryKey: ['health-history', customerId, knownAt],
    queryFn: async () =>
      (
        await body(
          scoring.GET('/api/v1/customers/{customerId}/health/history', {
            params: { path: { customerId }, query: { limit: 100, ...(knownAt === undefined ? {} : { knownAt }) } },
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
