import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/types';
import { formatDay, textOf } from '../format';
import { SeverityBadge } from '../SeverityBadge';
import { TimeText } from '../values';
import { AlertMenu } from './AlertMenu';
import { isSnoozed } from './snoozed';
import { seen } from './TaskRow';
import type { WorkDesk } from './useWorkDesk';
import classes from './rows.module.css';

interface Props {
  alert: Alert;
  desk: WorkDesk;
  marked?: boolean;
  withCustomer?: boolean;
}

/** An alert in a list. */
export function AlertRow({ alert, desk, marked = false, withCustomer = true }: Props) {
  const { t } = useTranslation();
  const open = alert.state === 'open';
  return (
    <li className={classes.row} data-marked={marked} ref={(element) => seen(element, marked)}>
      <SeverityBadge severity={alert.severity} />
      <div className={classes.words}>
        <p className={classes.title} title={textOf(alert.title)}>
          {textOf(alert.title)}
        </p>
        <p className={classes.note}>
          {withCustomer && alert.customerId != null && (
            <Link
              to="/customers/$customerId"
              params={{ customerId: alert.customerId }}
              search={{ tab: 'health' }}
              className={classes.link ?? ''}
            >
              {alert.customerName}
            </Link>
          )}
          {!withCustomer && alert.subjectLabel}
          {(alert.occurrences ?? 1) > 1 && (
            <span className={classes.times}>{t('alert.occurrences', { count: alert.occurrences ?? 1 })}</span>
          )}
          {isSnoozed(alert) && (
            <span className={classes.times}>
              {t('work.snoozedUntil', { day: formatDay(alert.snoozedUntil ?? '') })}
            </span>
          )}
        </p>
      </div>
      <span className={classes.ended}>
        {!open && t('alert.state.closed')} <TimeText at={open ? alert.lastOccurredAt : alert.closedAt} />
      </span>
      {open && <AlertMenu alert={alert} desk={desk} />}
    </li>
  );
}
