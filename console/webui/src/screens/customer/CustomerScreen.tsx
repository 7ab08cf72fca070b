import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useCustomer } from '@/api/queries/customers';
import { customer as route } from '@/app/router';
import { PageFrame } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { useQueryClient } from '@tanstack/react-query';
import { AsOfBanner, AsOfControl } from './AsOf';
import { Facts } from './Facts';
import { CustomerTabs } from './CustomerTabs';
import classes from './customer.module.css';

/** Everything about one customer, now or as it was known at an earlier time. */
export function CustomerScreen() {
  const { t } = useTranslation();
  const { customerId } = route.useParams();
  const { knownAt } = route.useSearch();
  const customer = useCustomer(customerId);
  const cache = useQueryClient();
  const unknown = customer.error instanceof ProblemError && customer.error.problem.status === 404;
  const name = customer.data?.name ?? (customer.isPending ? '\u00a0' : t('customers.title'));
  return (
    <PageFrame
      title={name}
      above={
        <Link to="/customers" className={classes.back ?? ''}>
          <IconArrowLeft size={14} aria-hidden />
          {t('customer.back')}
        </Link>
      }
      lead={<p className={classes.kana}>{customer.data?.nameKana ?? '\u00a0'}</p>}
      readAt={customer.dataUpdatedAt}
      refreshing={customer.isRefetching}
      onRefresh={() => void cache.refetchQueries({ type: 'active' })}
      actions={<AsOfControl />}
    >
      {customer.data === undefined && customer.error !== null ? (
        unknown ? (
          <EmptyState compact={false} title={t('customer.notFoundTitle')} text={t('customer.notFoundText')} />
        ) : (
          <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
        )
      ) : (
        <>
          {knownAt !== undefined && <AsOfBanner knownAt={knownAt} />}
          {customer.data === undefined ? (
            <SkeletonRows rows={1} height={66} />
          ) : (
            <Facts customer={customer.data} knownAt={knownAt} />
          )}
          <CustomerTabs customerId={customerId} customer={customer.data} />
        </>
      )}
    </PageFrame>
  );
}
