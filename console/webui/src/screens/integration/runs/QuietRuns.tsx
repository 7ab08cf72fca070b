import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '@/api/types';
import { formatTime, formatUntil } from '@/kit/format';
import classes from './QuietRuns.module.css';

/** Runs in a row that found nothing new, newest first, as one line that opens. */
export function QuietRuns({ runs, onUnfold }: { runs: readonly Run[]; onUnfold: () => void }) {
  const { t } = useTranslation();
  const [from, to] = [runs[runs.length - 1]?.requestedAt, runs[0]?.requestedAt];
  return (
    <button type="button" className={classes.fold} aria-expanded="false" onClick={onUnfold}>
      <IconChevronRight size={14} aria-hidden />
      {from != null &&
        to != null &&
        t('integration.run.quiet', { count: runs.length, from: formatTime(from), to: formatUntil(from, to) })}
    </button>
  );
}
