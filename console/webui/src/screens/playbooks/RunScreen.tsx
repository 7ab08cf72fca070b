import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelRun, useGraph, usePlaybook, useRun, type Run, type RunDetail } from '@/api/queries/playbooks';
import { useSegmentNames } from '@/api/queries/segments';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { filled } from '@/kit/placeholders';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { TextDialog } from '@/kit/work/TextDialog';
import { Notices } from '../inbox/Notices';
import { PlaybookGraph } from './PlaybookGraph';
import { RunState } from './RunState';
import { RunSteps } from './RunSteps';
import classes from './Playbooks.module.css';

const route = getRouteApi('/playbook-runs/$runId');

/** One playbook on one customer: where it stands, why, what it did. */
export function RunScreen() {
  const { t } = useTranslation();
  const { runId } = route.useParams();
  const detail = useRun(runId);
  const run = detail.data?.run as Run | undefined;
  return (
    <PageFrame
      wide
      title={run === undefined ? t('playbooks.run') : (run.customerName ?? t('inbox.unknownCustomer'))}
      above={
        run !== undefined && (
          <Link
            to="/playbooks/$playbookKey"
            params={{ playbookKey: run.playbookKey ?? '' }}
            search={{ tab: 'runs' }}
            className={classes.back ?? ''}
          >
            {textOf(run.playbookName)}
          </Link>
        )
      }
      lead={run !== undefined && <Lead run={run} />}
      actions={run !== undefined && <CancelButton run={run} />}
      readAt={detail.dataUpdatedAt}
      onRefresh={() => void detail.refetch()}
      refreshing={detail.isRefetching}
    >
      {detail.error !== null ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : detail.data === undefined ? (
        <SkeletonRows rows={6} height={80} />
      ) : (
        <Parts detail={detail.data} />
      )}
    </PageFrame>
  );
}

function Lead({ run }: { run: Run }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.sentence}>{filled(textOf(run.sentence), { customer: run.customerName })}</p>
      <div className={classes.facts}>
        <RunState state={run.state} />
        <span>
          {t('playbooks.started')} <TimeText at={run.startedAt} />
        </span>
        {run.finishedAt && (
          <span>
            {t('playbooks.finished')} <TimeText at={run.finishedAt} />
          </span>
        )}
        <span>{t('notices.version', { version: run.playbookVersion ?? 0 })}</span>
        <Link to="/customers/$customerId" params={{ customerId: run.customerId ?? '' }} className={classes.back ?? ''}>
          {t('playbooks.toCustomer')}
        </Link>
      </div>
    </>
  );
}

function Parts({ detail }: { detail: RunDetail }) {
  const { t } = useTranslation();
  const graph = useGraph(detail.playbookKey ?? undefined, detail.run?.playbookVersion ?? undefined);
  const definition = usePlaybook(detail.playbookKey ?? '').data;
  const segments = useSegmentNames();
  // Another version may be for another segment; then its drawing names it by its key.
  const same = definition !== undefined && definition.publishedVersion === detail.run?.playbookVersion;
  const steps = detail.steps ?? [];
  return (
    <div className={classes.columns}>
      <Part title={t('playbooks.tab.flow')}>
        {graph.data === undefined ? (
          <SkeletonRows rows={6} height={100} />
        ) : (
          <PlaybookGraph
            graph={graph.data}
            segment={same ? segments.get(definition.segmentKey ?? '') : undefined}
            customer={detail.run?.customerName}
            passed={[...steps.map((step) => step.stepId ?? ''), ...(detail.run?.state === 'completed' ? ['$end'] : [])]}
            current={detail.run?.finishedAt ? null : detail.run?.stepId}
          />
        )}
      </Part>
      <div>
        <Part title={t('playbooks.steps')}>
          <RunSteps detail={detail} />
        </Part>
        <Part title={t('inbox.notices')}>
          <Notices notices={detail.notices ?? []} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.partTitle}>{title}</h2>
      {children}
    </section>
  );
}

function CancelButton({ run }: { run: Run }) {
  const { t } = useTranslation();
  const may = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const [asked, setAsked] = useState(false);
  const cancel = useCancelRun();
  if (!may || run.finishedAt) {
    return null;
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          cancel.reset();
          setAsked(true);
        }}
      >
        {t('playbooks.cancel')}
      </Button>
      {asked && (
        <TextDialog
          title={`${t('playbooks.cancel')}: ${run.customerName ?? ''}`}
          label={t('inbox.reason')}
          submit={t('playbooks.cancel')}
          pending={cancel.isPending}
          error={cancel.error}
          onClose={() => setAsked(false)}
          onSubmit={(reason) =>
            cancel.mutate(
              { run, reason },
              {
                onSuccess: () => {
                  setAsked(false);
                  notifications.show({ message: t('playbooks.cancelled') });
                },
              },
            )
          }
        />
      )}
    </>
  );
}
