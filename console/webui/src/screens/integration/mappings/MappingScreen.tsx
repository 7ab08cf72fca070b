import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMapping } from '@/api/queries/mappings';
import { PageFrame } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import type { MappingDocument } from './document';
import { MappingEditor } from './MappingEditor';

/** A mapping that exists. */
export function MappingScreen() {
  const { t } = useTranslation();
  const { mappingId } = useParams({ strict: false });
  const mapping = useMapping(mappingId);
  if (mapping.data !== undefined) {
    // The document calls the draft a text; it is JSON.
    const draft = mapping.data.draft as unknown as MappingDocument;
    return (
      <MappingEditor
        key={mapping.data.id}
        initial={draft}
        mapping={mapping.data}
        onReload={async () => (await mapping.refetch()).data}
      />
    );
  }
  return (
    <PageFrame title={t('integration.mapping.one')} wide>
      {mapping.error === null ? (
        <SkeletonRows rows={12} />
      ) : (
        <ErrorState error={mapping.error} onRetry={() => void mapping.refetch()} />
      )}
    </PageFrame>
  );
}
