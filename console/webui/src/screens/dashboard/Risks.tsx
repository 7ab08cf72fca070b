import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllFollowUps } from '@/api/queries/followUps';
import { MoreButton } from '@/kit/PagedList';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { Money } from '@/kit/values';
import { AskButton } from '@/kit/work/AskButton';
import { FollowUpWords } from '@/kit/work/FollowUpWords';
import classes from './Risks.module.css';

/** Customers of everybody that are most likely to be lost, and why. */
export function Risks() {
  const { t } = useTranslation();
  const [everyone, setEveryone] = useState(false);
  const query = useAllFollowUps(everyone);
  const items = query.data?.items ?? [];
  const shownOf = (total: number) =>
    total > items.length ? t('dashboard.risksShown', { shown: items.length, total }) : String(total);
  return (
    <Section
      title={t('dashboard.risks')}
      help={t('dashboard.risksHelp')}
      {...(items.length > 0 ? { count: shownOf(query.data?.total ?? items.length) } : {})}
    >
      {query.isPending ? (
        <SkeletonRows rows={5} height={56} />
      ) : query.data === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} compact />
      ) : items.length === 0 ? (
        <EmptyState calm title={t('dashboard.risksEmpty')} />
      ) : (
        <>
          <ul className={classes.list}>
            {items.map((customer) => (
              <li key={customer.customerId} className={classes.row}>
                <FollowUpWords customer={customer} />
                <p className={classes.side}>
                  <span>{customer.ownerName ?? t('dashboard.unowned')}</span>
                  <Money amounts={customer.mrr} />
                </p>
                <span className={classes.action}>
                  <AskButton customerId={customer.customerId ?? ''} name={customer.name ?? ''} />
                </span>
              </li>
            ))}
          </ul>
          {!everyone && (query.data.total ?? 0) > items.length && <MoreButton onMore={() => setEveryone(true)} />}
        </>
      )}
    </Section>
  );
}
