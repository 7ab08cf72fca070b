import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCustomerAlerts, useCustomerTasks } from '@/api/queries/work';
import type { Customer } from '@/api/types';
import { formatNumber } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { SourceLink } from '@/kit/SourceLink';
import { AlertRow } from '@/kit/work/AlertRow';
import rows from '@/kit/work/rows.module.css';
import { TaskRow } from '@/kit/work/TaskRow';
import { useWorkDesk } from '@/kit/work/useWorkDesk';
import type { TabProps } from './CustomerTabs';
import { Timeline } from './Timeline';
import classes from './customer.module.css';
import fields from './fields.module.css';

/** What happened, and what is to be done now. */
export function OverviewTab({ customerId, knownAt, customer }: TabProps & { customer: Customer | undefined }) {
  return (
    <div className={classes.columns}>
      <Timeline customerId={customerId} knownAt={knownAt} />
      <div>
        <Now customerId={customerId} />
        <More customer={customer} />
      </div>
    </div>
  );
}

function Now({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const tasks = useCustomerTasks(customerId);
  const alerts = useCustomerAlerts(customerId);
  const desk = useWorkDesk();
  const work = (tasks.data?.items ?? []).filter((task) => task.state === 'open' || task.state === 'snoozed');
  const signs = (alerts.data?.items ?? []).filter((alert) => alert.state === 'open');
  const error = tasks.data === undefined ? tasks.error : alerts.data === undefined ? alerts.error : null;
  return (
    <Section
      title={t('customer.now')}
      action={
        <Link to="/customers/$customerId" params={{ customerId }} search={{ tab: 'work' }}>
          {t('customer.showAll')}
        </Link>
      }
    >
      {error !== null ? (
        <ErrorState error={error} compact />
      ) : tasks.isPending || alerts.isPending ? (
        <SkeletonRows rows={2} height={60} />
      ) : work.length + signs.length === 0 ? (
        <EmptyState calm title={t('customer.nowEmpty')} />
      ) : (
        <ul className={rows.list}>
          {signs.map((alert) => (
            <AlertRow key={alert.id} alert={alert} desk={desk} withCustomer={false} />
          ))}
          {work.map((task) => (
            <TaskRow key={task.id} task={task} desk={desk} withCustomer={false} />
          ))}
        </ul>
      )}
      {desk.dialog}
    </Section>
  );
}

function More({ customer }: { customer: Customer | undefined }) {
  const { t } = useTranslation();
  const facts: [string, string | null | undefined][] = [
    [t('customers.code'), customer?.customerCode],
    [t('customer.touchModel'), customer?.touchModel],
    [t('customers.industry'), customer?.industry],
    [
      t('customers.employees'),
      customer?.employees == null ? null : t('customers.employeesCount', { number: formatNumber(customer.employees) }),
    ],
    [t('customers.team'), customer?.teamName],
  ];
  return (
    <Section title={t('customer.moreFacts')} action={<SourceLink source={customer?.source} />}>
      <dl className={fields.list}>
        {facts.map(([name, value]) => (
          <div key={name} className={fields.line}>
            <dt>{name}</dt>
            <dd>{value ?? <span className={classes.muted}>{t('date.none')}</span>}</dd>
          </div>
        ))}
        <div className={fields.line}>
          <dt>{t('customer.website')}</dt>
          <dd>
            {customer?.website == null ? (
              <span className={classes.muted}>{t('date.none')}</span>
            ) : (
              <a href={customer.website} target="_blank" rel="noreferrer">
                {customer.website.replace(/^https?:\/\//, '')}
              </a>
            )}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
