import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import { useAlertTasks, type AlertDetail as Detail } from '@/api/queries/inbox';
import type { Alert } from '@/api/types';
import { formatDay, textOf } from '@/kit/format';
import { SeverityBadge } from '@/kit/SeverityBadge';
import { SkeletonRows } from '@/kit/states';
import { DueText, TimeText } from '@/kit/values';
import { isSnoozed } from '@/kit/work/snoozed';
import { AlertComments } from './Comments';
import { Evidence } from './Evidence';
import { Notices } from './Notices';
import { datasetKey } from './words';
import classes from '@/kit/queue/Detail.module.css';

interface Props {
  alert: Alert;
  /** Absent while it is on its way. */
  detail: Detail | undefined;
  mayWrite: boolean;
  onClose: () => void;
  onAsk: () => void;
  onSnooze: () => void;
  onWake: () => void;
}

/** One alert, whole: what it saw, how often, who was told, what came of it. */
export function AlertDetail({ alert, detail, mayWrite, onClose, onAsk, onSnooze, onWake }: Props) {
  const { t } = useTranslation();
  const occurrences = detail?.occurrences ?? [];
  const latest = occurrences[0];
  const snoozed = isSnoozed(alert);
  return (
    <>
      <div className={classes.badges}>
        <SeverityBadge severity={alert.severity} />
        <span>{t(alert.state === 'closed' ? 'alert.state.closed' : 'alert.state.open')}</span>
        <span>{textOf(alert.ruleName)}</span>
        {snoozed && <span>{t('work.snoozedUntil', { day: formatDay(alert.snoozedUntil ?? '') })}</span>}
      </div>
      <h2 className={classes.title}>{textOf(alert.title)}</h2>
      {mayWrite && (
        <div className={classes.actions}>
          {alert.state === 'open' && (
            <Button size="xs" onClick={onClose}>
              {t('inbox.closeAlert')}
              <span className={classes.key} aria-hidden>
                e
              </span>
            </Button>
          )}
          {alert.state === 'open' && (
            <Button size="xs" variant="default" onClick={snoozed ? onWake : onSnooze}>
              {t(snoozed ? 'work.wake' : 'inbox.snooze')}
              <span className={classes.key} aria-hidden>
                s
              </span>
            </Button>
          )}
          <Button size="xs" variant="default" onClick={onAsk}>
            {t('inbox.ask')}
            <span className={classes.key} aria-hidden>
              q
            </span>
          </Button>
        </div>
      )}
      <AlertFacts alert={alert} />
      <Part title={t('inbox.why')}>
        {detail === undefined ? <SkeletonRows rows={2} height={28} /> : <Evidence evidence={latest?.evidence ?? {}} />}
        <p className={classes.text}>
          <Link
            className={classes.link}
            to="/customers/$customerId"
            params={{ customerId: alert.customerId ?? '' }}
            search={{ tab: 'overview' }}
          >
            {t('inbox.explanation')}
          </Link>
        </p>
      </Part>
      <Part title={t('inbox.occurrences', { count: alert.occurrences ?? occurrences.length })}>
        <ul className={classes.list}>
          {occurrences.map((each) => (
            <li key={`${each.membershipId ?? ''}${each.occurredAt ?? ''}`} className={classes.line}>
              <TimeText at={each.occurredAt} />
              <span className={classes.muted}>
                {each.leftAt ? (
                  <>
                    {t('inbox.gone')} <TimeText at={each.leftAt} />
                  </>
                ) : (
                  t('inbox.stillTrue')
                )}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <AlertComments key={alert.id} alertId={alert.id ?? ''} mayWrite={mayWrite} />
      <AlertTasks alertId={alert.id ?? ''} />
      <Part title={t('inbox.notices')}>
        {detail === undefined ? <SkeletonRows rows={2} height={28} /> : <Notices notices={detail.notices ?? []} />}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3 className={classes.partTitle}>{title}</h3>
      {children}
    </section>
  );
}

function AlertFacts({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const members = useMembers();
  const dataset = datasetKey(alert.subjectDataset);
  const closer = alert.closedBy ? members.data?.get(alert.closedBy)?.name : t('inbox.byMinori');
  return (
    <dl className={classes.facts}>
      <dt>{t('inbox.customer')}</dt>
      <dd>
        <Link to="/customers/$customerId" params={{ customerId: alert.customerId ?? '' }}>
          {alert.customerName ?? t('inbox.unknownCustomer')}
        </Link>
      </dd>
      <dt>{t('customers.owner')}</dt>
      <dd>{alert.ownerName ?? t('inbox.nobody')}</dd>
      {alert.subjectDataset !== 'customer' && (
        <>
          <dt>{dataset === undefined ? t('inbox.subject') : t(`customer.dataset.${dataset}`)}</dt>
          <dd>{alert.subjectLabel ?? t('date.none')}</dd>
        </>
      )}
      <dt>{t('alert.openedAt')}</dt>
      <dd>
        <TimeText at={alert.openedAt} />
      </dd>
      {alert.state === 'closed' && (
        <>
          <dt>{t('inbox.closedAt')}</dt>
          <dd>
            <TimeText at={alert.closedAt} /> {closer}
          </dd>
          <dt>{t('inbox.reason')}</dt>
          <dd className={classes.text}>
            {alert.closeReason === 'cause-gone' ? t('inbox.causeGone') : alert.closeReason}
          </dd>
        </>
      )}
    </dl>
  );
}

function AlertTasks({ alertId }: { alertId: string }) {
  const { t } = useTranslation();
  const tasks = useAlertTasks(alertId);
  const items = tasks.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <Part title={t('inbox.tasksOf')}>
      <ul className={classes.list}>
        {items.map((task) => (
          <li key={task.id} className={classes.line}>
            <Link to="/tasks/$taskId" params={{ taskId: task.id ?? '' }}>
              {textOf(task.title)}
            </Link>
            <span className={classes.muted}>
              {task.state === 'completed' || task.state === 'cancelled' ? (
                t(`task.state.${task.state}`)
              ) : (
                <DueText date={task.dueOn} compact />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
