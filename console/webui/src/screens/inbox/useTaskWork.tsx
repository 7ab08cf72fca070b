import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { ProblemError } from '@/api/problem';
import {
  useBulkTasks,
  useChangeTask,
  type BulkAnswer,
  type BulkChange,
  type TaskChange,
} from '@/api/queries/taskActions';
import type { Task } from '@/api/types';
import { textOf } from '@/kit/format';
import { isConflict } from '@/kit/SaveProblem';
import { AssignDialog } from '@/kit/work/AssignDialog';
import { SnoozeDialog } from '@/kit/work/SnoozeDialog';
import { TextDialog } from '@/kit/work/TextDialog';
import { instantOf } from '@/kit/zone';
import { BulkResult } from './BulkResult';

type Asked = 'complete' | 'snooze' | 'assign' | 'cancel';

export interface TaskWork {
  /** Completes one at once. A question is not completed but answered. */
  complete: (task: Task, outcome?: string) => void;
  answer: (task: Task, text: string) => void;
  /** Has an ended or snoozed task done after all. */
  reopen: (task: Task) => void;
  /** Asks for what is missing, then does it to one task or to many. */
  ask: (what: Asked, tasks: readonly Task[]) => void;
  busy: boolean;
  /** Why the last change of one task did not succeed, as long as no dialog shows it. */
  error: Error | null;
  dialog: ReactNode;
}

/** What people do with tasks, the same for one and for many, by key and by button. */
export function useTaskWork(onDone: (ids: readonly string[], what: string) => void): TaskWork {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ what: Asked; tasks: readonly Task[]; key: string } | null>(null);
  const [result, setResult] = useState<{ answer: BulkAnswer; tasks: readonly Task[] } | null>(null);
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const change = useChangeTask();
  const bulk = useBulkTasks();

  function say(message: string): void {
    notifications.show({ message });
  }
  // Several keys in a row may complete several tasks; one task is not changed twice at a time.
  function one(task: Task, what: TaskChange, overwrite = false): void {
    const id = task.id ?? '';
    if (underWay.has(id)) {
      return;
    }
    setUnderWay((others) => new Set([...others, id]));
    change
      .mutateAsync({ task, change: what, overwrite })
      .then(() => {
        setAsked(null);
        say(t(`inbox.done.${what.action}`, { title: textOf(task.title) }));
        onDone([id], what.action);
      })
      .catch((error: unknown) => {
        // A dialog that is open says it itself, and asks what to do.
        if (asked === null && isConflict(error)) {
          notifications.show({ color: 'yellow', message: t('problem.stale') });
        } else if (asked === null) {
          const words = error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : '';
          notifications.show({ color: 'red', message: words === '' ? t('state.unknownProblem') : words });
        }
      })
      .finally(() => setUnderWay((others) => new Set([...others].filter((other) => other !== id))));
  }
  function many(tasks: readonly Task[], what: BulkChange, key: string): void {
    bulk.mutate(
      { ids: tasks.map((task) => task.id ?? ''), change: what, key },
      {
        onSuccess: (answer) => {
          setAsked(null);
          if (answer.results?.every(({ outcome }) => outcome === 'done') === true) {
            say(t('inbox.bulk.allDone', { count: answer.done ?? 0 }));
          } else {
            setResult({ answer, tasks });
          }
          onDone(
            (answer.results ?? []).filter(({ outcome }) => outcome === 'done').map(({ id }) => id ?? ''),
            what.action,
          );
        },
      },
    );
  }
  function run(what: BulkChange, overwrite: boolean): void {
    const [task] = asked?.tasks ?? [];
    if (asked !== null && asked.tasks.length > 1) {
      many(asked.tasks, what, asked.key);
    } else if (task !== undefined) {
      one(task, what, overwrite);
    }
  }

  const error = asked !== null && asked.tasks.length > 1 ? bulk.error : change.error;
  const common = {
    pending: change.isPending || bulk.isPending,
    error,
    onClose: () => setAsked(null),
  };
  const [first] = asked?.tasks ?? [];
  const title =
    asked === null
      ? ''
      : asked.tasks.length > 1
        ? t(`inbox.bulk.${asked.what}`, { count: asked.tasks.length })
        : `${t(`inbox.${asked.what}`)}: ${textOf(first?.title)}`;
  return {
    complete: (task, outcome) => one(task, { action: 'complete', ...(outcome === undefined ? {} : { outcome }) }),
    reopen: (task) => one(task, { action: 'reopen' }),
    answer: (task, text) => one(task, { action: 'answer', text }),
    ask: (what, tasks) => {
      if (tasks.length > 0) {
        change.reset();
        bulk.reset();
        setAsked({ what, tasks, key: idempotencyKey() });
      }
    },
    busy: change.isPending,
    error: asked === null ? change.error : null,
    dialog: (
      <>
        {asked?.what === 'snooze' && (
          <SnoozeDialog
            {...common}
            onSubmit={(day, overwrite) => run({ action: 'snooze', until: instantOf(day) }, overwrite)}
          />
        )}
        {asked?.what === 'assign' && (
          <AssignDialog
            owner={asked.tasks.length === 1 ? first?.ownerMemberId : null}
            {...common}
            onSubmit={(ownerMemberId, _, overwrite) => run({ action: 'assign', ownerMemberId }, overwrite)}
          />
        )}
        {(asked?.what === 'cancel' || asked?.what === 'complete') && (
          <TextDialog
            title={title}
            label={t(asked.what === 'cancel' ? 'inbox.reason' : 'inbox.outcome')}
            optional={asked.what === 'complete'}
            submit={t(`inbox.${asked.what}`)}
            {...common}
            onSubmit={(text, overwrite) =>
              run(
                asked.what === 'cancel'
                  ? { action: 'cancel', reason: text }
                  : { action: 'complete', ...(text === '' ? {} : { outcome: text }) },
                overwrite,
              )
            }
          />
        )}
        {result !== null && (
          <BulkResult
            answer={result.answer}
            nameOf={(id) => textOf(result.tasks.find((task) => task.id === id)?.title)}
            onClose={() => setResult(null)}
          />
        )}
      </>
    ),
  };
}
