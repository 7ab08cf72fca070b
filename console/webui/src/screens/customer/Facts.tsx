import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHealthAt } from '@/api/queries/customers';
import type { Customer } from '@/api/types';
import { BandBadge } from '@/kit/BandBadge';
import { DueText, Money, TimeText } from '@/kit/values';
import values from '@/kit/values.module.css';
import classes from './Facts.module.css';

interface Props {
  customer: Customer;
  knownAt: string | undefined;
}

/** The few facts that are always in sight. */
export function Facts({ customer, knownAt }: Props) {
  const { t } = useTranslation();
  const earlier = useHealthAt(customer.customerId ?? '', knownAt);
  const health = knownAt === undefined ? customer : earlier.data;
  return (
    <dl className={classes.facts} aria-label={t('customer.facts')}>
      <Fact name={t('band.label')}>
        <BandBadge band={health?.band} points={health?.points} />
      </Fact>
      <Fact name={t('customer.mrr')}>
        <PartLink customer={customer} knownAt={knownAt} tab="contracts">
          <Money amounts={customer.mrr} />
        </PartLink>
      </Fact>
      <Fact name={t('customer.phase')}>{customer.phase ?? t('date.none')}</Fact>
      <Fact name={t('customer.owner')}>{customer.ownerName ?? t('customers.nobody')}</Fact>
      <Fact
        name={t(
          customer.nextDate == null
            ? 'customer.nextDate'
            : customer.nextDate.kind === 'CONTRACT_END'
              ? 'customer.contractEnd'
              : 'customer.noticeDeadline',
        )}
      >
        <DueText date={customer.nextDate?.date} />
      </Fact>
      <Fact name={t('customer.lastContact')}>
        <TimeText at={customer.lastContactAt} />
      </Fact>
      <Fact name={t('customer.openTickets')}>
        <PartLink customer={customer} knownAt={knownAt} tab="tickets">
          {t('customers.ticketsCount', { count: customer.openTickets ?? 0 })}
        </PartLink>
      </Fact>
    </dl>
  );
}

/** A number leads to the part of the page that tells what it is made of; a point in time is kept. */
function PartLink({ customer, knownAt, tab, children }: Props & { tab: string; children: ReactNode }) {
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: customer.customerId ?? '' }}
      search={{ tab, ...(knownAt === undefined ? {} : { knownAt }) }}
      className={values.figure ?? ''}
      replace
    >
      {children}
    </Link>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
