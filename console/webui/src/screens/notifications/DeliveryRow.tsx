import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '@/api/queries/notifications';
import classes from '@/kit/queue/Rows.module.css';
import { RelativeDay } from '@/kit/RelativeDay';
import { DeliveryState } from './DeliveryState';
import { channelKey } from './words';

/** A delivery in the list: what became of it, what it said, to whom, by which way. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const details = [
    delivery.customerName,
    t(`notices.channel.${channelKey(delivery.channel)}`),
    delivery.channel === 'in-app' ? undefined : delivery.address,
    ...((delivery.attempts ?? 0) > 1 ? [t('notices.attempts', { count: delivery.attempts ?? 0 })] : []),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.stateMark}>
        <DeliveryState state={delivery.state} />
      </span>
      <span className={classes.main}>
        <Link
          to="/deliveries/$deliveryId"
          params={{ deliveryId: delivery.id ?? '' }}
          search
          className={classes.title ?? ''}
        >
          {delivery.erasedAt ? t('notices.erased') : (delivery.subject ?? t('notices.noSubject'))}
        </Link>
        <span className={classes.meta}>{details.join(' · ')}</span>
      </span>
      <span className={classes.owner}>{delivery.recipientName ?? t('inbox.somebody')}</span>
      <span className={classes.when}>
        <RelativeDay at={delivery.createdAt} />
      </span>
    </>
  );
}
