import { IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '@/api/types';
import { useSession } from '@/app/session';
import { BandBadge } from '@/kit/BandBadge';
import { textOf } from '@/kit/format';
import { IconButton } from '@/kit/IconButton';
import { Money } from '@/kit/values';
import { seen } from '@/kit/work/TaskRow';
import classes from './FollowUpRow.module.css';

interface Props {
  customer: FollowUp;
  marked: boolean;
  onDismiss?: (customer: FollowUp) => void;
}

/** A customer to call, and why in one sentence. The whole row leads to the reason. */
export function FollowUpRow({ customer, marked, onDismiss }: Props) {
  const { t } = useTranslation();
  const { person } = useSession();
  const others = customer.ownerName != null && customer.ownerName !== person.name;
  return (
    <li className={classes.row} data-marked={marked} ref={(element) => seen(element, marked)}>
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
          {others && <span className={classes.owner}>{customer.ownerName}</span>}
        </p>
        <p className={classes.reason}>{textOf(customer.reason)}</p>
      </div>
      <span className={classes.mrr}>
        <Money amounts={customer.mrr} />
      </span>
      {onDismiss !== undefined && (
        <IconButton
          className={classes.action}
          label={t('home.dismiss')}
          about={customer.name}
          onClick={() => onDismiss(customer)}
        >
          <IconEyeOff size={16} stroke={1.6} />
        </IconButton>
      )}
    </li>
  );
}
