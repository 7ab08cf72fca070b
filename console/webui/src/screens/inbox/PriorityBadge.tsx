import { IconChevronDown, IconChevronsUp, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './PriorityBadge.module.css';

const ICONS = { high: IconChevronsUp, normal: IconMinus, low: IconChevronDown } as const;

/** How much a task matters beside others: shape and word. */
export function PriorityBadge({ priority }: { priority: string | null | undefined }) {
  const { t } = useTranslation();
  const shown = priority === 'high' || priority === 'low' ? priority : 'normal';
  const PriorityIcon = ICONS[shown];
  return (
    <span className={classes.badge} data-priority={shown}>
      <PriorityIcon size={15} aria-hidden />
      {t(`inbox.priority.${shown}`)}
    </span>
  );
}
