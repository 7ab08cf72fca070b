import { Button, Group, Select, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { useObjects } from '@/api/queries/integration';
import { useStarters, useTargetSchemas } from '@/api/queries/mappings';
import type { Connection } from '@/api/types';
import { textOf } from '@/kit/format';
import { ProblemNotice } from '@/kit/states';

/** From which object to which dataset; a starter is offered where there is one. */
export function NewMappingDialog({
  connections,
  onClose,
}: {
  connections: readonly Connection[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [connectionId, setConnectionId] = useState(connections.length === 1 ? (connections[0]?.id ?? null) : null);
  const [object, setObject] = useState<string | null>(null);
  const [dataset, setDataset] = useState<string | null>(null);
  const objects = useObjects(connectionId ?? undefined);
  const starters = useStarters(connectionId ?? undefined);
  const schemas = useTargetSchemas();
  const starter = starters.data?.find((each) => each.object === object && each.dataset === dataset);
  return (
    <Dialog onClose={onClose} title={t('integration.mapping.add')} centered>
      <Stack gap="md">
        <Select
          label={t('integration.connection.one')}
          data={connections.map((connection) => ({ value: connection.id ?? '', label: connection.name ?? '' }))}
          value={connectionId}
          allowDeselect={false}
          onChange={(id) => {
            setConnectionId(id);
            setObject(null);
          }}
          data-autofocus
        />
        <Select
          label={t('integration.mapping.object')}
          searchable
          disabled={connectionId === null}
          placeholder={objects.isFetching ? t('app.loading') : ''}
          nothingFoundMessage={t('palette.nothing')}
          limit={100}
          data={(objects.data ?? []).map((each) => ({ value: each.name ?? '', label: `${each.label} (${each.name})` }))}
          value={object}
          onChange={(name) => {
            setObject(name);
            const known = starters.data?.find((each) => each.object === name)?.dataset;
            if (known !== undefined) {
              setDataset(known);
            }
          }}
        />
        {objects.error !== null && <ProblemNotice error={objects.error} />}
        <Select
          label={t('integration.mapping.dataset')}
          description={starter === undefined ? null : t('integration.mapping.starterFound')}
          data={(schemas.data ?? []).map((schema) => ({ value: schema.dataset ?? '', label: textOf(schema) }))}
          value={dataset}
          allowDeselect={false}
          onChange={setDataset}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            disabled={connectionId === null || object === null || dataset === null}
            onClick={() =>
              void navigate({
                to: '/connections/mappings/new',
                search: { connection: connectionId ?? '', object: object ?? '', dataset: dataset ?? '' },
              })
            }
          >
            {t('integration.mapping.choose')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
