import { useTranslation } from 'react-i18next';
import { useCloseAlert, useCommentAlert, useSnoozeAlert } from '@/api/queries/alertActions';
import { useAlertComments } from '@/api/queries/inbox';
import type { Alert } from '@/api/types';
import { formatDate, textOf } from '../format';
import { instantOf } from '../zone';
import { CommentDialog } from './CommentDialog';
import { SnoozeDialog } from './SnoozeDialog';
import { TextDialog } from './TextDialog';
import classes from './work.module.css';

export type AlertIntent = 'close' | 'snooze' | 'comment';

interface Props {
  alert: Alert;
  onDone: (message: string) => void;
  onClose: () => void;
}

/** The dialog in which a person says what is to become of an alert. */
export function AlertDialog({ intent, ...props }: Props & { intent: AlertIntent }) {
  switch (intent) {
    case 'close':
      return <Closing {...props} />;
    case 'snooze':
      return <Snoozing {...props} />;
    case 'comment':
      return <Commenting {...props} />;
  }
}

/** Never without a reason, which the next person reads. */
function Closing({ alert, onDone, onClose }: Props) {
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

function Snoozing({ alert, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const snooze = useSnoozeAlert();
  return (
    <SnoozeDialog
      pending={snooze.isPending}
      error={snooze.error}
      onClose={onClose}
      onSubmit={(day, overwrite) =>
        snooze.mutate(
          { alert, until: instantOf(day), overwrite },
          { onSuccess: () => onDone(t('work.snoozed', { title: textOf(alert.title), date: formatDate(day) })) },
        )
      }
    />
  );
}

function Commenting({ alert, onDone, onClose }: Props) {
  const id = alert.id ?? '';
  return (
    <CommentDialog
      about={textOf(alert.title)}
      comments={useAlertComments(id)}
      commenting={useCommentAlert(id)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
