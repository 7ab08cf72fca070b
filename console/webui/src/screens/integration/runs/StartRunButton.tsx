import { Button, Group, Radio, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { useRequestRun } from '@/api/queries/integration';
import type { Mapping, RunKind } from '@/api/types';
import { useHasRole } from '@/app/session';
import { ProblemNotice } from '@/kit/states';

const KINDS: RunKind[] = ['incremental', 'reconciliation', 'full', 'remap', 'republish'];

/** Asks for a run by hand, with what each kind does. */
export function StartRunButton({ mappings }: { mappings: readonly Mapping[] }) {
  const { t } = useTranslation();
  const allowed = useHasRole('integrator', 'admin', 'cs-ops');
  const [opened, setOpened] = useState(false);
  const [mappingId, setMappingId] = useState<string | null>(null);
  const [kind, setKind] = useState<RunKind>('incremental');
  const request = useRequestRun();
  const published = mappings.filter((mapping) => mapping.publishedVersion != null);
  if (!allowed || published.length === 0) {
    return null;
  }
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => setOpened(true)}>
        {t('integration.run.start')}
      </Button>
      {opened && (
        <Dialog onClose={() => setOpened(false)} title={t('integration.run.start')} centered>
          <Stack gap="md">
            <Select
              label={t('integration.mapping.one')}
              data={published.map((mapping) => ({ value: mapping.id ?? '', label: mapping.name ?? '' }))}
              value={mappingId}
              onChange={setMappingId}
              allowDeselect={false}
              searchable
              data-autofocus
            />
            <Radio.Group label={t('integration.run.kindLabel')} value={kind} onChange={(value) => setKind(value)}>
              <Stack gap="xs" mt="xs">
                {KINDS.map((each) => (
                  <Radio
                    key={each}
                    value={each}
                    label={t(`integration.run.kind.${each}`)}
                    description={t(`integration.run.kindHelp.${each}`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {request.error !== null && <ProblemNotice error={request.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('dialog.cancel')}
              </Button>
              <Button
                disabled={mappingId === null}
                loading={request.isPending}
                onClick={() =>
                  request.mutate(
                    { mappingId: mappingId ?? '', kind },
                    {
                      onSuccess: () => {
                        setOpened(false);
                        notifications.show({ message: t('integration.run.requested') });
                      },
                    },
                  )
                }
              >
                {t('integration.run.startDo')}
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </>
  );
}
