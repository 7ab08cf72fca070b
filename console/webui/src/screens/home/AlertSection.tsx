import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { useMyAlerts } from '@/api/queries/work';
import type { Alert } from '@/api/types';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { AlertRow } from '@/kit/work/AlertRow';
import rows from '@/kit/work/rows.module.css';
import type { WorkDesk } from '@/kit/work/useWorkDesk';
import { usePlace } from './usePlace';
import classes from './home.module.css';

interface Props {
  query: ReturnType<typeof useMyAlerts>;
  shown: readonly Alert[];
  desk: WorkDesk;
  /** Among the alerts. */
  marked: number;
}

/** What happened to the person's customers, the newest first. */
export function AlertSection({ query, shown, desk, marked }: Props) {
  const { t } = useTranslation();
  const place = usePlace('alerts');
  return (
    <Section
      title={t('home.alerts')}
      {...(shown.length > 0 ? { count: query.data?.total ?? shown.length } : {})}
      action={
        place !== undefined && (
          <Link to={place.path} className={classes.all ?? ''}>
            {t('home.all')}
          </Link>
        )
      }
    >
      {query.isPending ? (
        <SkeletonRows rows={3} height={60} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : shown.length === 0 ? (
        <EmptyState calm title={t('home.alertsEmpty')} text={t('home.alertsEmptyText')} />
      ) : (
        <ul className={rows.list}>
          {shown.map((alert, at) => (
            <AlertRow key={alert.id} alert={alert} desk={desk} marked={at === marked} />
          ))}
        </ul>
      )}
    </Section>
  );
}
