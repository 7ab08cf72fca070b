import { useTranslation } from 'react-i18next';
import { useTaskComments } from '@/api/queries/inbox';
import { useChangeTask, useComment, type TaskChange } from '@/api/queries/taskActions';
import type { Task } from '@/api/types';
import { formatDate, textOf } from '../format';
import { instantOf } from '../zone';
import { AssignDialog } from './AssignDialog';
import { CommentDialog } from './CommentDialog';
import { SnoozeDialog } from './SnoozeDialog';
import { TextDialog } from './TextDialog';
import classes from './work.module.css';

export type TaskIntent = 'snooze' | 'comment' | 'assign' | 'answer';

interface Props {
  task: Task;
  intent: TaskIntent;
  /** Says what was done, and that the dialog is over. */
  onDone: (message: string) => void;
  onClose: () => void;
}

/** The dialog in which a person says what is to become of a task. */
export function TaskDialog({ task, intent, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const order = useChangeTask();
  const title = textOf(task.title);
  function change(wanted: TaskChange, overwrite: boolean, done: string): void {
    order.mutate({ task, change: wanted, overwrite }, { onSuccess: () => onDone(done) });
  }
  const common = { pending: order.isPending, error: order.error, onClose };
  switch (intent) {
    case 'snooze':
      return (
        <SnoozeDialog
          {...common}
          onSubmit={(day, overwrite) =>
            change(
              { action: 'snooze', until: instantOf(day) },
              overwrite,
              t('work.snoozed', { title, date: formatDate(day) }),
            )
          }
        />
      );
    case 'assign':
      return (
        <AssignDialog
          {...common}
          owner={task.ownerMemberId}
          onSubmit={(ownerMemberId, name, overwrite) =>
            change({ action: 'assign', ownerMemberId }, overwrite, t('work.assigned', { title, name }))
          }
        />
      );
    case 'answer':
      return (
        <TextDialog
          {...common}
          title={t('work.answerTitle')}
          label={t('work.answerLabel')}
          submit={t('work.send')}
          onSubmit={(text, overwrite) => change({ action: 'answer', text }, overwrite, t('work.answered'))}
        >
          <p className={classes.about}>{textOf(task.note) || title}</p>
        </TextDialog>
      );
    case 'comment':
      return <Commenting task={task} onDone={onDone} onClose={onClose} />;
  }
}

function Commenting({ task, onDone, onClose }: Omit<Props, 'intent'>) {
  const id = task.id ?? '';
  return (
    <CommentDialog
      about={textOf(task.title)}
      comments={useTaskComments(id)}
      commenting={useComment(id)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
