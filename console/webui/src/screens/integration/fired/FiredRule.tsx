import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCustomer } from '@/api/queries/customers';
import { useOpenAlert, useWouldHaveFired } from '@/api/queries/integration';
import type { AlertRule, Stay } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, ProblemNotice } from '@/kit/states';
import { TimeText } from '@/kit/values';
import integration from '../IntegrationScreen.module.css';
import classes from './FiredRule.module.css';

/** The silent hits of one rule. */
export function FiredRule({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const opener = useHasRole('cs-ops', 'admin');
  const key = rule.key ?? '';
  const stays = useWouldHaveFired(key);
  const open = useOpenAlert(key);
  const rows = stays.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const columns: PlainColumn<Stay>[] = [
    {
      id: 'customer',
      header: t('customers.name'),
      cell: (stay) => <CustomerName stay={stay} />,
    },
    { id: 'subject', header: t('integration.fired.subject'), cell: (stay) => stay.subjectLabel },
    {
      id: 'enteredAt',
      header: t('integration.fired.enteredAt'),
      width: 190,
      align: 'end',
      cell: (stay) => <TimeText at={stay.enteredAt} />,
    },
    ...(opener
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
                loading={open.isPending && open.variables === stay.membershipId}
                aria-label={t('integration.fired.openOf', { name: stay.subjectLabel ?? textOf(rule.name) })}
                onClick={() =>
                  open.mutate(stay.membershipId ?? '', {
                    onSuccess: () => notifications.show({ message: t('integration.fired.opened') }),
                  })
                }
              >
                {t('integration.fired.open')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={textOf(rule.name)}>
      <div className={classes.bare}>
        {open.error !== null && <ProblemNotice error={open.error} />}
        <PlainTable
          label={textOf(rule.name)}
          columns={columns}
          rows={rows}
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
    </Section>
  );
}

function CustomerName({ stay }: { stay: Stay }) {
  const id = stay.customerId ?? '';
  const itself = stay.subjectDataset === 'customer' ? stay.subjectLabel : null;
  const customer = useCustomer(id, itself == null);
  if (itself == null && customer.isPending) {
    return <Skeleton height={10} width={140} radius="sm" />;
  }
  return (
    <Link to="/customers/$customerId" params={{ customerId: id }} className={integration.link ?? ''}>
      {itself ?? customer.data?.name ?? id}
    </Link>
  );
}
