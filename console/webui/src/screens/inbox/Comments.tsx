import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useTaskComments } from '@/api/queries/inbox';
import { useComment } from '@/api/queries/taskActions';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { WriteField } from './WriteField';
import classes from '@/kit/queue/Detail.module.css';

export const COMMENT_FIELD = 'task-comment';

/** What people wrote about a task, the oldest first, and a field for more. */
export function Comments({ taskId, mayWrite }: { taskId: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const comments = useTaskComments(taskId);
  const comment = useComment(taskId);
  // The same words sent again after a failure are the same comment.
  const [key, setKey] = useState(idempotencyKey);
  return (
    <section className={classes.part} aria-label={t('inbox.comments')}>
      <h3 className={classes.partTitle}>{t('inbox.comments')}</h3>
      {comments.isPending && <SkeletonRows rows={1} height={44} />}
      {comments.error !== null && (
        <ErrorState error={comments.error} compact onRetry={() => void comments.refetch()} />
      )}
      <ul className={classes.list}>
        {comments.data?.map((each) => (
          <li key={each.id}>
            <span className={classes.line}>
              <strong>{each.authorName}</strong>
              <span className={classes.muted}>
                <TimeText at={each.writtenAt} />
              </span>
            </span>
            <p className={classes.text}>{each.body}</p>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <WriteField
          id={COMMENT_FIELD}
          label={t('inbox.commentField')}
          submit={t('inbox.comment')}
          busy={comment.isPending}
          error={comment.error}
          onSubmit={(text, arrived) =>
            comment.mutate(
              { text, key },
              {
                onSuccess: () => {
                  setKey(idempotencyKey());
                  arrived();
                },
              },
            )
          }
        />
      )}
    </section>
  );
}
