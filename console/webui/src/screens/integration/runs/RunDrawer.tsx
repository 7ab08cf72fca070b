import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { isOpen, useRequestRun, useRun } from '@/api/queries/integration';
import type { Run } from '@/api/types';
import { useHasRole } from '@/app/session';
import { ConfirmDialog } from '@/kit/ConfirmDialog';
import { formatNumber, textOf } from '@/kit/format';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { progressOf } from './progress';
import { RunBadge } from './RunBadge';
import { RunProgress } from './RunProgress';
import { kindKey } from './RunsTab';
import classes from '../IntegrationScreen.module.css';

interface Props {
  id: string;
  mappingName: (run: Run) => string;
  onClose: () => void;
}

/** One run: how far it is, what it counted, what went wrong and what to do about it. */
export function RunDrawer({ id, mappingName, onClose }: Props) {
  const { t } = useTranslation();
  const run = useRun(id);
  return (
    <SideDialog onClose={onClose} title={run.data === undefined ? t('integration.run.one') : mappingName(run.data)}>
      {run.error !== null && <ErrorState error={run.error} onRetry={() => void run.refetch()} />}
      {run.isPending && <SkeletonRows rows={6} />}
      {run.data !== undefined && <RunDetails run={run.data} />}
    </SideDialog>
  );
}

function RunDetails({ run }: { run: Run }) {
  const { t } = useTranslation();
  const counts = (['read', 'added', 'changed', 'unchanged', 'removed', 'rejected'] as const).map(
    (count) => [count, run.counts?.[count] ?? 0] as const,
  );
  return (
    <Stack gap="md">
      <RunBadge run={run} />
      {isOpen(run) && (
        <RunProgress
          standing={progressOf(run)}
          read={run.counts?.read ?? 0}
          expected={run.expected ?? null}
          label={t('integration.run.progress')}
        />
      )}
      {run.error != null && <WhatToDo run={run} />}
      <dl className={classes.facts}>
        {counts.map(([count, value]) => (
          <Fact key={count} name={t(`integration.run.count.${count}`)}>
            {count === 'rejected' && value > 0 ? (
              <Link
                to="/connections"
                search={{ tab: 'quarantine', ...(run.mappingId == null ? {} : { mapping: run.mappingId }) }}
                className={classes.link ?? ''}
              >
                {t('integration.run.seeRejected', { count: value })}
              </Link>
            ) : (
              formatNumber(value)
            )}
          </Fact>
        ))}
        {(run.released ?? 0) > 0 && (
          <Fact name={t('integration.run.released')}>
            {t('integration.run.releasedRows', { rows: formatNumber(run.released ?? 0) })}
          </Fact>
        )}
        <Fact name={t('integration.run.apiCalls')}>{formatNumber(run.apiCalls ?? 0)}</Fact>
        <Fact name={t('integration.run.kindLabel')}>
          {t(run.firstLoad === true ? 'integration.run.firstLoad' : kindKey(run.kind))}
        </Fact>
        <Fact name={t('integration.mapping.version')}>{run.mappingVersion}</Fact>
        <Fact name={t('integration.run.requestedAt')}>
          <TimeText at={run.requestedAt} />
        </Fact>
        <Fact name={t('integration.run.startedAt')}>
          <TimeText at={run.startedAt} />
        </Fact>
        <Fact name={t('integration.run.finishedAt')}>
          <TimeText at={run.finishedAt} />
        </Fact>
        {run.durationSeconds != null && (
          <Fact name={t('integration.run.duration')}>
            {t('integration.run.seconds', { value: formatNumber(run.durationSeconds, 1) })}
          </Fact>
        )}
        <Fact name={t('integration.run.watermark')}>
          <TimeText at={run.watermarkAfter ?? run.watermarkBefore} />
        </Fact>
      </dl>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const ADVICE = [
  'source-unreachable',
  'budget-spent',
  'source-limit-reached',
  'source-unauthorised',
  'source-refused',
  'removals-held',
  'temporarily-unavailable',
] as const;

function WhatToDo({ run }: { run: Run }) {
  const { t } = useTranslation();
  const editor = useHasRole('integrator', 'admin', 'cs-ops');
  const [confirming, setConfirming] = useState(false);
  const request = useRequestRun();
  const code = ADVICE.find((each) => each === run.error?.code);
  return (
    <Alert
      color={run.state === 'failed' ? 'red' : 'yellow'}
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={textOf(run.error)}
    >
      <p>{t(code === undefined ? 'integration.run.advice.other' : `integration.run.advice.${code}`)}</p>
      {code === 'removals-held' && editor && (
        <Button size="xs" mt="sm" variant="default" onClick={() => setConfirming(true)}>
          {t('integration.run.confirmRemovals', { count: run.heldRemovals ?? 0 })}
        </Button>
      )}
      <ConfirmDialog
        opened={confirming}
        title={t('integration.run.confirmRemovalsTitle', { count: run.heldRemovals ?? 0 })}
        confirm={t('integration.run.confirmRemovalsDo')}
        danger
        pending={request.isPending}
        error={request.error}
        onClose={() => setConfirming(false)}
        onConfirm={() =>
          request.mutate(
            { mappingId: run.mappingId ?? '', kind: 'full', confirmRemovals: true },
            { onSuccess: () => setConfirming(false) },
          )
        }
      >
        {t('integration.run.confirmRemovalsText')}
      </ConfirmDialog>
    </Alert>
  );
}
