import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useDelivery, useResend, useTemplates, type DeliveryDetail as Detail } from '@/api/queries/notifications';
import { useRecipient } from '@/api/queries/recipients';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import classes from '@/kit/queue/Detail.module.css';
import { ErrorState, ProblemNotice, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { Attempts } from './Attempts';
import { DeliveryState } from './DeliveryState';
import { Suppression } from './Suppression';
import { channelKey, reasonKey } from './words';

/** One delivery, whole: what it said, each attempt, and why it is where it is. */
export function DeliveryDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const delivery = useDelivery(id);
  if (delivery.error !== null) {
    return <ErrorState error={delivery.error} onRetry={() => void delivery.refetch()} />;
  }
  if (delivery.data === undefined) {
    return <SkeletonRows rows={6} />;
  }
  const detail = delivery.data as Detail;
  return (
    <>
      <div className={classes.badges}>
        <DeliveryState state={detail.state} />
        <span>{t(`notices.channel.${channelKey(detail.channel)}`)}</span>
      </div>
      <h2 className={classes.title}>
        {detail.erasedAt ? t('notices.erased') : (detail.subject ?? t('notices.noSubject'))}
      </h2>
      <Reason detail={detail} />
      <Resend detail={detail} />
      <Facts detail={detail} />
      <Attempts attempts={detail.attemptList ?? []} />
      {detail.body && <p className={classes.note}>{detail.body.trim()}</p>}
    </>
  );
}

function Reason({ detail }: { detail: Detail }) {
  const { t } = useTranslation();
  const code = reasonKey(detail.reason?.code);
  const refused = code === 'address-suppressed' || code === 'address-refused';
  const recipient = useRecipient(refused ? (detail.memberId ?? undefined) : undefined);
  if (!detail.reason) {
    return null;
  }
  return (
    <div className={classes.note}>
      {code === undefined ? detail.reason.detail : t(`notices.reason.${code}`)}
      {code !== undefined && detail.reason.detail && (
        <span className={classes.muted}>{t('unit.aside', { text: detail.reason.detail })}</span>
      )}
      {recipient.data !== undefined && <Suppression recipient={recipient.data} />}
    </div>
  );
}

/** Only a person sends again what may have arrived; the service refuses it in any other state. */
function Resend({ detail }: { detail: Detail }) {
  const { t } = useTranslation();
  const resend = useResend();
  const may = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const [asked, setAsked] = useState<string | null>(null);
  if (!may || detail.erasedAt || (detail.state !== 'unconfirmed' && detail.state !== 'failed')) {
    return null;
  }
  if (asked === null) {
    return (
      <div className={classes.actions}>
        <Button size="xs" onClick={() => setAsked(idempotencyKey())}>
          {t('notices.resend')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.part} role="group" aria-label={t('notices.resend')}>
      <p>{t(detail.state === 'unconfirmed' ? 'notices.resendTwice' : 'notices.resendFailed')}</p>
      {resend.error !== null && <ProblemNotice error={resend.error} />}
      <div className={classes.actions}>
        <Button
          size="xs"
          loading={resend.isPending}
          onClick={() =>
            resend.mutate(
              { id: detail.id ?? '', key: asked },
              {
                onSuccess: () => {
                  setAsked(null);
                  notifications.show({ message: t('notices.resent') });
                },
              },
            )
          }
        >
          {t('notices.resendNow')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked(null)}>
          {t('inbox.back')}
        </Button>
      </div>
    </div>
  );
}

function Facts({ detail }: { detail: Detail }) {
  const { t } = useTranslation();
  const templates = useTemplates();
  const template = templates.data?.find((each) => each.key === detail.templateKey);
  return (
    <dl className={classes.facts}>
      <dt>{t('notices.to')}</dt>
      <dd>
        {detail.recipientName ?? t('inbox.somebody')}
        {detail.channel !== 'in-app' && detail.address ? t('unit.aside', { text: detail.address }) : ''}
      </dd>
      <dt>{t('inbox.customer')}</dt>
      <dd>
        <Link to="/customers/$customerId" params={{ customerId: detail.customerId ?? '' }}>
          {detail.customerName ?? t('inbox.unknownCustomer')}
        </Link>
      </dd>
      <dt>{t('notices.template')}</dt>
      <dd>
        {template === undefined
          ? detail.templateKey
          : textOf({ ja: template.nameJa ?? null, en: template.nameEn ?? null })}
        {detail.templateVersion ? ` ${t('notices.version', { version: detail.templateVersion })}` : ''}
      </dd>
      <dt>{t('notices.createdAt')}</dt>
      <dd>
        <TimeText at={detail.createdAt} />
      </dd>
      {detail.dueAt && (
        <>
          <dt>{t('notices.dueAt')}</dt>
          <dd>
            <TimeText at={detail.dueAt} />
          </dd>
        </>
      )}
      {detail.endedAt && (
        <>
          <dt>{t('notices.endedAt')}</dt>
          <dd>
            <TimeText at={detail.endedAt} />
          </dd>
        </>
      )}
    </dl>
  );
}
