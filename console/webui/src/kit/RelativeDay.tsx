import { useTranslation } from 'react-i18next';
import { daysUntil, formatClock, formatTime, today } from './format';

/** When something came: the time if it was today, else how many days ago. */
export function RelativeDay({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation();
  if (!at) {
    return null;
  }
  return (
    <time dateTime={at} title={formatTime(at)}>
      {words(at)}
    </time>
  );

  function words(instant: string): string {
    const days = -daysUntil(today(new Date(instant)));
    if (days > 0) {
      return days === 1 ? t('date.yesterday') : t('inbox.daysAgo', { count: days });
    }
    return t('inbox.todayAt', { time: formatClock(instant) });
  }
}
