import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { ErrorState, SkeletonRows } from '../states';
import { TimeText } from '../values';
import { TextDialog } from './TextDialog';
import classes from './work.module.css';

/** What somebody wrote. */
export interface Written {
  id?: string;
  authorName?: string;
  writtenAt?: string;
  body?: string;
}

/** How one more is sent; the key is one for each text. */
export interface Commenting {
  isPending: boolean;
  error: Error | null;
  mutate: (what: { text: string; key: string }, options: { onSuccess: () => void }) => void;
}

interface Props {
  about: string;
  comments: UseQueryResult<Written[]>;
  commenting: Commenting;
  onDone: (message: string) => void;
  onClose: () => void;
}

/** What was written so far, and a field for more. */
export function CommentDialog({ about, comments, commenting, onDone, onClose }: Props) {
  const { t } = useTranslation();
  // The same words sent again after a failure are the same comment.
  const [key] = useState(idempotencyKey);
  return (
    <TextDialog
      title={t('work.commentTitle')}
      label={t('work.commentLabel')}
      submit={t('work.save')}
      pending={commenting.isPending}
      error={commenting.error}
      onClose={onClose}
      onSubmit={(text) => commenting.mutate({ text, key }, { onSuccess: () => onDone(t('work.commented')) })}
    >
      <div className={classes.comments}>
        <p className={classes.about}>{about}</p>
        {comments.isPending && <SkeletonRows rows={1} />}
        {comments.error !== null && (
          <ErrorState error={comments.error} compact onRetry={() => void comments.refetch()} />
        )}
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
    </TextDialog>
  );
}
