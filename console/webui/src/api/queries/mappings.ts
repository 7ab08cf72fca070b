import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MappingDocument } from '@/screens/integration/mappings/document';
import { body, ifMatch, sync } from '../client';
import { FULL_PAGE, wholeList } from '../pages';
import type { Mapping } from '../types';

const RARELY = 10 * 60_000;

export function useMappings(enabled = true) {
  return useQuery({
    queryKey: ['mappings'],
    queryFn: () =>
      wholeList<Mapping>((from) =>
        body(sync.GET('/api/v1/mappings', { params: { query: { limit: FULL_PAGE, ...from } } })),
      ),
    enabled,
  });
}

// The resource also speaks YAML; here it is JSON.
async function readMapping(id: string): Promise<Mapping> {
  return (await body(
    sync.GET('/api/v1/mappings/{id}', { params: { path: { id } }, headers: { Accept: 'application/json' } }),
  )) as Mapping;
}

export function useMapping(id: string | undefined) {
  return useQuery({
    queryKey: ['mappings', id],
    queryFn: () => readMapping(id ?? ''),
    enabled: id !== undefined,
    // An editor works on what it has read; it must not change under the hands.
    refetchOnWindowFocus: false,
  });
}

export function useMappingVersions(id: string | undefined) {
  return useQuery({
    queryKey: ['mappings', id, 'versions'],
    queryFn: () =>
      wholeList((from) =>
        body(
          sync.GET('/api/v1/mappings/{id}/versions', {
            params: { path: { id: id ?? '' }, query: { limit: FULL_PAGE, ...from } },
          }),
        ),
      ),
    enabled: id !== undefined,
  });
}

/** What a mapping can fill. */
export function useTargetSchemas() {
  return useQuery({
    queryKey: ['target-schemas'],
    queryFn: () => body(sync.GET('/api/v1/target-schemas')),
    staleTime: RARELY,
  });
}

/** Ready-made mappings for the connection's kind of source. */
export function useStarters(connectionId: string | undefined) {
  return useQuery({
    queryKey: ['mapping-starters', connectionId],
    queryFn: () =>
      body(sync.GET('/api/v1/mapping-starters', { params: { query: { connectionId: connectionId ?? '' } } })),
    enabled: connectionId !== undefined,
    staleTime: RARELY,
  });
}

// The documents of the API call a body of free form a text; openapi-fetch would write it as a JSON string.
const asIs = { bodySerializer: (document: unknown) => JSON.stringify(document) };
const json = { 'Content-Type': 'application/json' };

/** What saving would say to the document; nothing is kept. */
export async function validateMapping(document: MappingDocument) {
  return body(
    sync.POST('/api/v1/mappings/validations', {
      body: document as unknown as string,
      ...asIs,
      headers: json,
    }),
  );
}

export function useMappingValidation(document: MappingDocument | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['mapping-validation', document],
    queryFn: () => validateMapping(document as MappingDocument),
    enabled: enabled && document !== undefined,
    placeholderData: (previous) => previous,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

export interface MappingToSave {
  document: MappingDocument;
  known?: Mapping;
  key: string;
  publish?: boolean;
  /** Whether somebody else's change in the meantime may be lost. */
  overwrite?: boolean;
}

export function useSaveMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({
      document,
      known,
      key,
      publish = false,
      overwrite = false,
    }: MappingToSave): Promise<Mapping> => {
      if (known === undefined) {
        return body(
          sync.POST('/api/v1/mappings', {
            params: { query: { publish }, header: { 'Idempotency-Key': key } },
            body: document as unknown as string,
            ...asIs,
            headers: json,
          }),
        );
      }
      const version = overwrite ? (await readMapping(known.id ?? '')).version : known.version;
      return body(
        sync.PUT('/api/v1/mappings/{id}', {
          params: {
            path: { id: known.id ?? '' },
            query: { publish },
            header: { 'If-Match': ifMatch(version ?? 0) },
          },
          body: document as unknown as string,
          ...asIs,
          headers: json,
        }),
      );
    },
    onSuccess: (saved) => {
      cache.setQueryData(['mappings', saved.id], saved);
      void cache.invalidateQueries({ queryKey: ['mappings'], exact: true });
      void cache.invalidateQueries({ queryKey: ['mappings', saved.id, 'versions'] });
      void cache.invalidateQueries({ queryKey: ['sync-runs'] });
    },
  });
}

export function usePublishMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(
        sync.POST('/api/v1/mappings/{id}/publication', {
          params: { path: { id }, header: { 'If-Match': ifMatch(version) } },
        }),
      ),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['mappings'] });
      void cache.invalidateQueries({ queryKey: ['sync-runs'] });
    },
  });
}
