import { useQuery } from '@tanstack/react-query';
import { textOf } from '@/kit/format';
import { body, scoring } from '../client';

/** What segments are called, by key. */
export function useSegmentNames(): Map<string, string> {
  const segments = useQuery({
    queryKey: ['segments'],
    queryFn: () => body(scoring.GET('/api/v1/segments')),
    staleTime: 5 * 60_000,
  });
  return new Map((segments.data ?? []).map((segment) => [segment.key ?? '', textOf(segment.name)]));
}
