import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import type { Notice } from '@/api/queries/inbox';
import { TimeText } from '@/kit/values';
import { channelKey, stateKey } from '../notifications/words';
import classes from '@/kit/queue/Detail.module.css';

/** Who was told of it, by which way, and whether it arrived. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  const { t } = useTranslation();
  const members = useMembers();
  if (notices.length === 0) {
    return <p className={classes.muted}>{t('inbox.noticesNone')}</p>;
  }
  return (
    <ul className={classes.list}>
      {notices.flatMap((notice) =>
        (notice.deliveries ?? []).length === 0
          ? [
              <li key={notice.requestId} className={classes.line}>
                <span>{t('inbox.noticeAsked')}</span>
                <span className={classes.muted}>
                  <TimeText at={notice.requestedAt} />
                </span>
              </li>,
            ]
          : (notice.deliveries ?? []).map((delivery) => (
              <li key={delivery.deliveryId} className={classes.line}>
                <Link to="/deliveries/$deliveryId" params={{ deliveryId: delivery.deliveryId ?? '' }}>
                  {members.data?.get(delivery.memberId ?? '')?.name ?? t('inbox.somebody')}
                  {' · '}
                  {t(`notices.channel.${channelKey(delivery.channel)}`)}
                  {' · '}
                  {t(`notices.state.${stateKey(delivery.state)}`)}
                </Link>
                <span className={classes.muted}>
                  <TimeText at={delivery.at} />
                </span>
              </li>
            )),
      )}
    </ul>
  );
}
