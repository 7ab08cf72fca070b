import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/api/problem';

/** One cache for all screens: what was seen is shown at once and renewed behind it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      // A refusal stays one; only what may pass by itself is tried again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ProblemError) || error.problem.status === 429),
      // While a service is away its queries look whether it is back.
      refetchInterval: (query) =>
        query.state.error instanceof ProblemError &&
        (query.state.error.problem.status >= 503 || query.state.error.problem.status === 0)
          ? 5_000
          : false,
    },
    mutations: { retry: false },
  },
});
