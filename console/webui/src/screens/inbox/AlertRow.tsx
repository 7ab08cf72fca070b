import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Alert } from '@/api/types';
import { formatDay, textOf } from '@/kit/format';
import { SeverityBadge } from '@/kit/SeverityBadge';
import { RelativeDay } from '@/kit/RelativeDay';
import { isSnoozed } from '@/kit/work/snoozed';
import classes from '@/kit/queue/Rows.module.css';

/** An alert in the list: how grave, what, about whom, since when. */
export function AlertRow({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const details = [
    textOf(alert.ruleName),
    ...(alert.subjectDataset !== 'customer' && alert.subjectLabel ? [alert.subjectLabel] : []),
    ...((alert.occurrences ?? 1) > 1 ? [t('alert.occurrences', { count: alert.occurrences ?? 1 })] : []),
    ...(isSnoozed(alert) ? [t('work.snoozedUntil', { day: formatDay(alert.snoozedUntil ?? '') })] : []),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.mark}>
        <SeverityBadge severity={alert.severity} />
      </span>
      <span className={classes.main}>
        <Link to="/alerts/$alertId" params={{ alertId: alert.id ?? '' }} search className={classes.title ?? ''}>
          {alert.customerName} <span className={classes.about}>{textOf(alert.title)}</span>
        </Link>
        <span className={classes.meta}>{details.join(' · ')}</span>
      </span>
      <span className={classes.owner}>{alert.ownerName ?? t('inbox.nobody')}</span>
      <span className={classes.when}>
        {alert.state === 'closed' ? t('alert.state.closed') : <RelativeDay at={alert.openedAt} />}
      </span>
    </>
  );
}
