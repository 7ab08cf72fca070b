import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useCommentAlert } from '@/api/queries/alertActions';
import { useAlertComments, useTaskComments } from '@/api/queries/inbox';
import { useComment } from '@/api/queries/taskActions';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import type { Commenting, Written } from '@/kit/work/CommentDialog';
import { WriteField } from './WriteField';
import classes from '@/kit/queue/Detail.module.css';

export const COMMENT_FIELD = 'comment';

interface Props {
  comments: UseQueryResult<Written[]>;
  commenting: Commenting;
  mayWrite: boolean;
}

/** What people wrote about a task, the oldest first, and a field for more. */
export function TaskComments({ taskId, mayWrite }: { taskId: string; mayWrite: boolean }) {
  return <Comments comments={useTaskComments(taskId)} commenting={useComment(taskId)} mayWrite={mayWrite} />;
}

/** The same for an alert. */
export function AlertComments({ alertId, mayWrite }: { alertId: string; mayWrite: boolean }) {
  return <Comments comments={useAlertComments(alertId)} commenting={useCommentAlert(alertId)} mayWrite={mayWrite} />;
}

function Comments({ comments, commenting, mayWrite }: Props) {
  const { t } = useTranslation();
  // The same words sent again after a failure are the same comment.
  const [key, setKey] = useState(idempotencyKey);
  return (
    <section className={classes.part} aria-label={t('inbox.comments')}>
      <h3 className={classes.partTitle}>{t('inbox.comments')}</h3>
      {comments.isPending && <SkeletonRows rows={1} height={44} />}
      {comments.error !== null && <ErrorState error={comments.error} compact onRetry={() => void comments.refetch()} />}
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
          busy={commenting.isPending}
          error={commenting.error}
          onSubmit={(text, arrived) =>
            commenting.mutate(
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
