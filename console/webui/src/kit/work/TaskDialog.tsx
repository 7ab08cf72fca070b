import { useTranslation } from 'react-i18next';
import {
  useAnswerQuestion,
  useAssignTask,
  useCommentTask,
  useSnoozeTask,
  useTaskComments,
} from '@/api/queries/workActions';
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
  const snooze = useSnoozeTask();
  const assign = useAssignTask();
  const comment = useCommentTask();
  const answer = useAnswerQuestion();
  const title = textOf(task.title);
  switch (intent) {
    case 'snooze':
      return (
        <SnoozeDialog
          pending={snooze.isPending}
          error={snooze.error}
          onClose={onClose}
          onSubmit={(day) =>
            snooze.mutate(
              { task, until: instantOf(day) },
              { onSuccess: () => onDone(t('work.snoozed', { title, date: formatDate(day) })) },
            )
          }
        />
      );
    case 'assign':
      return (
        <AssignDialog
          owner={task.ownerMemberId}
          pending={assign.isPending}
          error={assign.error}
          onClose={onClose}
          onSubmit={(ownerMemberId, name) =>
            assign.mutate({ task, ownerMemberId }, { onSuccess: () => onDone(t('work.assigned', { title, name })) })
          }
        />
      );
    case 'answer':
      return (
        <TextDialog
          title={t('work.answerTitle')}
          label={t('work.answerLabel')}
          submit={t('work.send')}
          pending={answer.isPending}
          error={answer.error}
          onClose={onClose}
          onSubmit={(text) => answer.mutate({ task, text }, { onSuccess: () => onDone(t('work.answered')) })}
        >
          <p className={classes.about}>{textOf(task.note) || title}</p>
        </TextDialog>
      );
    case 'comment':
      return (
        <TextDialog
          title={t('work.commentTitle')}
          label={t('work.commentLabel')}
          submit={t('work.save')}
          pending={comment.isPending}
          error={comment.error}
          onClose={onClose}
          onSubmit={(text) => comment.mutate({ task, text }, { onSuccess: () => onDone(t('work.commented')) })}
        >
          <Comments task={task} />
        </TextDialog>
      );
  }
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
