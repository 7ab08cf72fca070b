import { useTranslation } from 'react-i18next';
import type { useFollowUps } from '@/api/queries/followUps';
import type { FollowUp } from '@/api/types';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { MoreButton } from '@/kit/PagedList';
import rows from '@/kit/work/rows.module.css';
import { FollowUpRow } from './FollowUpRow';

interface Props {
  query: ReturnType<typeof useFollowUps>;
  marked: number;
  allowed: boolean;
  onDismiss: (customer: FollowUp) => void;
  /** Shows those too that are less pressing; absent where they are. */
  onMore?: () => void;
}

/** Whom to call today, the most pressing first. */
export function FollowUpSection({ query, marked, allowed, onDismiss, onMore }: Props) {
  const { t } = useTranslation();
  const items = query.data?.items ?? [];
  const total = query.data?.total ?? 0;
  return (
    <Section
      title={t('home.followUp')}
      help={t('home.followUpHelp')}
      {...(items.length > 0
        ? {
            count: total > items.length ? t('home.followUpMore', { shown: items.length, total }) : String(items.length),
          }
        : {})}
    >
      {query.isPending ? (
        <SkeletonRows rows={6} height={72} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : items.length === 0 ? (
        <EmptyState calm title={t('home.followUpEmpty')} text={t('home.followUpEmptyText')} />
      ) : (
        <>
          <ul className={rows.list}>
            {items.map((customer, at) => (
              <FollowUpRow
                key={customer.customerId}
                customer={customer}
                marked={at === marked}
                {...(allowed ? { onDismiss } : {})}
              />
            ))}
          </ul>
          {onMore !== undefined && total > items.length && <MoreButton onMore={onMore} />}
        </>
      )}
    </Section>
  );
}
