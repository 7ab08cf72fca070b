import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { currentLanguage } from '@/i18n';
import { textOf } from '@/kit/format';
import { body, scoring } from '../client';
import { FULL_PAGE, wholeList } from '../pages';

/** What segments are called, by key. */
export function useSegmentNames(): ReadonlyMap<string, string> {
  const segments = useQuery({
    queryKey: ['segments'],
    queryFn: () =>
      wholeList((from) => body(scoring.GET('/api/v1/segments', { params: { query: { limit: FULL_PAGE, ...from } } }))),
    staleTime: 5 * 60_000,
  });
  const language = currentLanguage();
  return useMemo(
    () => new Map((segments.data ?? []).map((segment) => [segment.key ?? '', textOf(segment.name, language)])),
    [segments.data, language],
  );
}
