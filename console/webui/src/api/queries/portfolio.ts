import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { body, playbook, scoring } from '../client';

export type Length = 'MONTH' | 'QUARTER' | 'HALF' | 'YEAR';

/** A span of the dashboard: one month, quarter, half or year, and what it is compared with. */
export interface Span {
  by: Length;
  /** First and last month. */
  from: string;
  to: string;
  compareTo?: string;
  team?: string;
}

const FRESH = 60_000;

export function usePortfolioCustomers(team: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'customers', team],
    queryFn: () =>
      body(scoring.GET('/api/v1/portfolio/customers', { params: { query: team === undefined ? {} : { team } } })),
    staleTime: FRESH,
  });
}

export function useMovements(span: Span) {
  return useQuery({
    queryKey: ['portfolio', 'movements', span],
    queryFn: () => {
      const { from, to, compareTo, ...rest } = span;
      return body(
        scoring.GET('/api/v1/portfolio/mrr-movements', {
          params: {
            query: {
              ...rest,
              from,
              to,
              ...(compareTo === undefined ? {} : { compareTo }),
            },
          },
        }),
      );
    },
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  });
}

/** Customers whose revenue moved; the largest movement first. */
export function useMovers(query: {
  from: string;
  to: string;
  kind?: 'NEW' | 'EXPANSION' | 'CONTRACTION' | 'CHURN' | 'REACTIVATION' | 'CURRENCY_CHANGE';
  currency?: string;
  team?: string;
}) {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'movers', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/portfolio/mrr-movements/customers', {
          params: {
            query: {
              ...query,
              limit: 100,
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: FRESH,
  });
}

/** Customers with the MRR that they bring in on a day; the largest first. */
export function usePayers(query: { on: string; currency?: string; team?: string }) {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'payers', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/portfolio/mrr/customers', {
          params: { query: { ...query, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: FRESH,
  });
}

export function useEndings(from: string, to: string, team: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'endings', from, to, team],
    queryFn: () =>
      body(
        scoring.GET('/api/v1/portfolio/contracts-ending', {
          params: { query: { from, to, by: 'MONTH', ...(team === undefined ? {} : { team }) } },
        }),
      ),
    staleTime: FRESH,
  });
}

/** A span of days for the figures of work. */
export interface Days {
  from: string;
  to: string;
  compareTo?: 'previous-period' | 'previous-year';
  teamId?: string;
}

/** Tasks by owner; without days, in this month. */
export function useTaskFigures(days: Partial<Days>) {
  return useQuery({
    queryKey: ['task-figures', days],
    queryFn: () => body(playbook.GET('/api/v1/task-figures', { params: { query: days } })),
    placeholderData: keepPreviousData,
  });
}

export function useAlertFigures(days: Days) {
  return useQuery({
    queryKey: ['alert-figures', days],
    queryFn: () => body(playbook.GET('/api/v1/alert-figures', { params: { query: { ...days, by: 'customer' } } })),
    placeholderData: keepPreviousData,
  });
}

export interface ContractFilter {
  lastDayFrom?: string;
  lastDayTo?: string;
  noticeDeadlineFrom?: string;
  noticeDeadlineTo?: string;
  owner?: string;
  team?: string;
}

/** Contracts behind a figure. */
export function useContractList(filter: ContractFilter) {
  return useInfiniteQuery({
    queryKey: ['contracts', filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        scoring.GET('/api/v1/contracts', {
          params: { query: { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: FRESH,
  });
}
