import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowUps } from '@/api/queries/followUps';
import { useMyAlerts, useMyTasks } from '@/api/queries/work';
import { formatDayOfYear } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { useRowKeys } from '@/kit/useRowKeys';
import { TASK_KEYS } from '@/kit/work/TaskMenu';
import { useWorkDesk } from '@/kit/work/useWorkDesk';
import { AlertSection } from './AlertSection';
import { DashboardLink } from './DashboardLink';
import { FollowUpSection } from './FollowUpSection';
import { Story } from './Story';
import { TaskSection } from './TaskSection';
import { useDismiss } from './useDismiss';
import classes from './home.module.css';

const SHOWN = 6;

/** The day of somebody who looks after customers. One keyboard list runs through all three parts. */
export function CsmHome({ title }: { title: string }) {
  const { t } = useTranslation();
  const [everyone, setEveryone] = useState(false);
  const followUps = useFollowUps(everyone);
  const tasks = useMyTasks();
  const alerts = useMyAlerts();
  const navigate = useNavigate();
  const desk = useWorkDesk();
  const dismiss = useDismiss();

  const customers = followUps.data?.items ?? [];
  const usageUntil = followUps.data?.usageUntil;
  const work = (tasks.data?.items ?? []).slice(0, SHOWN);
  const signs = (alerts.data?.items ?? []).slice(0, SHOWN);
  const firstTask = customers.length;
  const firstAlert = firstTask + work.length;
  const taskAt = (row: number) => work[row - firstTask];
  const alertAt = (row: number) => signs[row - firstAlert];

  const [marked] = useRowKeys({
    count: firstAlert + signs.length,
    open: (row) => {
      const customerId = (customers[row] ?? taskAt(row) ?? alertAt(row))?.customerId;
      if (customerId != null) {
        void navigate({ to: '/customers/$customerId', params: { customerId }, search: { tab: 'health' } });
      }
    },
    complete: (row) => {
      const customer = customers[row];
      const task = taskAt(row);
      const alert = alertAt(row);
      if (customer !== undefined) {
        dismiss(customer);
      } else if (task !== undefined) {
        desk.complete(task);
      } else if (alert !== undefined) {
        desk.handleAlert(alert, 'close');
      }
    },
    others: {
      [TASK_KEYS.snooze]: (row) => handle(row, 'snooze'),
      [TASK_KEYS.comment]: (row) => handle(row, 'comment'),
      [TASK_KEYS.assign]: (row) => handle(row, 'assign'),
    },
  });

  function handle(row: number, intent: 'snooze' | 'comment' | 'assign'): void {
    const task = taskAt(row);
    const alert = alertAt(row);
    if (task !== undefined) {
      desk.handle(task, intent);
    } else if (alert !== undefined && intent !== 'assign') {
      // An alert is with whoever looks after the customer; only tasks change hands.
      desk.handleAlert(alert, intent);
    }
  }

  const all = [followUps, tasks, alerts];
  return (
    <PageFrame
      title={title}
      lead={<Story followUps={followUps.data} tasks={tasks.data} alerts={alerts.data} />}
      covers={
        usageUntil !== undefined && customers.length > 0
          ? t('home.usageUntil', { day: formatDayOfYear(usageUntil) })
          : undefined
      }
      readAt={Math.max(...all.map((query) => query.dataUpdatedAt))}
      refreshing={all.some((query) => query.isRefetching)}
      onRefresh={() => all.forEach((query) => void query.refetch())}
    >
      <DashboardLink />
      <div className={classes.columns}>
        <FollowUpSection
          query={followUps}
          marked={marked}
          onDismiss={dismiss}
          allowed={desk.allowed}
          {...(everyone ? {} : { onMore: () => setEveryone(true) })}
        />
        <div className={classes.side}>
          <TaskSection query={tasks} shown={work} desk={desk} marked={marked - firstTask} />
          <AlertSection query={alerts} shown={signs} desk={desk} marked={marked - firstAlert} />
        </div>
      </div>
      {desk.dialog}
    </PageFrame>
  );
}
