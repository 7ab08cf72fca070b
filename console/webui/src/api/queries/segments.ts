import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { currentLanguage } from '@/i18n';
import { textOf } from '@/kit/format';
import { body, scoring } from '../client';

/** What segments are called, by key. */
export function useSegmentNames(): ReadonlyMap<string, string> {
  const segments = useQuery({
    queryKey: ['segments'],
    queryFn: () => body(scoring.GET('/api/v1/segments')),
    staleTime: 5 * 60_000,
  });
  const language = currentLanguage();
  return useMemo(
    () => new Map((segments.data ?? []).map((segment) => [segment.key ?? '', textOf(segment.name, language)])),
    [segments.data, language],
  );
}
