import { useTranslation } from 'react-i18next';
import { daysUntil, formatTime, place, today } from './format';

/** When something came: the time if it was today, else how many days ago. */
export function RelativeDay({ at }: { at: string | null | undefined }) {
  const { t, i18n } = useTranslation();
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
    const time = new Intl.DateTimeFormat(i18n.language, {
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: place.zone,
    }).format(new Date(instant));
    return t('inbox.todayAt', { time });
  }
}
