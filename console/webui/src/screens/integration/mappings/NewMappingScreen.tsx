import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useConnections, useSourceSchema } from '@/api/queries/integration';
import { useStarters, useTargetSchemas } from '@/api/queries/mappings';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { emptyDocument, fitted, type MappingDocument } from './document';
import { MappingEditor } from './MappingEditor';

/** A mapping that begins: from a starter as far as the source has its fields, else empty. */
export function NewMappingScreen() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const connections = useConnections();
  const connection = connections.data?.find((each) => each.id === search.connection);
  const source = useSourceSchema(connection?.id, search.object);
  const starters = useStarters(connection?.id);
  const schemas = useTargetSchemas();
  const error = connections.error ?? source.error ?? starters.error ?? schemas.error;
  if (connection === undefined || source.data === undefined || !starters.data || !schemas.data) {
    return (
      <PageFrame title={t('integration.mapping.add')} wide>
        {error === null ? (
          <SkeletonRows rows={12} />
        ) : (
          <ErrorState error={error} onRetry={() => void source.refetch()} />
        )}
      </PageFrame>
    );
  }
  const dataset = search.dataset ?? 'customer';
  const starter = starters.data.find((each) => each.object === search.object && each.dataset === dataset);
  const codes = new Set(source.data.fields?.map((field) => field.code ?? '') ?? []);
  const begun = starter === undefined ? null : fitted(starter.document as unknown as MappingDocument, codes);
  const target = schemas.data.find((schema) => schema.dataset === dataset);
  const initial = begun?.[0] ?? {
    ...emptyDocument(connection.name ?? '', search.object ?? '', dataset),
    name: t('integration.mapping.newName', { object: source.data.label, dataset: textOf(target) }),
  };
  const left = begun?.[1].map((name) => textOf(target?.fields?.find((field) => field.name === name))) ?? [];
  return (
    <MappingEditor
      initial={initial}
      notice={
        left.length > 0 && (
          <Alert color="yellow" variant="light" icon={<IconInfoCircle size={18} />} mb="md">
            {t('integration.mapping.leftOut', { fields: left.join(t('integration.listJoin')) })}
          </Alert>
        )
      }
    />
  );
}
