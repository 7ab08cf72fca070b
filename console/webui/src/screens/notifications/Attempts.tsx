import { useTranslation } from 'react-i18next';
import type { DeliveryDetail } from '@/api/queries/notifications';
import classes from '@/kit/queue/Detail.module.css';
import { TimeText } from '@/kit/values';
import { outcomeKey } from './words';

/** Each try to hand a delivery over, and what the other side said. */
export function Attempts({ attempts }: { attempts: NonNullable<DeliveryDetail['attemptList']> }) {
  const { t } = useTranslation();
  return (
    <section className={classes.part} aria-label={t('notices.attemptsTitle')}>
      <h3 className={classes.partTitle}>{t('notices.attemptsTitle')}</h3>
      {attempts.length === 0 && <p className={classes.muted}>{t('notices.attemptsNone')}</p>}
      <ol className={classes.list}>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <span className={classes.line}>
              <strong>
                {t('notices.attempt', { number: attempt.number ?? 0 })}{' '}
                {t(`notices.outcome.${outcomeKey(attempt.outcome)}`)}
              </strong>
              <span className={classes.muted}>
                <TimeText at={attempt.startedAt} />
              </span>
            </span>
            {attempt.response && <p className={classes.muted}>{attempt.response}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
