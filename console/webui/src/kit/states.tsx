import { Alert, Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInbox, IconLock, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import classes from './states.module.css';

interface NoticeProps {
  icon: Icon;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  compact?: boolean;
}

/** A picture, a sentence and a way on, where content would be. */
export function Notice({ icon: NoticeIcon, title, text, action, compact = false }: NoticeProps) {
  return (
    <div className={compact ? classes.compact : classes.notice}>
      <NoticeIcon size={compact ? 22 : 28} stroke={1.4} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      {action}
    </div>
  );
}

/** Nothing is there, and that is fine. `calm` for lists that are better empty. */
export function EmptyState({
  title,
  text,
  action,
  calm = false,
  compact = true,
}: {
  title?: string;
  text?: string;
  action?: ReactNode;
  calm?: boolean;
  compact?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Notice
      icon={calm ? IconCircleCheck : IconInbox}
      title={title ?? t('state.emptyTitle')}
      text={text}
      action={action}
      compact={compact}
    />
  );
}

/** The services refuse this person. */
export function NoPermission() {
  const { t } = useTranslation();
  return <Notice icon={IconLock} title={t('state.noPermissionTitle')} text={t('state.noPermissionText')} />;
}

/** Content that could not be read: why, and again. A refusal looks different from a failure. */
export function ErrorState({
  error,
  onRetry,
  compact = false,
}: {
  error: Error;
  onRetry?: () => void;
  compact?: boolean;
}) {
  const { t } = useTranslation();
  if (error instanceof ProblemError && error.problem.status === 403) {
    return <NoPermission />;
  }
  return (
    <div role="alert">
      <Notice
        icon={IconAlertTriangle}
        title={t('state.errorTitle')}
        text={<ProblemText error={error} />}
        compact={compact}
        action={
          onRetry !== undefined && (
            <Button variant="default" size="xs" onClick={onRetry}>
              {t('state.retry')}
            </Button>
          )
        }
      />
    </div>
  );
}

/** A problem beside a form or a button. */
export function ProblemNotice({ error }: { error: Error }) {
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
      <ProblemText error={error} />
    </Alert>
  );
}

function ProblemText({ error }: { error: Error }) {
  const { t } = useTranslation();
  if (!(error instanceof ProblemError)) {
    return <>{t('state.unknownProblem')}</>;
  }
  const { problem } = error;
  const words = problem.detail ?? problem.title;
  return (
    <>
      {problem.status === 0 ? t('state.noConnection') : words === '' ? t('state.unknownProblem') : words}
      {problem.errors?.map((field) => (
        <span key={field.pointer} className={classes.field}>
          {field.detail}
        </span>
      ))}
      {problem.incident !== undefined && (
        <span className={classes.field}>{t('state.incident', { id: problem.incident })}</span>
      )}
    </>
  );
}

/** Rows of the height that the content will have, so that nothing jumps. */
export function SkeletonRows({ rows, height = 40 }: { rows: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app.loading')}>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className={classes.row} style={{ height }}>
          <Skeleton height={10} width={`${55 + ((at * 17) % 35)}%`} radius="sm" />
        </div>
      ))}
    </div>
  );
}
