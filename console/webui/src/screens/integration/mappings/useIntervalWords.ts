import { useTranslation } from 'react-i18next';

const UNITS = { S: 'seconds', M: 'minutes', H: 'hours', D: 'days' } as const;

/** An interval such as PT5M as people say it; what has several parts stays as it is written. */
export function useIntervalWords(): (interval: string) => string {
  const { t } = useTranslation();
  return (interval) => {
    const parts = /^P(?:T(\d+)([SMH])|(\d+)(D))$/.exec(interval);
    const unit = parts?.[2] ?? parts?.[4];
    return parts === null || unit === undefined
      ? interval
      : t(`integration.mapping.every.${UNITS[unit as keyof typeof UNITS]}`, { count: Number(parts[1] ?? parts[3]) });
  };
}
