import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useTaskComments } from '@/api/queries/inbox';
import { useChangeTask, useComment, type TaskChange } from '@/api/queries/taskActions';
import type { Task } from '@/api/types';
import { formatDate, textOf } from '../format';
import { SkeletonRows } from '../states';
import { TimeText } from '../values';
import { instantOf } from '../zone';
import { AssignDialog } from './AssignDialog';
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
      return <CommentDialog task={task} onDone={onDone} onClose={onClose} />;
  }
}

function CommentDialog({ task, onDone, onClose }: Omit<Props, 'intent'>) {
  const { t } = useTranslation();
  const comment = useComment(task.id ?? '');
  // The same words sent again after a failure are the same comment.
  const [key] = useState(idempotencyKey);
  return (
    <TextDialog
      title={t('work.commentTitle')}
      label={t('work.commentLabel')}
      submit={t('work.save')}
      pending={comment.isPending}
      error={comment.error}
      onClose={onClose}
      onSubmit={(text) => comment.mutate({ text, key }, { onSuccess: () => onDone(t('work.commented')) })}
    >
      <Comments task={task} />
    </TextDialog>
  );
}

function Comments({ task }: { task: Task }) {
  const { t } = useTranslation();
  const comments = useTaskComments(task.id ?? '');
  return (
    <div className={classes.comments}>
      <p className={classes.about}>{textOf(task.title)}</p>
      {comments.isPending && <SkeletonRows rows={1} />}
      {comments.data?.length === 0 && <p className={classes.none}>{t('work.commentsEmpty')}</p>}
      {comments.data?.map((comment) => (
        <div key={comment.id} className={classes.comment}>
          <p className={classes.by}>
            {comment.authorName} <TimeText at={comment.writtenAt} />
          </p>
          <p className={classes.body}>{comment.body}</p>
        </div>
      ))}
    </div>
  );
}
