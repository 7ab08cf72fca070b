import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { useMembers } from '@/api/queries/directory';
import { useMappingVersions } from '@/api/queries/mappings';
import type { Mapping } from '@/api/types';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import type { MappingDocument } from './document';
import integration from '../IntegrationScreen.module.css';
import classes from './VersionsButton.module.css';

interface Props {
  mapping: Mapping;
  /** Takes an earlier version into the draft. */
  onTake: ((document: MappingDocument) => void) | undefined;
}

/** Published versions; each can be looked at, and taken as the draft again. */
export function VersionsButton({ mapping, onTake }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const versions = useMappingVersions(opened ? (mapping.id ?? undefined) : undefined);
  const members = useMembers();
  const newestFirst = [...(versions.data ?? [])].sort((one, other) => (other.version ?? 0) - (one.version ?? 0));
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)}>
        {t('integration.mapping.versions')}
      </Button>
      {opened && (
        <SideDialog onClose={() => setOpened(false)} title={t('integration.mapping.versions')}>
          {versions.isPending && <SkeletonRows rows={3} />}
          {versions.error !== null && <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />}
          {versions.data?.length === 0 && <EmptyState title={t('integration.mapping.noVersions')} />}
          {newestFirst.map((version) => (
            <details key={version.version} className={classes.version}>
              <summary>
                <span className={integration.name}>
                  {t('integration.mapping.versionNumber', { version: version.version })}
                </span>
                <span className={integration.muted}>
                  <TimeText at={version.publishedAt} /> · {members.data?.get(version.publishedBy ?? '')?.name ?? '—'}
                </span>
              </summary>
              <pre className={classes.document} tabIndex={0}>
                {JSON.stringify(version.document, null, 2)}
              </pre>
              {onTake !== undefined && (
                <Group justify="flex-end">
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      onTake(version.document as unknown as MappingDocument);
                      setOpened(false);
                    }}
                  >
                    {t('integration.mapping.takeVersion')}
                  </Button>
                </Group>
              )}
            </details>
          ))}
        </SideDialog>
      )}
    </>
  );
}
