import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '@/kit/format';
import type { Progress as Standing } from './progress';
import classes from './RunProgress.module.css';

interface Props {
  standing: Standing;
  read: number;
  expected: number | null;
  label: string;
}

/** How far reading is and how long it still takes, as far as that can be told. */
export function RunProgress({ standing, read, expected, label }: Props) {
  const { t } = useTranslation();
  const left = useTimeLeft();
  return (
    <div className={classes.progress}>
      <Progress.Root size="md">
        <Progress.Section
          value={standing.share === null ? 100 : standing.share * 100}
          animated={standing.share === null}
          aria-label={label}
          {...(standing.share === null ? { 'aria-valuetext': t('integration.run.reading') } : {})}
        />
      </Progress.Root>
      <div className={classes.words}>
        <span>
          {expected === null
            ? t('integration.run.readSoFar', { read: formatNumber(read) })
            : t('integration.run.readOf', { read: formatNumber(read), expected: formatNumber(expected) })}
          {standing.share !== null && <span className={classes.share}>{formatShare(standing.share)}</span>}
        </span>
        {standing.secondsLeft !== null && standing.secondsLeft > 0 && <span>{left(standing.secondsLeft)}</span>}
      </div>
    </div>
  );
}

/** About how long it still takes, in the unit a person would use. */
function useTimeLeft(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 60
      ? t('integration.run.secondsLeft', { count: Math.max(1, Math.ceil(seconds / 5) * 5) })
      : seconds < 5_400
        ? t('integration.run.minutesLeft', { count: Math.ceil(seconds / 60) })
        : t('integration.run.hoursLeft', { count: Math.ceil(seconds / 3_600) });
}
