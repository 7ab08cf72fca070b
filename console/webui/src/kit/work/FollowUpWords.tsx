import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FollowUp } from '@/api/types';
import { BandBadge } from '../BandBadge';
import { textOf } from '../format';
import classes from './FollowUpWords.module.css';

/** Which customer wants a call, and why in one sentence; the row around it leads to the reason as a whole. */
export function FollowUpWords({ customer, children }: { customer: FollowUp; children?: ReactNode }) {
  return (
    <div className={classes.words}>
      <p className={classes.head}>
        <Link
          to="/customers/$customerId"
          params={{ customerId: customer.customerId ?? '' }}
          search={{ tab: 'health' }}
          className={classes.name ?? ''}
        >
          {customer.name}
        </Link>
        <BandBadge band={customer.band} points={customer.points} />
        {children}
      </p>
      <p className={classes.reason}>{textOf(customer.reason)}</p>
    </div>
  );
}
