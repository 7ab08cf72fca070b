import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useSnoozeAlert } from '@/api/queries/alertActions';
import { useChangeTask } from '@/api/queries/taskActions';
import type { Alert, Task } from '@/api/types';
import { useHasRole } from '@/app/session';
import { textOf } from '../format';
import type { AlertIntent } from './AlertDialog';
import { isSnoozed } from './snoozed';
import type { TaskIntent } from './TaskDialog';

const TaskDialog = lazy(async () => ({ default: (await import('./TaskDialog')).TaskDialog }));
const AlertDialog = lazy(async () => ({ default: (await import('./AlertDialog')).AlertDialog }));

type Open = { task: Task; intent: TaskIntent } | { alert: Alert; intent: AlertIntent };

export interface WorkDesk {
  /** Whether this person may change tasks and alerts at all. */
  allowed: boolean;
  /** Tasks that are being completed now. */
  busy: ReadonlySet<string>;
  /** A question is completed by its answer; anything else at once. */
  complete: (task: Task) => void;
  handle: (task: Task, intent: TaskIntent) => void;
  /** To snooze what is snoozed is to bring it back. */
  handleAlert: (alert: Alert, intent: AlertIntent) => void;
  /** To be placed somewhere on the screen. */
  dialog: ReactNode;
}

/** What people do with tasks and alerts, for every list that shows some. */
export function useWorkDesk(): WorkDesk {
  const { t } = useTranslation();
  const allowed = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const completion = useChangeTask();
  const waking = useSnoozeAlert();
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const say = (message: string) => notifications.show({ message });

  function handle(task: Task, intent: TaskIntent): void {
    if (allowed && task.state !== 'completed' && task.state !== 'cancelled') {
      setOpen({ task, intent });
    }
  }

  function complete(task: Task): void {
    const id = task.id ?? '';
    if (!allowed || busy.has(id)) {
      return;
    }
    if (task.kind === 'question') {
      handle(task, 'answer');
      return;
    }
    setBusy((others) => new Set([...others, id]));
    completion
      .mutateAsync({ task, change: { action: 'complete' } })
      .then(() => say(t('work.completed', { title: textOf(task.title) })))
      .catch(refuse)
      .finally(() => setBusy((others) => new Set([...others].filter((other) => other !== id))));
  }

  function handleAlert(alert: Alert, intent: AlertIntent): void {
    if (!allowed || alert.state !== 'open') {
      return;
    }
    if (intent === 'snooze' && isSnoozed(alert)) {
      waking.mutate(
        { alert },
        { onSuccess: () => say(t('work.woken', { title: textOf(alert.title) })), onError: refuse },
      );
    } else {
      setOpen({ alert, intent });
    }
  }

  function refuse(error: unknown): void {
    notifications.show({ color: 'red', title: t('work.failed'), message: words(error) });
  }

  function words(error: unknown): string {
    if (!(error instanceof ProblemError)) {
      return t('state.unknownProblem');
    }
    return error.kind === 'stale-version' ? t('problem.stale') : (error.problem.detail ?? error.problem.title);
  }

  function done(message: string): void {
    setOpen(null);
    say(message);
  }

  return {
    allowed,
    busy,
    complete,
    handle,
    handleAlert,
    dialog: (
      <Suspense fallback={null}>
        {open !== null && 'task' in open && (
          <TaskDialog task={open.task} intent={open.intent} onDone={done} onClose={() => setOpen(null)} />
        )}
        {open !== null && 'alert' in open && (
          <AlertDialog alert={open.alert} intent={open.intent} onDone={done} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    ),
  };
}
