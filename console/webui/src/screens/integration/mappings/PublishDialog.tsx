import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublishMapping } from '@/api/queries/mappings';
import type { Mapping } from '@/api/types';
import { ConfirmDialog } from '@/kit/ConfirmDialog';

interface Props {
  mapping?: Mapping;
  /** Keeps what is on the screen as the draft first. */
  keep: () => Promise<Mapping | undefined>;
  onClose: () => void;
}

/** Publishing changes what everybody sees: says what happens, then shows the run that follows. */
export function PublishDialog({ mapping, keep, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const publish = usePublishMapping();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const next = (mapping?.publishedVersion ?? 0) + 1;

  async function confirm(): Promise<void> {
    setPending(true);
    setError(null);
    try {
      const kept = await keep();
      const version = await publish.mutateAsync({ id: kept?.id ?? '', version: kept?.version ?? 0 });
      notifications.show({ message: t('integration.publish.done', { version: version.version }) });
      onClose();
      await navigate({ to: '/connections', search: { tab: 'runs', mapping: kept?.id ?? '' } });
    } catch (failed) {
      setError(failed instanceof Error ? failed : new Error(String(failed)));
      setPending(false);
    }
  }

  return (
    <ConfirmDialog
      opened
      title={t('integration.publish.title', { version: next })}
      confirm={t('integration.mapping.publish')}
      pending={pending}
      error={error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {t(next === 1 ? 'integration.publish.first' : 'integration.publish.again')}
    </ConfirmDialog>
  );
}
