import { useTranslation } from 'react-i18next';
import { useCloseAlert } from '@/api/queries/alertActions';
import type { Alert } from '@/api/types';
import { textOf } from '../format';
import { TextDialog } from './TextDialog';
import classes from './work.module.css';

interface Props {
  alert: Alert;
  onDone: (message: string) => void;
  onClose: () => void;
}

/** The dialog that closes an alert: never without a reason, which the next person reads. */
export function AlertDialog({ alert, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const close = useCloseAlert();
  const title = textOf(alert.title);
  return (
    <TextDialog
      title={t('work.closeTitle')}
      label={t('work.closeLabel')}
      hint={t('work.closeHint')}
      submit={t('work.close')}
      pending={close.isPending}
      error={close.error}
      onClose={onClose}
      onSubmit={(reason, overwrite) =>
        close.mutate({ alert, reason, overwrite }, { onSuccess: () => onDone(t('work.closed', { title })) })
      }
    >
      <p className={classes.about}>{title}</p>
    </TextDialog>
  );
}
