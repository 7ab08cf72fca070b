import { body, sync } from '@/api/client';
import { validateMapping } from '@/api/queries/mappings';
import type { Starter } from '@/api/types';
import { fitted, type MappingDocument, type Mistake } from '../integration/mappings/document';

export interface StarterCheck {
  document: MappingDocument;
  valid: boolean;
  mistakes: Mistake[];
  /** Target fields left out, because the source lacks what would fill them. */
  missing: string[];
}

/** Cuts a starter to the source's fields and has the rest checked. */
export function starterCheck(connectionId: string, starter: Starter) {
  return {
    queryKey: ['starter-check', connectionId, starter.key],
    queryFn: async (): Promise<StarterCheck> => {
      const source = await body(
        sync.GET('/api/v1/connections/{id}/objects/{name}', {
          params: { path: { id: connectionId, name: starter.object ?? '' } },
        }),
      );
      const codes = new Set(source.fields?.map((field) => field.code ?? '') ?? []);
      const [document, missing] = fitted(starter.document as unknown as MappingDocument, codes);
      const verdict = await validateMapping(document);
      return { document, missing, valid: verdict.valid === true, mistakes: verdict.errors ?? [] };
    },
    staleTime: 60_000,
  };
}
