import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '@/api/types';
import { useSession } from '@/app/session';
import { IconButton } from '@/kit/IconButton';
import { Money } from '@/kit/values';
import { FollowUpWords } from '@/kit/work/FollowUpWords';
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
      <FollowUpWords customer={customer}>
        {others && <span className={classes.owner}>{customer.ownerName}</span>}
      </FollowUpWords>
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
