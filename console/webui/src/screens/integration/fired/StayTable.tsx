import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf, type PageOf } from '@/api/pages';
import type { Stay } from '@/api/types';
import { useHasRole } from '@/app/session';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, ProblemNotice } from '@/kit/states';
import { TimeText } from '@/kit/values';
import integration from '../IntegrationScreen.module.css';
import classes from './StayTable.module.css';

interface Props {
  label: string;
  stays: UseInfiniteQueryResult<{ pages: PageOf<Stay>[] }>;
  /** What can be made of one of them by hand. */
  action: string;
  actionOf: (name: string) => string;
  done: string;
  making: {
    isPending: boolean;
    variables: string | undefined;
    error: Error | null;
    mutate: (membershipId: string, options: { onSuccess: () => void }) => void;
  };
}

/** Customers that meet a condition without anything having come of it; cs-ops chooses what is to come of it. */
export function StayTable({ label, stays, action, actionOf, done, making }: Props) {
  const { t } = useTranslation();
  const may = useHasRole('cs-ops', 'admin');
  const columns: PlainColumn<Stay>[] = [
    { id: 'customer', header: t('customers.name'), cell: (stay) => <CustomerName stay={stay} /> },
    {
      id: 'subject',
      header: t('integration.fired.subject'),
      // The same in each table, so that the columns of all of them stand below each other.
      width: 260,
      cell: (stay) => (stay.subjectDataset === 'customer' ? '' : stay.subjectLabel),
    },
    {
      id: 'enteredAt',
      header: t('integration.fired.enteredAt'),
      width: 190,
      align: 'end',
      cell: (stay) => <TimeText at={stay.enteredAt} />,
    },
    ...(may
      ? [
          {
            id: 'open',
            header: t('integration.actions'),
            width: 180,
            align: 'end' as const,
            cell: (stay: Stay) => (
              <Button
                size="xs"
                variant="default"
                loading={making.isPending && making.variables === stay.membershipId}
                aria-label={actionOf(stay.subjectLabel ?? label)}
                onClick={() =>
                  making.mutate(stay.membershipId ?? '', {
                    onSuccess: () => notifications.show({ message: done }),
                  })
                }
              >
                {action}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className={classes.bare}>
      {making.error !== null && <ProblemNotice error={making.error} />}
      <PlainTable
        label={label}
        columns={columns}
        rows={rowsOf(stays.data?.pages)}
        rowId={(stay) => stay.membershipId ?? ''}
        pending={stays.isPending}
        error={stays.error}
        onRetry={() => void stays.refetch()}
        hasMore={stays.hasNextPage}
        loadingMore={stays.isFetchingNextPage}
        onMore={() => void stays.fetchNextPage()}
        expected={2}
        empty={<EmptyState calm title={t('integration.fired.none')} />}
      />
    </div>
  );
}

function CustomerName({ stay }: { stay: Stay }) {
  const { t } = useTranslation();
  const itself = stay.subjectDataset === 'customer' ? stay.subjectLabel : null;
  return (
    <Link to="/customers/$customerId" params={{ customerId: stay.customerId ?? '' }} className={integration.link ?? ''}>
      {stay.customerName ?? itself ?? t('integration.fired.unknownCustomer')}
    </Link>
  );
}
