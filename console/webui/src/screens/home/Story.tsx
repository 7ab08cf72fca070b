import { useTranslation } from 'react-i18next';
import type { useFollowUps } from '@/api/queries/followUps';
import type { useMyAlerts, useMyTasks } from '@/api/queries/work';
import { daysUntil, formatNumber } from '@/kit/format';
import classes from './home.module.css';

interface Props {
  followUps: ReturnType<typeof useFollowUps>['data'];
  tasks: ReturnType<typeof useMyTasks>['data'];
  alerts: ReturnType<typeof useMyAlerts>['data'];
}

/** The day in one or two sentences, from what really happened. Keeps its line while nothing is known. */
export function Story({ followUps, tasks, alerts }: Props) {
  const { t } = useTranslation();
  const changed = new Set((alerts?.items ?? []).map((alert) => alert.customerId)).size;
  const due = (tasks?.items ?? []).flatMap((task) => (task.dueOn == null ? [] : [daysUntil(task.dueOn)]));
  const over = due.filter((days) => days < 0).length;
  const today = due.filter((days) => days === 0).length;
  const sentences = [
    changed > 0 && t('home.storyAlerts', { count: changed }),
    over > 0 && t('home.storyTasks', { count: over }),
    over === 0 && today > 0 && t('home.storyToday', { count: today }),
    changed === 0 && (followUps?.total ?? 0) > 0 && t('home.storyFollowUps', { count: followUps?.total ?? 0 }),
  ].filter((sentence) => sentence !== false);
  const known = followUps !== undefined || tasks !== undefined || alerts !== undefined;
  const everything = followUps !== undefined && tasks !== undefined && alerts !== undefined;
  const words = sentences.length > 0 ? sentences.join(' ') : everything ? t('home.storyNone') : '';
  return (
    <p className={classes.story} aria-live="polite">
      {known ? words.replace(/\d{4,}/g, (digits) => formatNumber(Number(digits))) : '\u00a0'}
    </p>
  );
}
