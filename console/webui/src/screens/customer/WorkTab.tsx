import { useTranslation } from 'react-i18next';
import { useCustomerAlerts, useCustomerTasks } from '@/api/queries/work';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { useRowKeys } from '@/kit/useRowKeys';
import { AlertRow } from '@/kit/work/AlertRow';
import rows from '@/kit/work/rows.module.css';
import { TASK_KEYS } from '@/kit/work/TaskMenu';
import { TaskRow } from '@/kit/work/TaskRow';
import { useWorkDesk } from '@/kit/work/useWorkDesk';
import { CustomerRuns } from './CustomerRuns';

/** Tasks and alerts of a customer, also those that are over. */
export function WorkTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const tasks = useCustomerTasks(customerId);
  const alerts = useCustomerAlerts(customerId);
  const desk = useWorkDesk();
  const work = tasks.data?.items ?? [];
  const signs = alerts.data?.items ?? [];
  const [marked] = useRowKeys({
    count: work.length + signs.length,
    complete: (row) => {
      const task = work[row];
      const alert = signs[row - work.length];
      if (task !== undefined) {
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
    const task = work[row];
    const alert = signs[row - work.length];
    if (task !== undefined) {
      desk.handle(task, intent);
    } else if (alert !== undefined && intent !== 'assign') {
      desk.handleAlert(alert, intent);
    }
  }
  return (
    <>
      <Section title={t('nav.tasks')} {...(work.length > 0 ? { count: tasks.data?.total ?? work.length } : {})}>
        {tasks.isPending ? (
          <SkeletonRows rows={2} height={60} />
        ) : tasks.data === undefined ? (
          <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} compact />
        ) : work.length === 0 ? (
          <EmptyState calm title={t('customer.tasksEmpty')} />
        ) : (
          <ul className={rows.list}>
            {work.map((task, at) => (
              <TaskRow key={task.id} task={task} desk={desk} marked={at === marked} withCustomer={false} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('nav.alerts')} {...(signs.length > 0 ? { count: alerts.data?.total ?? signs.length } : {})}>
        {alerts.isPending ? (
          <SkeletonRows rows={2} height={60} />
        ) : alerts.data === undefined ? (
          <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} compact />
        ) : signs.length === 0 ? (
          <EmptyState calm title={t('customer.alertsEmpty')} />
        ) : (
          <ul className={rows.list}>
            {signs.map((alert, at) => (
              <AlertRow
                key={alert.id}
                alert={alert}
                desk={desk}
                marked={at + work.length === marked}
                withCustomer={false}
              />
            ))}
          </ul>
        )}
      </Section>
      <CustomerRuns customerId={customerId} />
      {desk.dialog}
    </>
  );
}
