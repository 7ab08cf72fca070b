import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useBulkAlerts, useCloseAlert, useSnoozeAlert } from '@/api/queries/alertActions';
import type { BulkAnswer } from '@/api/queries/taskActions';
import type { Alert } from '@/api/types';
import { textOf } from '@/kit/format';
import { AskDialog } from '@/kit/work/AskDialog';
import { SnoozeDialog } from '@/kit/work/SnoozeDialog';
import { TextDialog } from '@/kit/work/TextDialog';
import { isConflict } from '@/kit/SaveProblem';
import { instantOf } from '@/kit/zone';
import { BulkResult } from './BulkResult';

export interface AlertWork {
  /** Asks why, then closes one or many. */
  close: (alerts: readonly Alert[]) => void;
  /** Asks whoever looks after the customer. */
  ask: (alert: Alert) => void;
  /** Puts one out of sight for some days; or brings it back. */
  snooze: (alert: Alert) => void;
  wake: (alert: Alert) => void;
  dialog: ReactNode;
}

/** What people do with alerts, the same for one and for many, by key and by button. */
export function useAlertWork(onDone: (ids: readonly string[]) => void): AlertWork {
  const { t } = useTranslation();
  const [closing, setClosing] = useState<{ alerts: readonly Alert[]; key: string } | null>(null);
  const [asking, setAsking] = useState<Alert | null>(null);
  const [result, setResult] = useState<{ answer: BulkAnswer; alerts: readonly Alert[] } | null>(null);
  const close = useCloseAlert();
  const bulk = useBulkAlerts();
  const snooze = useSnoozeAlert();
  const [resting, setResting] = useState<Alert | null>(null);

  function closeOne(alert: Alert, reason: string, overwrite: boolean): void {
    close.mutate(
      { alert, reason, overwrite },
      {
        onSuccess: () => {
          setClosing(null);
          notifications.show({ message: t('inbox.done.close', { title: textOf(alert.title) }) });
          onDone([alert.id ?? '']);
        },
      },
    );
  }
  function closeMany(alerts: readonly Alert[], reason: string, key: string): void {
    bulk.mutate(
      { ids: alerts.map((alert) => alert.id ?? ''), reason, key },
      {
        onSuccess: (answer) => {
          setClosing(null);
          if (answer.results?.every(({ outcome }) => outcome === 'done') === true) {
            notifications.show({ message: t('inbox.bulk.allDone', { count: answer.done ?? 0 }) });
          } else {
            setResult({ answer, alerts });
          }
          onDone((answer.results ?? []).filter(({ outcome }) => outcome === 'done').map(({ id }) => id ?? ''));
        },
      },
    );
  }
  const several = closing !== null && closing.alerts.length > 1;
  const [first] = closing?.alerts ?? [];
  return {
    close: (alerts) => {
      if (alerts.length > 0) {
        close.reset();
        bulk.reset();
        setClosing({ alerts, key: idempotencyKey() });
      }
    },
    ask: setAsking,
    snooze: (alert) => {
      snooze.reset();
      setResting(alert);
    },
    wake: (alert) =>
      snooze.mutate(
        { alert },
        {
          onSuccess: () => notifications.show({ message: t('work.woken', { title: textOf(alert.title) }) }),
          onError: (error) =>
            notifications.show({
              color: 'yellow',
              message: t(isConflict(error) ? 'problem.stale' : 'state.unknownProblem'),
            }),
        },
      ),
    dialog: (
      <>
        {closing !== null && (
          <TextDialog
            title={
              several
                ? t('inbox.bulk.close', { count: closing.alerts.length })
                : `${t('inbox.closeAlert')}: ${textOf(first?.title)}`
            }
            label={t('inbox.reason')}
            usual={[t('inbox.usual.handled'), t('inbox.usual.noProblem'), t('inbox.usual.elsewhere')]}
            initial={t('inbox.usual.handled')}
            submit={t('inbox.closeAlert')}
            pending={close.isPending || bulk.isPending}
            error={several ? bulk.error : close.error}
            onClose={() => setClosing(null)}
            onSubmit={(reason, overwrite) =>
              several
                ? closeMany(closing.alerts, reason, closing.key)
                : first !== undefined && closeOne(first, reason, overwrite)
            }
          />
        )}
        {resting !== null && (
          <SnoozeDialog
            pending={snooze.isPending}
            error={snooze.error}
            onClose={() => setResting(null)}
            onSubmit={(day, overwrite) =>
              snooze.mutate(
                { alert: resting, until: instantOf(day), overwrite },
                {
                  onSuccess: () => {
                    setResting(null);
                    notifications.show({ message: t('inbox.done.snooze', { title: textOf(resting.title) }) });
                    onDone([resting.id ?? '']);
                  },
                },
              )
            }
          />
        )}
        {asking !== null && (
          <AskDialog
            customerId={asking.customerId ?? ''}
            name={asking.customerName ?? ''}
            onClose={() => setAsking(null)}
          />
        )}
        {result !== null && (
          <BulkResult
            answer={result.answer}
            nameOf={(id) => textOf(result.alerts.find((alert) => alert.id === id)?.title)}
            onClose={() => setResult(null)}
          />
        )}
      </>
    ),
  };
}
