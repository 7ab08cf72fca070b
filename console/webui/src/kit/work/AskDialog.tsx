import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useCustomer } from '@/api/queries/customers';
import { useAsk } from '@/api/queries/taskActions';
import { TextDialog } from './TextDialog';
import classes from './work.module.css';

/** Asks whoever looks after a customer; the question becomes a task of that person. */
export function AskDialog({ customerId, name, onClose }: { customerId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const customer = useCustomer(customerId);
  const ask = useAsk();
  const [key] = useState(idempotencyKey);
  const owner = customer.data?.ownerName;
  const nobody = customer.data !== undefined && owner == null;
  return (
    <TextDialog
      title={t('work.askTitle', { customer: name })}
      label={t('work.askLabel')}
      submit={t('work.send')}
      pending={ask.isPending || customer.isPending}
      blocked={nobody}
      error={ask.error}
      onClose={onClose}
      onSubmit={(text) =>
        ask.mutate(
          { customerId, text, key },
          {
            onSuccess: () => {
              notifications.show({ message: t('work.asked', { name: owner ?? '' }) });
              onClose();
            },
          },
        )
      }
    >
      <p className={classes.to}>
        {nobody ? t('work.askNobody') : owner == null ? '\u00a0' : t('work.askTo', { name: owner })}
      </p>
    </TextDialog>
  );
}
