import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useConnections, useSourceSchema } from '@/api/queries/integration';
import { useMappingValidation, useSaveMapping, useTargetSchemas } from '@/api/queries/mappings';
import type { Mapping } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PageFrame, Section } from '@/kit/PageFrame';
import { SaveProblem } from '@/kit/SaveProblem';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { byTarget, type MappingDocument } from './document';
import { FieldTable } from './FieldTable';
import { MappingBadge } from './MappingsTab';
import { MappingSettings } from './MappingSettings';
import { PublishDialog } from './PublishDialog';
import { ValidationSummary } from './ValidationSummary';
import { VersionsButton } from './VersionsButton';
import integration from '../IntegrationScreen.module.css';

const PAUSE_MILLIS = 400;

interface Props {
  initial: MappingDocument;
  mapping?: Mapping;
  notice?: ReactNode;
  /** Reads what is saved now. */
  onReload?: () => Promise<Mapping | undefined>;
}

/** Edits the draft of a mapping. What is typed is checked as saving would check it; nothing runs until it is published. */
export function MappingEditor({ initial, mapping, notice, onReload }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const editor = useHasRole('integrator', 'admin');
  const [document, setDocument] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [publishing, setPublishing] = useState(false);
  const [key] = useState(idempotencyKey);
  const [paused] = useDebouncedValue(document, PAUSE_MILLIS);
  const connections = useConnections();
  const connection = connections.data?.find((each) => each.name === document.connection);
  const source = useSourceSchema(connection?.id, document.object);
  const schemas = useTargetSchemas();
  const validation = useMappingValidation(paused, editor);
  const save = useSaveMapping();
  const changed = mapping === undefined || JSON.stringify(document) !== JSON.stringify(saved);
  useBlocker({
    shouldBlockFn: () => changed && editor && !save.isSuccess && !window.confirm(t('integration.mapping.leaveUnsaved')),
    enableBeforeUnload: () => changed && editor && mapping !== undefined,
    disabled: !changed || mapping === undefined,
  });
  const target = schemas.data?.find((schema) => schema.dataset === document.dataset);
  const settled = paused === document && !validation.isFetching;
  const mistakes = byTarget(paused, validation.data?.errors ?? []);
  const valid = settled && validation.data?.valid === true;

  function take(kept: Mapping): void {
    setSaved(kept.draft as unknown as MappingDocument);
    setDocument(kept.draft as unknown as MappingDocument);
  }

  async function keep(overwrite = false): Promise<Mapping> {
    const known = mapping === undefined ? {} : { known: mapping };
    const kept = await save.mutateAsync({ document, key, overwrite, ...known });
    take(kept);
    return kept;
  }

  async function reload(): Promise<void> {
    const newest = await onReload?.();
    if (newest !== undefined) {
      take(newest);
      save.reset();
    }
  }

  async function saveDraft(overwrite = false): Promise<void> {
    const kept = await keep(overwrite);
    notifications.show({ message: t('integration.mapping.draftSaved') });
    if (mapping === undefined) {
      await navigate({ to: '/connections/mappings/$mappingId', params: { mappingId: kept.id ?? '' }, replace: true });
    }
  }

  const error = schemas.error ?? source.error;
  return (
    <PageFrame
      title={document.name === '' ? t('integration.mapping.add') : document.name}
      wide
      above={
        <nav aria-label={t('frame.breadcrumb')} className={integration.muted}>
          <Link to="/connections" search={{ tab: 'mappings' }} className={integration.link ?? ''}>
            {t('integration.tab.mappings')}
          </Link>
        </nav>
      }
      lead={mapping !== undefined && <MappingBadge mapping={mapping} />}
      actions={
        <Group gap="xs">
          {mapping !== undefined && (
            <VersionsButton
              mapping={mapping}
              onTake={editor ? (version) => setDocument({ ...version, name: document.name }) : undefined}
            />
          )}
          {editor && (
            <>
              <Button
                variant="default"
                disabled={!changed || !valid}
                loading={save.isPending && !publishing}
                onClick={() => void saveDraft().catch(() => undefined)}
              >
                {t('integration.mapping.saveDraft')}
              </Button>
              <Button
                disabled={!valid || (!changed && mapping.draftDiffers !== true)}
                onClick={() => setPublishing(true)}
              >
                {t('integration.mapping.publish')}
              </Button>
            </>
          )}
        </Group>
      }
    >
      {notice}
      {!publishing && (
        <SaveProblem
          error={save.error}
          pending={save.isPending}
          onReload={() => void reload()}
          onOverwrite={() => void saveDraft(true).catch(() => undefined)}
        />
      )}
      {editor && (
        <ValidationSummary
          checking={!settled}
          error={validation.error}
          mistakes={validation.data?.errors ?? []}
          general={mistakes.get('') ?? []}
        />
      )}
      {error !== null && <ErrorState error={error} onRetry={() => void source.refetch()} />}
      <MappingSettings
        document={document}
        onChange={setDocument}
        source={source.data}
        readOnly={!editor}
        mistakes={mistakes.get('') ?? []}
        target={target}
      />
      <Section title={t('integration.mapping.fields')} help={t('integration.mapping.fieldsHelp')}>
        {target === undefined || source.data === undefined ? (
          <SkeletonRows rows={10} />
        ) : (
          <FieldTable
            document={document}
            onChange={setDocument}
            target={target}
            source={source.data}
            mistakes={mistakes}
            readOnly={!editor}
            label={t('integration.mapping.fieldsOf', { dataset: textOf(target) })}
          />
        )}
      </Section>
      {publishing && (
        <PublishDialog
          {...(mapping === undefined ? {} : { mapping })}
          keep={changed ? () => keep() : () => Promise.resolve(mapping)}
          onClose={() => setPublishing(false)}
        />
      )}
    </PageFrame>
  );
}
