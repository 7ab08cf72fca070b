import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { body, scoring } from '../client';

const PAGE = 50;

type RecordKind = 'contacts' | 'tickets' | 'survey-responses' | 'messages';

/** A customer's records of one kind, page by page, as they were known at an instant. */
function useRecords<Page extends { nextCursor?: string }>(
  kind: RecordKind,
  customerId: string,
  knownAt: string | undefined,
  read: (query: { limit: number; cursor?: string; knownAt?: string }, signal: AbortSignal) => Promise<Page>,
) {
  return useInfiniteQuery({
    queryKey: ['records', kind, customerId, knownAt],
    queryFn: ({ pageParam, signal }) =>
      read(
        {
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam }),
          ...(knownAt === undefined ? {} : { knownAt }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 60_000,
  });
}

export function useContacts(customerId: string, knownAt: string | undefined) {
  return useRecords('contacts', customerId, knownAt, (query, signal) =>
    body(scoring.GET('/api/v1/customers/{customerId}/contacts', { params: { path: { customerId }, query }, signal })),
  );
}

export function useTickets(customerId: string, knownAt: string | undefined) {
  return useRecords('tickets', customerId, knownAt, (query, signal) =>
    body(scoring.GET('/api/v1/customers/{customerId}/tickets', { params: { path: { customerId }, query }, signal })),
  );
}

export function useSurveyResponses(customerId: string, knownAt: string | undefined) {
  return useRecords('survey-responses', customerId, knownAt, (query, signal) =>
    body(
      scoring.GET('/api/v1/customers/{customerId}/survey-responses', {
        params: { path: { customerId }, query },
        signal,
      }),
    ),
  );
}

export function useMessages(customerId: string, knownAt: string | undefined) {
  return useRecords('messages', customerId, knownAt, (query, signal) =>
    body(scoring.GET('/api/v1/customers/{customerId}/messages', { params: { path: { customerId }, query }, signal })),
  );
}

/** Use of the product day by day. */
export function useUsage(customerId: string, from: string, to: string, knownAt: string | undefined) {
  return useQuery({
    queryKey: ['usage', customerId, from, to, knownAt],
    queryFn: () =>
      body(
        scoring.GET('/api/v1/customers/{customerId}/usage', {
          params: { path: { customerId }, query: { from, to, ...(knownAt === undefined ? {} : { knownAt }) } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
